//! An iterator returns nothing.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
    2
}

fn main() {
    drop(numbers());
}
