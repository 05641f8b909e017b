//! A frame is an async block, but no future may be awaited in it.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn numbers() -> impl Iterator<Item = u32> {
    let n = std::future::ready(1).await;
    co_yield!(n);
}

fn main() {
    drop(numbers());
}
