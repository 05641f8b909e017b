//! A `Result` that nobody looks at.

#![deny(unused_must_use)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers(text: &str) -> impl Coroutine<Result<u32, String>, Yield = u32> {
    text.parse::<u32>();
    co_yield!(1);
}

fn main() {
    drop(numbers("1"));
}
