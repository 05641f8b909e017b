//! Effective Python, Item 40, on Python 2: a value returned by raising it.

mod support;

use coro::prelude::*;
use support::{print, printed};

struct MyReturn {
    value: i32,
}

#[coro::coroutine]
#[allow(unreachable_code)]
fn delegated() -> impl Coroutine<(), Yield = i32, Throw = MyReturn> {
    co_yield!(1);
    co_raise!(MyReturn { value: 2 }); // return 2 in Python 3
    co_yield!(0); // Not reached
}

#[coro::coroutine]
fn composed() -> impl Iterator<Item = i32> {
    let mut values = delegated();
    let output = loop {
        match next(&mut values) {
            Ok(value) => co_yield!(value),
            Err(Stop::Raised(e)) => break e.value,
            Err(_) => return,
        }
    };
    co_yield!(output * 4);
}

pub(crate) fn main() {
    print(format!("{:?}", composed().collect::<Vec<_>>()));

    assert_eq!(printed(), ["[1, 8]"]);
}
