//! A type that does not exist.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(from: Number) -> impl Iterator<Item = Number> {
    co_yield!(from);
}

fn main() {}
