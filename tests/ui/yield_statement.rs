//! The operand is an expression.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(let n = 1);
}

fn main() {
    drop(numbers());
}
