//! A name that does not exist.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
    co_yield!(missing);
}

fn main() {
    drop(numbers());
}
