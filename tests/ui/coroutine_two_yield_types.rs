//! One type is yielded.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Yield = String> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
