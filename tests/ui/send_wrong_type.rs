//! The caller sends a value of another type.

use coro::prelude::*;

#[coro::coroutine]
fn total() -> impl Coroutine<u32, Yield = u32> {
    let mut sum = 0;
    loop {
        sum += co_yield!(sum);
    }
}

fn main() {
    let mut total = total();
    let _ = total.send("one");
}
