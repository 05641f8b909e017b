//! A local of a block that has ended.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    {
        let inner = 1;
        co_yield!(inner);
    }
    co_yield!(inner);
}

fn main() {
    drop(numbers());
}
