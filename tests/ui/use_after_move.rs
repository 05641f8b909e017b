//! A value given away before the yield.

use coro::prelude::*;

#[coro::coroutine]
fn lengths(name: String) -> impl Iterator<Item = usize> {
    drop(name);
    co_yield!(1);
    co_yield!(name.len());
}

fn main() {
    drop(lengths(String::new()));
}
