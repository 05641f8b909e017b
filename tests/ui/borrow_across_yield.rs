//! A reference to a local of the coroutine, held while it is suspended.

use coro::prelude::*;

#[coro::coroutine]
fn lines() -> impl Iterator<Item = usize> {
    let text = String::from("a\nb");
    for line in text.lines() {
        co_yield!(line.len());
    }
}

fn main() {
    drop(lines());
}
