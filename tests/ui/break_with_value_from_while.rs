//! Only a `loop` has a value.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<bool, Yield = u32, Return = u32> {
    let n = while co_yield!(1) {
        break 5;
    };
    n
}

fn main() {
    drop(numbers());
}
