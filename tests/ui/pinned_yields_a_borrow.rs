//! A frame may borrow from itself, but what it yields leaves it: what async-stream's issue 107 did.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn words<'a>() -> impl Iterator<Item = &'a str> {
    let text = String::from("a b");
    for word in text.split(' ') {
        co_yield!(word);
    }
}

fn main() {
    drop(words());
}
