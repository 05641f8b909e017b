//! What is yielded outlives the step that made it.

use coro::prelude::*;

#[coro::coroutine]
fn names<'a>() -> impl Iterator<Item = &'a str> {
    let name = String::from("a");
    co_yield!(name.as_str());
}

fn main() {
    drop(names());
}
