//! Nothing to go on with.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(n: u32) -> impl Iterator<Item = u32> {
    if n > 0 {
        co_yield!(1);
        continue;
    }
}

fn main() {
    drop(numbers(1));
}
