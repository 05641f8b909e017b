//! A reference to a coroutine has no owner.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> &'static dyn Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    let _ = numbers();
}
