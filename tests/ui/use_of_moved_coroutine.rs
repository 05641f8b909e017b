//! A coroutine given away cannot be sent to.

use coro::prelude::*;

#[coro::coroutine]
fn total() -> impl Coroutine<u32, Yield = u32> {
    co_yield!(1);
}

fn main() {
    let mut total = total();
    drop(total);
    let _ = total.send(1);
}
