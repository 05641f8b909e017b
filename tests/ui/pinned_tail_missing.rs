//! A frame that should return something, and does not.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn numbers() -> impl Coroutine<Yield = u32, Return = String> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
