//! An early `return` of another type.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(n: u32) -> impl Coroutine<Yield = u32, Return = String> {
    if n == 0 {
        return n;
    }
    co_yield!(n);
    String::new()
}

fn main() {
    drop(numbers(1));
}
