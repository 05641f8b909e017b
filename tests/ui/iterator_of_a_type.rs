//! The item of an iterator has a name.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<u32> {
    co_yield!(1);
}

fn main() {
    for n in numbers() {
        println!("{n}");
    }
}
