//! The arguments are no string.

use coro::prelude::*;

#[coro::coroutine("prime")]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
