//! `?` needs a `Return` that can hold the error.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(text: &str) -> impl Coroutine<Yield = u32> {
    let n: u32 = text.parse()?;
    co_yield!(n);
}

fn main() {
    drop(numbers("1"));
}
