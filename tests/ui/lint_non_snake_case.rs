//! A name is reported once, not once for each state that keeps it.

#![deny(non_snake_case)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers(First: u32) -> impl Iterator<Item = u32> {
    let Second = First + 1;
    co_yield!(Second);
    co_yield!(First + Second);
    co_yield!(First + Second);
}

fn main() {
    drop(numbers(1));
}
