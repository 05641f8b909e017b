//! A generic that is not asked for what the body needs.

use coro::prelude::*;

#[coro::coroutine]
fn printed<T>(items: Vec<T>) -> impl Iterator<Item = String> {
    for item in items {
        co_yield!(item.to_string());
    }
}

fn main() {
    drop(printed(vec![1]));
}
