//! A const block runs at compile time.

use coro::prelude::*;

#[coro::coroutine]
fn early() -> impl Iterator<Item = u32> {
    const { co_yield!(1) };
}

fn main() {
    drop(early());
}
