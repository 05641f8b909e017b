//! A marker is a macro.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield(1);
    co_yield!(2);
}

fn main() {
    drop(numbers());
}
