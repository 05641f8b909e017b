//! The body does not parse.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    let n = ;
    co_yield!(n);
}

fn main() {
    drop(numbers());
}
