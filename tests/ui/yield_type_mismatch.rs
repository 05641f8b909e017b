//! A yielded value of another type.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
    co_yield!("two");
}

fn main() {
    drop(numbers());
}
