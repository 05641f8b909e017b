//! A delegated iterator of something else.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    yield_from!(vec!["a", "b"]);
}

fn main() {
    drop(numbers());
}
