//! The length of an array is known at compile time.

use coro::prelude::*;

#[coro::coroutine]
fn zeros() -> impl Coroutine<usize, Yield = u32, Return = usize> {
    let zeros = [0_u8; co_yield!(1)];
    zeros.len()
}

fn main() {
    drop(zeros());
}
