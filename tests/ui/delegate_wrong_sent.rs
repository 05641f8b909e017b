//! A delegate that is sent something else.

use coro::prelude::*;

#[coro::coroutine]
fn inner() -> impl Coroutine<String, Yield = u32> {
    co_yield!(1);
}

#[coro::coroutine]
fn outer() -> impl Coroutine<u32, Yield = u32> {
    yield_from!(inner());
}

fn main() {
    drop(outer());
}
