//! Assigned on both sides of a yield, not declared `mut`.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    let n = 1;
    co_yield!(n);
    n = 2;
    co_yield!(n);
}

fn main() {
    drop(numbers());
}
