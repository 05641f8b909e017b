//! The user's own unused variables, each reported once, where they are written.

#![deny(unused_variables)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers(argument: u32, (left, right): (u32, u32)) -> impl Iterator<Item = u32> {
    let before = 1;
    co_yield!(left);
    let across = 2;
    for index in 0..2 {
        co_yield!(3);
    }
    if let Some(found) = Some(4) {
        co_yield!(4);
    }
}

fn main() {
    drop(numbers(1, (1, 2)));
}
