//! An argument taken by value is a local too.

use coro::prelude::*;

#[coro::coroutine]
fn lengths(items: Vec<String>) -> impl Iterator<Item = usize> {
    for item in &items {
        co_yield!(item.len());
    }
}

fn main() {
    drop(lengths(vec![]));
}
