//! A delegate of a pinned coroutine that yields something else.

use coro::prelude::*;

#[coro::coroutine]
fn words() -> impl Coroutine<Yield = String> {
    co_yield!("a".to_string());
}

#[coro::coroutine(pinned)]
fn numbers() -> impl Coroutine<Yield = u32> {
    yield_from!(words());
    yield_from!(vec!["a", "b"]);
}

fn main() {
    drop(numbers());
}
