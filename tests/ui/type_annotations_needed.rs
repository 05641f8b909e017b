//! A type that nothing says, as in a plain function.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = usize> {
    let items = Vec::new();
    co_yield!(1);
    co_yield!(items.len());
}

fn main() {
    drop(numbers());
}
