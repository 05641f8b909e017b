//! A macro cannot see through an alias.

use coro::prelude::*;

type Numbers = Box<dyn Iterator<Item = u32>>;

#[coro::coroutine]
fn numbers() -> Numbers {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
