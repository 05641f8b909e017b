//! A sent value as a condition.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<u32, Yield = u32> {
    while co_yield!(1) {
        co_yield!(2);
    }
}

fn main() {
    drop(numbers());
}
