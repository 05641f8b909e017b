//! rustc has an unstable attribute of this name.

use coro::coroutine;
use coro::prelude::*;

#[coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
