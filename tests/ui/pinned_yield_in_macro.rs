//! A macro that makes an async block of its argument: what async-stream's issue 106 did.

use coro::prelude::*;

macro_rules! asynk {
    ($e:expr) => {
        async { $e }
    };
}

#[coro::coroutine(pinned)]
fn numbers() -> impl Iterator<Item = u32> {
    let smuggled = asynk!(co_yield!(42));
    drop(smuggled);
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
