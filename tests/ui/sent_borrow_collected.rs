//! The same, through a collection.

use coro::prelude::*;

#[coro::coroutine]
fn collect() -> impl for<'a> Coroutine<&'a str, Yield = usize> {
    let mut lines = Vec::new();
    loop {
        let line = co_yield!(lines.len());
        lines.push(line);
    }
}

fn main() {
    drop(collect());
}
