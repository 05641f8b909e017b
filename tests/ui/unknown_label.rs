//! No loop of this name.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    loop {
        co_yield!(1);
        break 'outer;
    }
}

fn main() {
    drop(numbers());
}
