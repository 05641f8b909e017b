//! A marker is an expression.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<u32, Yield = u32> {
    let co_yield!(1) = 2;
}

fn main() {
    drop(numbers());
}
