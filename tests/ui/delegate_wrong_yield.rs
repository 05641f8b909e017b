//! A delegate that yields something else.

use coro::prelude::*;

#[coro::coroutine]
fn words() -> impl Coroutine<Yield = String> {
    co_yield!("a".to_string());
}

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32> {
    yield_from!(words());
}

fn main() {
    drop(numbers());
}
