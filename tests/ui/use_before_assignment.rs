//! A local that has no value yet.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(ready: bool) -> impl Iterator<Item = u32> {
    let n: u32;
    if ready {
        n = 1;
        co_yield!(0);
    }
    co_yield!(n);
}

fn main() {
    drop(numbers(true));
}
