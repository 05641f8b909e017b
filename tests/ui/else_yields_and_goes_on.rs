//! The `else` of a `let` cannot go on, where it yields either.

use coro::prelude::*;

#[coro::coroutine]
fn ends_in_nothing(found: Option<u32>) -> impl Coroutine<u32, Yield = u32> {
    let Some(n) = found else {
        co_yield!(0);
        println!("none");
    };
    co_yield!(n);
}

#[coro::coroutine]
fn may_go_on(found: Option<u32>) -> impl Coroutine<u32, Yield = u32> {
    let Some(_n) = found else {
        if co_yield!(0) > 1 {
            return;
        }
    };
    co_yield!(1);
}

#[coro::coroutine]
fn ends_in_a_yield(found: Option<u32>) -> impl Coroutine<u32, Yield = u32> {
    let Some(n) = found else {
        co_yield!(0);
    };
    co_yield!(n);
}

fn main() {
    drop((ends_in_nothing(None), may_go_on(None), ends_in_a_yield(None)));
}
