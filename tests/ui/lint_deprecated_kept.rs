//! The user's `#[deprecated]` still speaks.

#![deny(deprecated)]

use coro::prelude::*;

#[deprecated = "count yourself"]
#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
