//! An async block is polled by somebody else.

use coro::prelude::*;
use std::future::Future;

#[coro::coroutine]
fn futures() -> impl Coroutine<Yield = u32, Return = Box<dyn Future<Output = ()>>> {
    Box::new(async {
        co_yield!(1);
    })
}

fn main() {
    drop(futures());
}
