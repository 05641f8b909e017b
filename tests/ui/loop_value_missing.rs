//! A loop that is left without the value it should have.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<bool, Yield = u32, Return = u32> {
    let n: u32 = loop {
        if co_yield!(1) {
            break;
        }
    };
    n
}

fn main() {
    drop(numbers());
}
