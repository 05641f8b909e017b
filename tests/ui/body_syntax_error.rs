//! The body does not parse. The import is used all the same.

#![deny(unused_imports)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    let n = ;
    co_yield!(n);
    coro::yield_from!([n]);
}

fn main() {
    drop(numbers());
}
