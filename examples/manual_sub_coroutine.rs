//! "How Python coroutines work": a coroutine that calls another by hand, first for exactly two yields,
//! then for any number of them.

mod support;

use coro::prelude::*;
use support::{print, printed};

mod two_yields {
    use coro::prelude::*;

    #[coro::coroutine]
    fn subroutine() -> impl Coroutine<bool, Yield = &'static str> {
        let input = co_yield!("one");
        if input {
            co_yield!("two");
        }
    }

    #[coro::coroutine]
    pub(crate) fn create_coroutine()
    -> impl Coroutine<bool, Yield = &'static str, Return = &'static str> {
        let mut subcoro = subroutine();
        let output = next(&mut subcoro).unwrap();
        let input = co_yield!(output);
        co_yield!(subcoro.send(input).unwrap());
        co_yield!("three");
        "four"
    }
}

#[coro::coroutine]
fn subroutine() -> impl Coroutine<bool, Yield = &'static str> {
    let input = co_yield!("one");
    if input {
        co_yield!("two");
    }
    co_yield!("two.one");
}

#[coro::coroutine]
fn create_coroutine() -> impl Coroutine<bool, Yield = &'static str, Return = &'static str> {
    let mut subcoro = subroutine();
    let output = next(&mut subcoro).unwrap();
    let mut input = co_yield!(output);
    while let Ok(output) = subcoro.send(input) {
        input = co_yield!(output);
    }
    co_yield!("three");
    "four"
}

/// Answers the first yield with `true` and prints everything.
fn drive(mut coro: impl Coroutine<bool, Yield = &'static str, Return = &'static str>) {
    if let Ok(first) = next(&mut coro) {
        print(first);
    }
    let mut input = true;
    loop {
        match coro.send(input) {
            Ok(output) => print(output),
            Err(Stop::Returned(si)) => return print(si),
            Err(_) => return,
        }
        input = false;
    }
}

pub(crate) fn main() {
    drive(two_yields::create_coroutine());
    assert_eq!(printed(), ["one", "two", "three", "four"]);
    drive(create_coroutine());
    assert_eq!(printed(), ["one", "two", "two.one", "three", "four"]);
}
