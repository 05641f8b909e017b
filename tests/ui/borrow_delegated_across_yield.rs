//! A delegate that borrows from what the coroutine owns.

use coro::prelude::*;

#[coro::coroutine]
fn twice(items: Vec<u32>) -> impl Iterator<Item = u32> {
    yield_from!(items.iter().copied());
    let odd = items.into_iter().filter(|n| n % 2 == 1).collect::<Vec<_>>();
    yield_from!(odd.iter().copied());
    yield_from!(odd);
}

fn main() {
    drop(twice(vec![]));
}
