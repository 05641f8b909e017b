//! A value that is overwritten before it is read.

#![deny(unused_assignments)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    let mut n = 1;
    n = 2;
    co_yield!(n);
    n = 3;
    co_yield!(4);
}

fn main() {
    drop(numbers());
}
