//! Nothing to break out of.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
    break;
}

fn main() {
    drop(numbers());
}
