//! An `Option` in a coroutine that returns a `Result`.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(items: Vec<u32>) -> impl Coroutine<Yield = u32, Return = Result<(), String>> {
    let n = items.first().copied()?;
    co_yield!(n);
    Ok(())
}

fn main() {
    drop(numbers(vec![1]));
}
