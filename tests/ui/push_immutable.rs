//! Changed through a method, not declared `mut`.

use coro::prelude::*;

#[coro::coroutine]
fn collect() -> impl Coroutine<u32, Return = usize> {
    let seen = Vec::new();
    seen.push(co_yield!());
    seen.push(co_yield!());
    seen.len()
}

fn main() {
    drop(collect());
}
