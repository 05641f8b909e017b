//! Forking needs locals that can be cloned.

use coro::prelude::*;

struct Once(u32);

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> + Clone {
    let once = Once(1);
    co_yield!(1);
    co_yield!(once.0);
}

fn main() {
    drop(numbers());
}
