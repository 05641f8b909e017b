//! What is sent and never read.

#![deny(unused_variables, unused_assignments)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<u32, Yield = u32> {
    let sent = co_yield!(1);
    let mut last = co_yield!(2);
    last = co_yield!(3);
}

fn main() {
    drop(numbers());
}
