//! Not both at once.

use coro::prelude::*;

#[coro::coroutine]
async fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
