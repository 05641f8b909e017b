//! A lifetime that nobody declared.

use coro::prelude::*;

#[coro::coroutine]
fn words(text: &'a str) -> impl Iterator<Item = &'a str> {
    co_yield!(text);
}

fn main() {
    drop(words("a"));
}
