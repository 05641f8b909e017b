//! A sent reference may be used until the next yield.

use coro::prelude::*;

#[coro::coroutine]
fn longest() -> impl Coroutine<&str, Yield = usize> {
    let first = co_yield!(0);
    let second = co_yield!(first.len());
    println!("{first}{second}");
}

fn main() {
    drop(longest());
}
