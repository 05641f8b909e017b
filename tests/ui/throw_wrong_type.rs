//! The caller throws a value of another type.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Throw = String> {
    co_yield!(1);
}

fn main() {
    let mut numbers = numbers();
    let _ = numbers.throw(1);
}
