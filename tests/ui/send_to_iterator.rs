//! An iterator is not sent anything.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    let _ = numbers().send(1);
}
