//! A coroutine that is sent values cannot be iterated over.

use coro::prelude::*;

#[coro::coroutine]
fn total() -> impl Coroutine<u32, Yield = u32> {
    let mut sum = 0;
    loop {
        sum += co_yield!(sum);
    }
}

fn main() {
    for n in total() {
        println!("{n}");
    }
}
