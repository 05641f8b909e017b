//! A region belongs to the body it stands in.

use coro::prelude::*;

#[coro::coroutine]
fn guarded() -> impl Coroutine<Yield = u32, Throw = String> {
    let run = || co_try!({ 1 });
    let _ = run();
    co_yield!(1);
}

fn main() {
    drop(guarded());
}
