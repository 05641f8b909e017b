//! Only what says `+ Clone` can be forked.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    let first = numbers();
    drop(first.clone());
}
