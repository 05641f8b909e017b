//! A constant in the body is an item of its own.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<u32, Yield = u32> {
    const FIRST: u32 = co_yield!(1);
    co_yield!(FIRST);
}

fn main() {
    drop(numbers());
}
