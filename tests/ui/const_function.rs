//! A state machine is made when the function is called.

use coro::prelude::*;

#[coro::coroutine]
const fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
