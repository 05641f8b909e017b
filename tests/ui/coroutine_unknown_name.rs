//! `Item` belongs to iterators.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<u32, Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
