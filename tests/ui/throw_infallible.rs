//! Nothing can be thrown where no `Throw` is named.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32> {
    co_yield!(1);
}

fn main() {
    let mut numbers = numbers();
    let _ = numbers.throw("stop");
}
