//! The body does not parse.

#![allow(unused_imports)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    let n = ;
    co_yield!(n);
}

fn main() {
    drop(numbers());
}
