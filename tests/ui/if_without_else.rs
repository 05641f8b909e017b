//! A value from one branch only.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(sure: bool) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let n: u32 = if sure {
        co_yield!(1)
    };
    n
}

fn main() {
    drop(numbers(true));
}
