//! An iterator returns nothing, and the type of a call is for rustc to say.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(n: u32) -> impl Iterator<Item = u32> {
    if n == 0 {
        return n;
    }
    co_yield!(1);
    n.to_string()
}

fn main() {
    drop(numbers(1));
}
