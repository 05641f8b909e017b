//! A tail of another type.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Return = String> {
    co_yield!(1);
    2
}

fn main() {
    drop(numbers());
}
