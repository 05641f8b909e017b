//! Coroutines that nobody calls.

#![deny(dead_code)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

#[coro::coroutine]
fn total() -> impl Coroutine<u32, Yield = u32> {
    co_yield!(1);
}

fn main() {}
