//! A closure that borrows a local, called after a yield.

use coro::prelude::*;

#[coro::coroutine]
fn log() -> impl Coroutine<String, Return = usize> {
    let mut lines = Vec::new();
    let mut add = |line: String| lines.push(line);
    add(co_yield!());
    add(co_yield!());
    lines.len()
}

fn main() {
    drop(log());
}
