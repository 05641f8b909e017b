//! A type that only the caller can say.

use coro::prelude::*;

#[coro::coroutine]
fn defaults<T: Default>() -> impl Iterator<Item = T> {
    co_yield!(T::default());
}

fn main() {
    drop(defaults());
}
