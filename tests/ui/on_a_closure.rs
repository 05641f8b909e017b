//! A closure cannot be a coroutine.

#![allow(unused_imports)]

use coro::prelude::*;

fn main() {
    #[coro::coroutine]
    let numbers = || co_yield!(1);
    numbers();
}
