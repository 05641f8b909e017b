//! What is caught is a `Result`, not the block's value.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<u32, Yield = u32, Throw = String> {
    let sent: u32 = co_try!({ co_yield!(1) });
    co_yield!(sent);
}

fn main() {
    drop(numbers());
}
