//! Effective Python, Item 40: the least value so far. The first yield hands out nothing, each later one
//! the minimum in exchange for the next value.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn minimize() -> impl Coroutine<i32, Yield = Option<i32>> {
    let mut current = co_yield!(None);
    loop {
        let value = co_yield!(Some(current));
        current = value.min(current);
    }
}

pub(crate) fn main() {
    let mut it = minimize();
    assert_eq!(next(&mut it), Ok(None)); // Prime the generator
    for value in [10, 4, 22, -1] {
        if let Ok(Some(least)) = it.send(value) {
            print(least);
        }
    }

    assert_eq!(printed(), ["10", "4", "4", "-1"]);
}
