//! Two references in, one out: which?

use coro::prelude::*;

#[coro::coroutine]
fn both(left: &str, right: &str) -> impl Iterator<Item = &str> {
    co_yield!(left);
    co_yield!(right);
}

fn main() {
    drop(both("a", "b"));
}
