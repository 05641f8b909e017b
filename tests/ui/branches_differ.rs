//! Two branches of different types, one of which yields.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(sure: bool) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let n = if sure { co_yield!(1) } else { "two" };
    n
}

fn main() {
    drop(numbers(true));
}
