//! "Python coroutines" (a study of Beazley's course): one generator after the other, by loops and by
//! delegation.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn generator2() -> impl Iterator<Item = u32> {
    for i in 0..10 {
        co_yield!(i);
    }
}

#[coro::coroutine]
fn generator3() -> impl Iterator<Item = u32> {
    for j in 10..20 {
        co_yield!(j);
    }
}

#[coro::coroutine]
fn by_loops() -> impl Iterator<Item = u32> {
    for i in generator2() {
        co_yield!(i);
    }
    for j in generator3() {
        co_yield!(j);
    }
}

#[coro::coroutine]
fn generator() -> impl Iterator<Item = u32> {
    yield_from!(generator2());
    yield_from!(generator3());
}

pub(crate) fn main() {
    print(format!("{:?}", generator().collect::<Vec<_>>()));

    assert!(generator().eq(by_loops()));
    assert_eq!(
        printed(),
        ["[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]"]
    );
}
