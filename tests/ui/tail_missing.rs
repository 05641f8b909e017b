//! No value at the end.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Return = String> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
