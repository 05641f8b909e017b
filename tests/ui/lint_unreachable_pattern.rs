//! An arm that never matches.

#![deny(unreachable_patterns)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Option<u32>, Yield = u32> {
    match co_yield!(1) {
        Some(n) => {
            co_yield!(n);
        }
        None => {}
        _ => {
            co_yield!(2);
        }
    }
}

fn main() {
    drop(numbers());
}
