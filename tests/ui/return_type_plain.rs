//! A plain type is not a coroutine.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> Vec<u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
