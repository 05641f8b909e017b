//! A coroutine is not a future.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    let n = std::future::ready(1).await;
    co_yield!(n);
}

fn main() {
    drop(numbers());
}
