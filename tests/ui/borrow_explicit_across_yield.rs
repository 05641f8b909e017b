//! A reference in a variable.

use coro::prelude::*;

#[coro::coroutine]
fn counter() -> impl Iterator<Item = u32> {
    let mut count = 0;
    let view = &mut count;
    co_yield!(*view);
    *view += 1;
    co_yield!(*view);
}

fn main() {
    drop(counter());
}
