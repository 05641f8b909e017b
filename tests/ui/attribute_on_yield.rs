//! An attribute that means nothing on a statement.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    #[inline]
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
