//! The attribute stands twice.

use coro::prelude::*;

#[coro::coroutine]
#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u8> {
    co_yield!(1);
}

fn main() {
    assert_eq!(numbers().next(), Some(1));
}
