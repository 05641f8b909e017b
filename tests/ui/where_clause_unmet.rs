//! A bound of the coroutine that the caller's type does not meet.

use coro::prelude::*;

struct Opaque;

#[coro::coroutine]
fn printed<T>(items: Vec<T>) -> impl Iterator<Item = String>
where
    T: std::fmt::Display,
{
    for item in items {
        co_yield!(item.to_string());
    }
}

fn main() {
    drop(printed(vec![Opaque]));
}
