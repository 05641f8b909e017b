//! The keyword is not stable; the marker is `co_yield!`.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    yield 1;
    co_yield!(2);
}

fn main() {
    drop(numbers());
}
