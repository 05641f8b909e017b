//! One call makes one coroutine.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> Vec<Box<dyn Iterator<Item = u32>>> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
