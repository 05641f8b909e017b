//! The behaviour of Nim's `tests/iter/tyieldintry.nim`: yields in what is tried, in its handlers and in what is done
//! in any case.
//!
//! `try` is a region, `raise` is `co_raise!`, a `finally` is a destructor. One that yields cannot be a destructor: it
//! stands after the region, which gives back how it was left.

mod leaving;
mod places;
mod values;

use super::run;
use crate::support::Log;
use coro::prelude::*;

type Error = &'static str;

/// A procedure that fails: what becomes of it is for the body to say.
fn failing() -> Result<u8, Error> {
    Err("failed")
}

/// A call that is seen.
fn said(log: &Log, n: u8) -> u8 {
    log.say(n.to_string());
    n
}

#[test]
fn a_loop() {
    #[coro::coroutine]
    fn body() -> impl Coroutine<Yield = u8> {
        let mut i = 5;
        while i != 0 {
            co_yield!(i);
            if i == 3 {
                co_yield!(123);
            }
            i -= 1;
        }
    }
    assert_eq!(run(&Log::new(), body()), "5, 4, 3, 123, 2, 1, = ()");
}

#[test]
fn a_handler_that_yields() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = u8, Throw = Error> {
        co_yield!(0);
        {
            let _finally = log.guard("5");
            let tried = co_try!({
                log.say("1");
                if let Err(e) = failing() {
                    co_raise!(e);
                }
            });
            if let Err(Interrupt::Thrown("failed")) = tried {
                log.say("2");
                co_yield!(3);
                log.say("4");
            }
        }
        log.say("6");
    }
    let log = Log::new();
    let happened = "0, 1, 2, 3, 4, -5, 6, = ()";
    assert_eq!(run(&log, body(log.clone())), happened);
}

#[test]
fn a_finally_that_yields() {
    #[coro::coroutine]
    fn body(log: Log, raises: bool) -> impl Coroutine<Yield = u8, Throw = Error> {
        co_yield!(0);
        let tried = co_try!({
            let _held = log.guard("held");
            co_yield!(1);
            if raises {
                match failing() {
                    Ok(n) => co_yield!(n),
                    Err(e) => co_raise!(e),
                }
            }
            log.say("2");
        });
        log.say("3");
        co_yield!(4);
        log.say("5");
        co_yield!(6);
        if let Err(interrupt) = tried {
            co_raise!(interrupt);
        }
        log.say("7");
    }
    let log = Log::new();
    assert_eq!(
        run(&log, body(log.clone(), false)),
        "0, 1, 2, -held, 3, 4, 5, 6, 7, = ()"
    );
    assert_eq!(
        run(&log, body(log.clone(), true)),
        "0, 1, -held, 3, 4, 5, 6, ! failed"
    );
}

/// The handlers are for another error, which passes each `finally` on its way.
#[test]
fn handlers_that_do_not_match() {
    #[coro::coroutine]
    fn at_once(log: Log) -> impl Coroutine<Yield = u8, Throw = Error> {
        let _finally = log.guard("4");
        {
            let _finally = log.guard("3");
            let tried = co_try!({
                if let Err(e) = failing() {
                    co_raise!(e);
                }
            });
            match tried {
                Err(Interrupt::Thrown("another")) => co_yield!(123),
                Err(interrupt) => co_raise!(interrupt),
                Ok(()) => {}
            }
        }
        log.say("5");
    }
    #[coro::coroutine]
    fn after_a_yield(log: Log) -> impl Coroutine<Yield = u8, Throw = Error> {
        {
            let _finally = log.guard("2");
            match co_try!({
                co_yield!(1);
                match failing() {
                    Ok(n) => n,
                    Err(e) => co_raise!(e),
                }
            }) {
                Ok(n) => co_yield!(n),
                Err(Interrupt::Thrown("another")) => log.say("123"),
                Err(interrupt) => co_raise!(interrupt),
            }
        }
        log.say("3");
    }
    let log = Log::new();
    assert_eq!(run(&log, at_once(log.clone())), "-3, -4, ! failed");
    assert_eq!(run(&log, after_a_yield(log.clone())), "1, -2, ! failed");
}

#[coro::coroutine]
fn three_deep(log: Log, raises: bool) -> impl Coroutine<Yield = u8, Throw = Error> {
    let outer = co_try!({
        co_yield!(0);
        let middle = co_try!({
            co_yield!(1);
            let inner = co_try!({
                let _held = log.guard("inner");
                co_yield!(2);
                if raises {
                    co_raise!("failed");
                }
            });
            let inner = match inner {
                Err(Interrupt::Thrown("another")) => Ok(co_yield!(123)),
                other => other,
            };
            co_yield!(3);
            if let Err(interrupt) = inner {
                co_raise!(interrupt);
            }
        });
        let middle = match middle {
            Err(Interrupt::Thrown("another")) => Ok(co_yield!(124)),
            other => other,
        };
        co_yield!(4);
        if let Err(interrupt) = middle {
            co_raise!(interrupt);
        }
        log.say("through");
    });
    if outer.is_err() {
        co_yield!(5);
        log.say("6");
    }
    log.say("7");
    co_yield!(8);
    log.say("9");
}

#[test]
fn three_tries_in_one_another() {
    let log = Log::new();
    assert_eq!(
        run(&log, three_deep(log.clone(), true)),
        "0, 1, 2, -inner, 3, 4, 5, 6, 7, 8, 9, = ()"
    );
    // The same with an error from outside, thrown at each of the yields.
    for (at, error, happened) in [
        (0, "failed", "0, 5, 6, 7, 8, 9"),
        (1, "failed", "0, 1, 4, 5, 6, 7, 8, 9"),
        (2, "failed", "0, 1, 2, -inner, 3, 4, 5, 6, 7, 8, 9"),
        (3, "failed", "0, 1, 2, -inner, 3, 4, 5, 6, 7, 8, 9"),
        (4, "failed", "0, 1, 2, -inner, 3, 4, 5, 6, 7, 8, 9"),
        (
            8,
            "failed",
            "0, 1, 2, -inner, 3, 4, through, 7, 8, ! failed",
        ),
        (0, "another", "0, 5, 6, 7, 8, 9"),
        (1, "another", "0, 1, 124, 4, through, 7, 8, 9"),
        (2, "another", "0, 1, 2, -inner, 123, 3, 4, through, 7, 8, 9"),
        (3, "another", "0, 1, 2, -inner, 3, 124, 4, through, 7, 8, 9"),
        (4, "another", "0, 1, 2, -inner, 3, 4, 5, 6, 7, 8, 9"),
    ] {
        let mut c = three_deep(log.clone(), false);
        let mut answer = next(&mut c);
        let end = loop {
            match answer {
                Ok(y) => log.say(format!("{y}")),
                Err(stop) => break stop,
            }
            answer = if answer == Ok(at) {
                c.throw(error)
            } else {
                next(&mut c)
            };
        };
        if let Stop::Raised(e) = end {
            log.say(format!("! {e}"));
        }
        assert_eq!(log.line(), happened, "{error} at {at}");
    }
}
