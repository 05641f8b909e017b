//! A box that borrows says so.

use coro::prelude::*;

#[coro::coroutine]
fn words(text: &str) -> Box<dyn Iterator<Item = usize>> {
    for word in text.split(' ') {
        co_yield!(word.len());
    }
}

fn main() {
    drop(words("a"));
}
