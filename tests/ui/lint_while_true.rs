//! `while true`, of a loop that is taken apart.

#![deny(while_true)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    while true {
        co_yield!(1);
    }
}

fn main() {
    drop(numbers());
}
