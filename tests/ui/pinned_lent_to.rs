//! What a frame is sent stays in it, so it is of one lifetime.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn longest() -> impl Coroutine<&str, Yield = usize> {
    let mut longest = 0;
    loop {
        longest = longest.max(co_yield!(longest).len());
    }
}

fn main() {
    drop(longest());
}
