//! A label that nothing jumps to.

#![deny(unused_labels)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    'outer: loop {
        co_yield!(1);
    }
}

fn main() {
    drop(numbers());
}
