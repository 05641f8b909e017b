//! What a coroutine is stands in its return type.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() {
    co_yield!(1);
}

fn main() {
    numbers();
}
