//! Nothing is sent to an iterator: its yields are `()`.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    let n: u32 = co_yield!(1);
    co_yield!(n);
}

fn main() {
    drop(numbers());
}
