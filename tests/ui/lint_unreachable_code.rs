//! Code after an endless loop, and after a return.

#![deny(unreachable_code)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers(early: bool) -> impl Iterator<Item = u32> {
    if early {
        return;
        co_yield!(0);
    }
    loop {
        co_yield!(1);
    }
    println!("never");
}

fn main() {
    drop(numbers(true));
}
