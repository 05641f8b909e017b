//! No such argument.

use coro::prelude::*;

#[coro::coroutine(primed)]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
