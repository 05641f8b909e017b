//! The `else` of a `let` cannot go on.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Option<u32>, Yield = u32> {
    let Some(n) = co_yield!(1) else {
        println!("none");
    };
    co_yield!(n);
}

fn main() {
    drop(numbers());
}
