//! A trait that does not exist.

use coro::prelude::*;

#[coro::coroutine]
fn printed<T: Printable>(items: Vec<T>) -> impl Iterator<Item = T> {
    for item in items {
        co_yield!(item);
    }
}

fn main() {}
