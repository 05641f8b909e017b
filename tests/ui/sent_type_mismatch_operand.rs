//! A sent value in an expression of another type.

use coro::prelude::*;

#[coro::coroutine]
fn total() -> impl Coroutine<u32, Yield = u64> {
    let mut sum = 0_u64;
    loop {
        sum += co_yield!(sum);
    }
}

fn main() {
    drop(total());
}
