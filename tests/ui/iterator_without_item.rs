//! What is yielded has to be said.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
