//! A delegate that catches something else.

use coro::prelude::*;

#[coro::coroutine]
fn inner() -> impl Coroutine<u32, Yield = u32, Throw = String> {
    co_yield!(1);
}

#[coro::coroutine]
fn outer() -> impl Coroutine<u32, Yield = u32, Throw = u8> {
    yield_from!(inner());
}

fn main() {
    drop(outer());
}
