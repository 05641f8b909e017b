//! Whom to delegate to?

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    yield_from!();
}

fn main() {
    drop(numbers());
}
