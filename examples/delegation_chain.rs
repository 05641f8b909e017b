//! "How Python coroutines work": `d` delegates to `c`, `c` to `b`, and `b` to `a` and then `a1`.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn a() -> impl Coroutine<i32, Yield = i32, Return = i32> {
    let mut sum = 0;
    while sum < 100 {
        sum += co_yield!(sum);
        print(format_args!("Sum in a is {sum}"));
    }

    sum
}

#[coro::coroutine]
fn a1() -> impl Coroutine<i32, Yield = i32, Return = i32> {
    co_yield!(-1);
    co_yield!(-2);
    -3
}

#[coro::coroutine]
fn b() -> impl Coroutine<i32, Yield = i32, Return = i32> {
    // yield_from! forwards every send to `a`, and evaluates to what `a` returns.
    let a_result = yield_from!(a());
    print("After yield from a()");
    let a1_result = yield_from!(a1());
    print("After yield from a1()");
    a_result + a1_result
}

#[coro::coroutine]
fn c() -> impl Coroutine<i32, Yield = i32, Return = i32> {
    let result = yield_from!(b());
    print("After yield from b()");
    result
}

#[coro::coroutine]
fn d() -> impl Coroutine<i32, Yield = i32, Return = i32> {
    yield_from!(c())
}

pub(crate) fn main() {
    let mut coro = d();

    coro.prime().unwrap();
    print(coro.send(1).unwrap());
    print(coro.send(1).unwrap());
    print(coro.send(99).unwrap());
    print(coro.send(1).unwrap());
    if let Err(Stop::Returned(value)) = coro.send(1) {
        print(format_args!("Result: {value}"));
    }

    assert_eq!(
        printed(),
        [
            "Sum in a is 1",
            "1",
            "Sum in a is 2",
            "2",
            "Sum in a is 101",
            "After yield from a()",
            "-1",
            "-2",
            "After yield from a1()",
            "After yield from b()",
            "Result: 98",
        ]
    );
}
