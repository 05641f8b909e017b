//! The value is thrown away by a semicolon.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Return = String> {
    co_yield!(1);
    String::new();
}

fn main() {
    drop(numbers());
}
