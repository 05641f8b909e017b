//! Once is enough.

use coro::prelude::*;

#[coro::coroutine]
#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
