//! A trait that says nothing of yields.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Clone {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
