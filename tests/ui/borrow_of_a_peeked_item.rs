//! What is peeked at stays in the iterator; and what a method is called on is held to the end of the statement.

use coro::prelude::*;

#[coro::coroutine]
fn peeked(list: Vec<u32>) -> impl Iterator<Item = u32> {
    let mut items = list.into_iter().peekable();
    if let Some(next) = items.peek() {
        co_yield!(1);
        co_yield!(*next);
    }
    yield_from!(items);
}

#[coro::coroutine]
fn pushed(mut lists: Vec<Vec<u32>>) -> impl Iterator<Item = usize> {
    lists.last_mut().unwrap().push({
        co_yield!(1);
        2
    });
    co_yield!(lists.len());
}

#[coro::coroutine]
fn trimmed(n: u32) -> impl Iterator<Item = usize> {
    let text = n.to_string();
    let short = text.trim_end_matches('0');
    co_yield!(1);
    co_yield!(short.len());
}

fn main() {
    drop(peeked(Vec::new()));
    drop(pushed(Vec::new()));
    drop(trimmed(100));
}
