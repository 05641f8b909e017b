//! A sent value that no arm takes.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Option<u32>, Yield = u32> {
    match co_yield!(1) {
        Some(n) => drop(co_yield!(n)),
    }
}

fn main() {
    drop(numbers());
}
