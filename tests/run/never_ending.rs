//! A `co_try!` whose block never comes to its end.

#![allow(
    clippy::collapsible_if,
    clippy::diverging_sub_expression,
    clippy::needless_return,
    reason = "the forms are what is tested"
)]

use coro::prelude::*;

#[coro::coroutine]
fn returns(c: bool) -> impl Coroutine<i32, Yield = i32, Throw = i32> {
    if c {
        if let Err(Interrupt::Close) = co_try!({
            return;
        }) {
            co_yield!(1);
        }
    }
    co_yield!(2);
}
#[coro::coroutine]
fn raises() -> impl Coroutine<i32, Yield = i32, Throw = i32> {
    #[allow(unreachable_code)]
    let r: Result<i32, _> = co_try!({
        co_raise!(1);
        6
    });
    co_yield!(r.is_err() as i32);
}
#[coro::coroutine]
fn returns_before_its_value() -> impl Coroutine<i32, Yield = i32, Throw = i32> {
    #[allow(unreachable_code)]
    let r = co_try!({
        co_yield!(1);
        return;
        "text"
    });
    co_yield!(r.is_ok() as i32);
}
#[coro::coroutine]
fn returns_at_last() -> impl Coroutine<i32, Yield = i32, Throw = i32> {
    let r = co_try!({
        co_yield!(1);
        return;
    });
    co_yield!(r.is_ok() as i32);
}
#[coro::coroutine]
fn raises_at_last() -> impl Coroutine<i32, Yield = i32, Throw = i32> {
    let r = co_try!({
        co_yield!(1);
        co_raise!(4)
    });
    co_yield!(r.is_ok() as i32);
}
#[coro::coroutine]
fn goes_on() -> impl Coroutine<i32, Yield = i32, Throw = i32> {
    for n in 0..3 {
        let _ = co_try!({
            if n == 1 {
                break;
            }
            continue;
        });
    }
    co_yield!(9);
}
#[coro::coroutine]
fn never_ends() -> impl Coroutine<i32, Yield = i32, Throw = i32> {
    loop {
        match co_try!({
            loop {
                co_yield!(1);
            }
        }) {
            Err(Interrupt::Thrown(n)) => {
                co_yield!(n);
            }
            Err(_) => return,
        }
    }
}
#[test]
fn its_value_has_a_type() {
    let mut c = returns(true);
    assert_eq!(c.prime(), Err(Stop::Returned(())));
    let mut c = returns(false);
    assert_eq!(c.prime(), Ok(Some(2)));
    assert_eq!(raises().prime(), Ok(Some(1)));
    let mut c = returns_before_its_value();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.send(1), Err(Stop::Returned(())));
    let mut c = returns_before_its_value();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.throw(1), Ok(0));
    let mut c = returns_at_last();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.throw(1), Ok(0));
    let mut c = raises_at_last();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.send(1), Ok(0));
    assert_eq!(goes_on().prime(), Ok(Some(9)));
    let mut c = never_ends();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.throw(7), Ok(7));
}
