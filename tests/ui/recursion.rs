//! A coroutine that contains itself would be infinitely large.

use coro::prelude::*;

#[coro::coroutine]
fn countdown(n: u32) -> impl Iterator<Item = u32> {
    co_yield!(n);
    if n > 0 {
        yield_from!(countdown(n - 1));
    }
}

fn main() {
    drop(countdown(1));
}
