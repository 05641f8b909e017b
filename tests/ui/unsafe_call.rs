//! A coroutine is not an unsafe context.

use coro::prelude::*;

unsafe fn dangerous() -> u32 {
    1
}

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(dangerous());
}

fn main() {
    drop(numbers());
}
