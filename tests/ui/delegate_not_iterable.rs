//! Neither a coroutine nor an iterator.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    yield_from!(12_u32);
}

fn main() {
    drop(numbers());
}
