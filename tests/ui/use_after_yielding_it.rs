//! A value handed out is gone.

use coro::prelude::*;

#[coro::coroutine]
fn names(name: String) -> impl Iterator<Item = String> {
    co_yield!(name);
    println!("{name}");
}

fn main() {
    drop(names(String::new()));
}
