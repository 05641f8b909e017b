//! A sent value of another type.

use coro::prelude::*;

#[coro::coroutine]
fn total() -> impl Coroutine<u32, Yield = u32> {
    let name: String = co_yield!(1);
    drop(name);
}

fn main() {
    drop(total());
}
