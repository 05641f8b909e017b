//! Two exclusive borrows at once, without any yield between them.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(mut items: Vec<u32>) -> impl Iterator<Item = u32> {
    co_yield!(0);
    let first = &mut items;
    let second = &mut items;
    first.push(1);
    second.push(2);
    co_yield!(1);
}

fn main() {
    drop(numbers(vec![]));
}
