//! A closure is a function of its own.

use coro::prelude::*;

#[coro::coroutine]
fn doubled(items: Vec<u32>) -> impl Iterator<Item = u32> {
    items.into_iter().for_each(|x| co_yield!(x * 2));
}

fn main() {
    drop(doubled(vec![1]));
}
