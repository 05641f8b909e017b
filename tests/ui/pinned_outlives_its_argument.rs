//! The items outlive the coroutine that borrows them, but not what they are borrowed from.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn each<'a>(items: &'a [u32]) -> impl Iterator<Item = &'a u32> {
    for item in items {
        co_yield!(item);
    }
}

fn main() {
    let mut outer: Vec<&u32> = Vec::new();
    {
        let items = vec![1, 2];
        outer.extend(each(&items));
    }
    println!("{outer:?}");
}
