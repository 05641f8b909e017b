//! What is yielded is one type, not a bound.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield: u32> {
    co_yield!(1);
}

fn main() {
    for n in numbers() {
        println!("{n}");
    }
}
