//! The caller's own mistake.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(from: u32) -> impl Iterator<Item = u32> {
    co_yield!(from);
}

fn main() {
    drop(numbers());
}
