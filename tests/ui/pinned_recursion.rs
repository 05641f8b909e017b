//! A frame that holds its own kind has no type: the return type must be a box.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn down(n: u32) -> impl Iterator<Item = u32> {
    co_yield!(n);
    if n > 0 {
        yield_from!(down(n - 1));
    }
}

fn main() {
    drop(down(1));
}
