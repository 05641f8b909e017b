//! "How Python coroutines work": delegation, and the delegate's result.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn subroutine() -> impl Coroutine<bool, Yield = &'static str, Return = &'static str> {
    let input = co_yield!("one");
    if input {
        co_yield!("two");
    }
    co_yield!("two.one");
    "result of the subroutine"
}

#[coro::coroutine]
fn create_coroutine() -> impl Coroutine<bool, Yield = &'static str, Return = &'static str> {
    let subresult = yield_from!(subroutine());
    print(format_args!("subresult= {subresult}"));
    co_yield!("three");
    "four"
}

pub(crate) fn main() {
    let mut coro = create_coroutine();

    print(next(&mut coro).unwrap());
    print(coro.send(true).unwrap());
    print(next(&mut coro).unwrap());
    print(next(&mut coro).unwrap());
    if let Err(Stop::Returned(si)) = next(&mut coro) {
        print(si);
    }

    assert_eq!(
        printed(),
        [
            "one",
            "two",
            "two.one",
            "subresult= result of the subroutine",
            "three",
            "four",
        ]
    );
}
