//! A trait is no type.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    for n in numbers() {
        println!("{n}");
    }
}
