//! Given away in the first round, used in the second.

use coro::prelude::*;

#[coro::coroutine]
fn names(name: String) -> impl Iterator<Item = usize> {
    for _ in 0..2 {
        co_yield!(1);
        let bytes = name.into_bytes();
        co_yield!(bytes.len());
    }
}

fn main() {
    drop(names(String::new()));
}
