//! A method that consumes by its name is called on what a guard points to: the guard would be released at the yield.

use coro::prelude::*;
use std::cell::{Ref, RefCell};

#[coro::coroutine]
fn first(cell: &RefCell<Option<u32>>) -> impl Iterator<Item = u32> {
    let found = Ref::map(cell.borrow(), |found| found);
    let number = found.unwrap_or(0);
    co_yield!(number);
}

#[coro::coroutine]
fn next(cell: &RefCell<Option<u32>>) -> impl Iterator<Item = u32> {
    let found = Ref::map(cell.borrow(), |found| found);
    if let Some(number) = found.map(|number| number + 1) {
        co_yield!(number);
    }
}

fn main() {
    let cell = RefCell::new(None);
    drop((first(&cell), next(&cell)));
}
