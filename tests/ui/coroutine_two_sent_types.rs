//! One value is sent at a time.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<u32, u32, Yield = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
