//! A method that does not exist, on a local kept across a yield.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = usize> {
    let items = vec![1];
    co_yield!(1);
    co_yield!(items.length());
}

fn main() {
    drop(numbers());
}
