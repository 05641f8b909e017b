//! A nested function is not part of the body.

use coro::prelude::*;

#[coro::coroutine]
fn outer() -> impl Iterator<Item = u32> {
    fn inner() {
        co_yield!(2);
    }
    inner();
    co_yield!(1);
}

fn main() {
    drop(outer());
}
