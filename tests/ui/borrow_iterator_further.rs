//! An adapter of an iterator that a local is: unlike the iterator itself, it cannot be lent anew for each round.

use coro::prelude::*;

#[coro::coroutine]
fn header(words: Vec<String>) -> impl Iterator<Item = String> {
    let mut words = words.into_iter();
    for word in words.by_ref().take(2) {
        co_yield!(word.to_uppercase());
    }
    yield_from!(words);
}

#[coro::coroutine]
fn named(words: Vec<String>) -> impl Iterator<Item = String> {
    let mut words = words.into_iter();
    let long = words.by_ref().filter(|word| word.len() > 3);
    for word in long {
        co_yield!(word);
    }
    yield_from!(words);
}

fn main() {
    drop(header(Vec::new()));
    drop(named(Vec::new()));
}
