//! A coroutine takes one type without a name.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<u32, u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers().send(1));
}
