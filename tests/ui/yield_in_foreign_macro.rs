//! What a macro of the user does with its tokens cannot be known.

#![allow(unused_macros)]

use coro::prelude::*;

macro_rules! twice {
    ($value:expr) => {
        ($value, $value)
    };
}

#[coro::coroutine]
fn pairs() -> impl Coroutine<u32, Yield = u32, Return = (u32, u32)> {
    twice!(co_yield!(1))
}

fn main() {
    drop(pairs());
}
