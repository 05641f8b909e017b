//! A pattern looks at an element of a local where it stands.

use coro::prelude::*;

#[coro::coroutine]
fn points(points: Vec<(u32, Option<u32>)>) -> impl Iterator<Item = u32> {
    let (x, y) = &points[0];
    co_yield!(*x);
    if let Some(y) = y {
        co_yield!(*y);
    }
}

#[coro::coroutine]
fn level(levels: Vec<Option<u32>>) -> impl Iterator<Item = u32> {
    if let Some(level) = &levels[1] {
        co_yield!(*level);
        co_yield!(level + 1);
    }
}

fn main() {
    drop(points(Vec::new()));
    drop(level(Vec::new()));
}
