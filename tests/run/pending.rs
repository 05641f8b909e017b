//! Waiting for the engine; not in main.rs. A test moves to its file when it passes.

use coro::prelude::*;

/// A region without a yield is a region all the same.
#[coro::coroutine]
fn quiet_region() -> impl Coroutine<Yield = i32, Throw = String> {
    let a = co_try!({ 5 }).unwrap_or(0);
    let b = co_try!({
        let guard = a;
        guard + 1
    });
    co_yield!(a + b.unwrap());
}

#[test]
fn regions_without_a_yield() {
    assert_eq!(quiet_region().prime(), Ok(Some(11)));
}
