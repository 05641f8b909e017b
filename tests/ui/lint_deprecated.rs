//! A deprecated function in the body.

#![deny(deprecated)]

use coro::prelude::*;

#[deprecated(note = "use `new`")]
fn old() -> u32 {
    1
}

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(old());
}

fn main() {
    drop(numbers());
}
