//! "Python coroutines" (a study of Beazley's course): an infinite generator.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn naturals() -> impl Iterator<Item = u32> {
    let mut n = 0;
    loop {
        co_yield!(n);
        n += 1;
    }
}

pub(crate) fn main() {
    for i in naturals() {
        print(i);
        if i > 10 {
            break;
        }
    }

    let expected: Vec<_> = (0..=11).map(|i| i.to_string()).collect();
    assert_eq!(printed(), expected);
}
