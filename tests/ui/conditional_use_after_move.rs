//! Given away on one path, used on both.

use coro::prelude::*;

#[coro::coroutine]
fn names(give: bool, name: String) -> impl Iterator<Item = String> {
    if give {
        co_yield!(name);
    }
    co_yield!(name);
}

fn main() {
    drop(names(true, String::new()));
}
