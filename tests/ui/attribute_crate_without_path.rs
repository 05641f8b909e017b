//! `crate` names a path.

use coro::prelude::*;

#[coro::coroutine(crate)]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
