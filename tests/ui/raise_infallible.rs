//! Nothing but a close can be raised where no `Throw` is named.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32> {
    co_yield!(1);
    co_raise!("no");
}

fn main() {
    drop(numbers());
}
