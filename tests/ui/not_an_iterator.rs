//! A `for` over something that cannot be iterated over.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(n: u32) -> impl Iterator<Item = u32> {
    for i in n {
        co_yield!(i);
    }
}

fn main() {
    drop(numbers(1));
}
