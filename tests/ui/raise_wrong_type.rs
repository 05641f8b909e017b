//! What is raised has to be the coroutine's `Throw` or an `Interrupt` of it.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Throw = String> {
    co_yield!(1);
    co_raise!(12);
}

fn main() {
    drop(numbers());
}
