//! `co_yield!()` yields `()`.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!();
}

fn main() {
    drop(numbers());
}
