//! The way out of the frame has a name that only the attribute knows.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
    drop(channel.suspend(2));
}

fn main() {
    drop(numbers());
}
