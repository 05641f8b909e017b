//! What is written as a statement, without a semicolon, has no value.

use coro::prelude::*;

#[coro::coroutine]
fn branches(first: bool) -> impl Iterator<Item = u32> {
    if first {
        co_yield!(1);
        5
    }
    match first {
        true => {
            co_yield!(2);
            first
        }
        false => {}
    }
    for n in 0..3 {
        co_yield!(n);
        n + 1
    }
}

fn main() {
    drop(branches(true));
}
