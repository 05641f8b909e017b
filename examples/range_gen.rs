//! "Python coroutines" (a study of Beazley's course): a generator in place of `range()`.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn range_gen(start: i32, end: i32, step: i32) -> impl Iterator<Item = i32> {
    let mut i = start;
    while i < end {
        co_yield!(i);
        i += step;
    }
}

pub(crate) fn main() {
    for i in range_gen(1, 10, 2) {
        print(i);
    }

    assert_eq!(printed(), ["1", "3", "5", "7", "9"]);
}
