//! Effective Python, Item 40, on Python 2: delegation without `yield from` is a loop that yields.

mod support;

use coro::prelude::*;
use std::fmt::Debug;
use support::{print, printed};

#[coro::coroutine]
fn delegated() -> impl Iterator<Item = i32> {
    co_yield!(1);
    co_yield!(2);
}

#[coro::coroutine]
fn composed() -> impl Iterator<Item = Box<dyn Debug>> {
    co_yield!(Box::new('A'));
    for value in delegated() {
        co_yield!(Box::new(value)); // yield from in Python 3
    }
    co_yield!(Box::new('B'));
}

pub(crate) fn main() {
    print(format!("{:?}", composed().collect::<Vec<_>>()));

    assert_eq!(printed(), ["['A', 1, 2, 'B']"]);
}
