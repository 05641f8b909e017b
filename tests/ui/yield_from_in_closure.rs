//! A closure is a function of its own, and its caller cannot be suspended.

use coro::prelude::*;

#[coro::coroutine]
fn flat(items: Vec<Vec<u32>>) -> impl Iterator<Item = u32> {
    let all = || yield_from!(items.concat());
    all();
}

fn main() {
    drop(flat(vec![vec![1]]));
}
