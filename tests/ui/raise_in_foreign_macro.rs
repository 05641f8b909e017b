//! The same for what raises.

#![allow(unused_macros)]

use coro::prelude::*;

macro_rules! check {
    ($test:expr, $otherwise:expr) => {
        if !$test {
            $otherwise
        }
    };
}

#[coro::coroutine]
fn checked(n: u32) -> impl Coroutine<Yield = u32, Throw = String> {
    check!(n > 1, co_raise!("small"));
    co_yield!(n);
}

fn main() {
    drop(checked(2));
}
