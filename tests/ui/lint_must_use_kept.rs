//! The user's `#[must_use]` still speaks.

#![deny(unused_must_use)]

use coro::prelude::*;

#[must_use = "it counts nothing by itself"]
#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32> {
    co_yield!(1);
}

fn main() {
    numbers();
}
