//! An import in the body that nothing uses.

#![deny(unused_imports)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    use std::collections::HashMap;
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
