//! The same in code that does not yield.

#![deny(unreachable_code)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers(early: bool) -> impl Iterator<Item = u32> {
    if early {
        return;
        println!("never");
    }
    co_yield!(1);
}

fn main() {
    drop(numbers(true));
}
