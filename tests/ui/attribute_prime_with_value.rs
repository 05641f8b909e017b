//! `prime` takes no value.

use coro::prelude::*;

#[coro::coroutine(prime = true)]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
