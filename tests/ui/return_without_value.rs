//! A bare `return` where a value is due.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(n: u32) -> impl Coroutine<Yield = u32, Return = String> {
    if n == 0 {
        return;
    }
    co_yield!(n);
    String::new()
}

fn main() {
    drop(numbers(1));
}
