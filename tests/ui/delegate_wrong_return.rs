//! What the delegate returns is not what is wanted.

use coro::prelude::*;

#[coro::coroutine]
fn inner() -> impl Coroutine<u32, Yield = u32, Return = String> {
    co_yield!(1);
    String::new()
}

#[coro::coroutine]
fn outer() -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let n: u32 = yield_from!(inner());
    n
}

fn main() {
    drop(outer());
}
