//! A trait is no type in a box either.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> Box<Coroutine<Yield = u32>> {
    co_yield!(1);
}

fn main() {
    drop(numbers().send(()));
}
