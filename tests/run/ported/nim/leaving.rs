//! Nim's `return` and `break` in what is tried, in a handler and in a `finally`.

use super::{Error, failing, run};
use crate::support::Log;
use coro::prelude::*;
use std::ops::ControlFlow;

#[test]
fn returning_from_what_is_tried() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = u8, Return = u8, Throw = Error> {
        let tried: Result<(), _> = co_try!({
            let _finally = log.guard("1");
            co_yield!(0);
            return 2;
        });
        log.say(format!("{tried:?}"));
        3
    }
    let log = Log::new();
    assert_eq!(run(&log, body(log.clone())), "0, -1, = 2");
}

/// A handler returns, and the outer `finally` yields before it does; a `finally` returns, and the error is gone.
#[test]
fn returning_past_a_finally_that_yields() {
    #[coro::coroutine]
    fn from_a_handler(log: Log) -> impl Coroutine<Yield = u8, Throw = Error> {
        let left = 'tried: {
            let tried = co_try!({
                let _finally = log.guard("1");
                co_yield!(0);
                if let Err(e) = failing() {
                    co_raise!(e);
                }
            });
            if let Err(Interrupt::Thrown("failed")) = tried {
                co_yield!(2);
                break 'tried ControlFlow::Break(());
            }
            ControlFlow::Continue(tried)
        };
        co_yield!(3);
        match left {
            ControlFlow::Break(()) => return,
            ControlFlow::Continue(Err(interrupt)) => co_raise!(interrupt),
            ControlFlow::Continue(Ok(())) => log.say("123"),
        }
    }
    #[coro::coroutine]
    fn from_a_finally(log: Log, returns: bool) -> impl Coroutine<Yield = u8, Throw = Error> {
        let left = 'tried: {
            let tried = co_try!({
                let _held = log.guard("held");
                co_yield!(0);
                if let Err(e) = failing() {
                    co_raise!(e);
                }
            });
            if returns {
                break 'tried ControlFlow::Break(());
            }
            if let Err(Interrupt::Thrown("another")) = tried {
                co_yield!(2);
                return;
            }
            ControlFlow::Continue(())
        };
        co_yield!(3);
        if left.is_break() {
            return;
        }
        log.say("123");
    }
    let log = Log::new();
    assert_eq!(run(&log, from_a_handler(log.clone())), "0, -1, 2, 3, = ()");
    assert_eq!(
        run(&log, from_a_finally(log.clone(), true)),
        "0, -held, 3, = ()"
    );
    assert_eq!(
        run(&log, from_a_finally(log.clone(), false)),
        "0, -held, 3, 123, = ()"
    );
}

#[test]
fn tries_in_a_loop() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = u16, Throw = Error> {
        log.say("0");
        for round in 0..3 {
            let _round = log.guard("round");
            let tried = co_try!({
                co_yield!(1);
                if round < 2 {
                    co_raise!("failed");
                }
                break;
            });
            match tried {
                Ok(()) => log.say("ok"),
                Err(Interrupt::Thrown("failed")) => co_yield!(2),
                Err(Interrupt::Thrown("another")) => co_yield!(123),
                Err(_) => co_yield!(1234),
            }
            co_yield!(3);
            log.say("4");
            co_yield!(5);
        }
        log.say("6");
    }
    let log = Log::new();
    let round = "1, 2, 3, 4, 5, -round";
    assert_eq!(
        run(&log, body(log.clone())),
        format!("0, {round}, {round}, 1, -round, 6, = ()")
    );
}
