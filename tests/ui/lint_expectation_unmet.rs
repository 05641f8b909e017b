//! An expectation of the user that is not met is reported, once.

#![deny(unfulfilled_lint_expectations)]

use coro::prelude::*;

#[expect(unused_variables)]
#[coro::coroutine]
fn numbers(n: u32) -> impl Iterator<Item = u32> {
    co_yield!(n);
}

fn main() {
    drop(numbers(1));
}
