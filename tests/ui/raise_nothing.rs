//! `co_raise!` has to be told what.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Throw = String> {
    co_yield!(1);
    co_raise!();
}

fn main() {
    drop(numbers());
}
