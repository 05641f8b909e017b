//! `mut` that nothing needs. Of a local that is kept across a yield rustc cannot tell.

#![deny(unused_mut)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers(mut argument: u32) -> impl Iterator<Item = u32> {
    let mut n = 1;
    co_yield!(n);
    co_yield!(n + argument);
    let mut late = 2;
    co_yield!(late);
}

fn main() {
    drop(numbers(1));
}
