//! The mistake is in a variable's type.

use coro::prelude::*;

#[coro::coroutine]
fn names(count: usize) -> impl Iterator<Item = String> {
    for n in 0..count {
        let name = format!("{n}");
        co_yield!(name.as_str());
    }
}

fn main() {
    drop(names(1));
}
