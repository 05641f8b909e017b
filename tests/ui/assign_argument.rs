//! An argument that is not declared `mut`.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(n: u32) -> impl Iterator<Item = u32> {
    loop {
        co_yield!(n);
        n += 1;
    }
}

fn main() {
    drop(numbers(1));
}
