//! Nothing has run.

#![deny(unused_must_use)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    numbers();
}
