//! A frame may point into itself, so it cannot be copied.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn words(text: String) -> impl Iterator<Item = usize> + Clone {
    for word in text.split(' ') {
        co_yield!(word.len());
    }
}

fn main() {
    drop(words(String::new()));
}
