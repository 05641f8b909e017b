//! One value at a time.

use coro::prelude::*;

#[coro::coroutine]
fn pairs() -> impl Iterator<Item = (u32, u32)> {
    co_yield!(1, 2);
}

fn main() {
    drop(pairs());
}
