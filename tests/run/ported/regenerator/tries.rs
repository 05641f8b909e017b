//! regenerator's `try`, `catch` and `finally`, with each way to leave each of them.

use super::{run, send};
use crate::support::Log;
use coro::prelude::*;

/// Raises, where nothing in the body says that it will.
fn raise(error: u8) -> Result<u8, u8> {
    if error < u8::MAX { Err(error) } else { Ok(0) }
}

#[test]
fn catching() {
    #[coro::coroutine]
    fn raised_here(x: u8) -> impl Coroutine<Yield = u8, Throw = u8> {
        co_yield!(0);
        let tried = co_try!({
            co_yield!(1);
            if x < 5 {
                co_raise!(2);
            }
            co_yield!(x);
        });
        if let Err(Interrupt::Thrown(x)) = tried {
            co_yield!(x);
        }
        co_yield!(3);
    }
    #[coro::coroutine]
    fn raised_there(x: u8) -> impl Coroutine<Yield = u8, Throw = u8> {
        co_yield!(0);
        match co_try!({
            co_yield!(1);
            if x < 5
                && let Err(error) = raise(2)
            {
                co_raise!(error);
            }
            co_yield!(x)
        }) {
            Err(Interrupt::Thrown(x)) => co_yield!(x),
            Err(other) => co_raise!(other),
            Ok(()) => {}
        }
        co_yield!(3);
    }
    /// Nothing is known before it is called.
    #[coro::coroutine]
    fn dynamic(
        x: u8,
        f: fn(u8) -> Result<u8, u8>,
    ) -> impl Coroutine<Yield = u8, Return = u8, Throw = u8> {
        let Err(Interrupt::Thrown(thrown)) = co_try!({
            match f(x) {
                Ok(x) => return x,
                Err(e) => co_raise!(e),
            }
        }) else {
            return 0;
        };
        co_yield!(thrown);
        1
    }
    let log = Log::new();
    for (x, happened) in [(4, "0, 1, 2, 3, = ()"), (5, "0, 1, 5, 3, = ()")] {
        assert_eq!(run(&log, raised_here(x)), happened);
        assert_eq!(run(&log, raised_there(x)), happened);
    }
    assert_eq!(run(&log, dynamic(7, raise)), "7, = 1");
    assert_eq!(run(&log, dynamic(7, Ok)), "= 7");
}

#[test]
fn a_finally_that_returns() {
    #[coro::coroutine]
    fn body(log: Log, condition: bool) -> impl Coroutine<Yield = u8, Return = u8, Throw = u8> {
        co_yield!(0);
        let tried = co_try!({
            let _held = log.guard("held");
            co_yield!(1);
            if let Err(e) = raise(2) {
                co_raise!(e);
            }
            co_yield!(3);
        });
        assert_eq!(tried, Err(Interrupt::Thrown(2)));
        if condition {
            co_yield!(4);
            return 5;
        }
        co_yield!(6);
        return 7;
    }
    let log = Log::new();
    assert_eq!(run(&log, body(log.clone(), true)), "0, 1, -held, 4, = 5");
    assert_eq!(run(&log, body(log.clone(), false)), "0, 1, -held, 6, = 7");
}

#[test]
fn a_finally_before_the_error_goes_on() {
    #[coro::coroutine]
    fn uncaught(condition: bool) -> impl Coroutine<Yield = u8, Throw = u8> {
        let tried = co_try!({
            co_yield!(0);
            if condition {
                co_yield!(1);
                if let Err(e) = raise(9) {
                    co_raise!(e);
                }
            }
            co_yield!(2);
        });
        co_yield!(3);
        match tried {
            Ok(()) => co_yield!(4),
            Err(interrupt) => co_raise!(interrupt),
        }
    }
    /// What is caught meanwhile is not what goes on.
    #[coro::coroutine]
    fn right(log: Log) -> impl Coroutine<Yield = u8, Throw = &'static str> {
        let tried = co_try!({
            let _held = log.guard("held");
            co_yield!(0);
            co_raise!("right");
        });
        co_yield!(1);
        let within = co_try!({ co_raise!("wrong") });
        match within {
            Err(Interrupt::Thrown(e)) => {
                log.say(e);
                co_yield!(2);
            }
            Ok(()) | Err(Interrupt::Close) => co_yield!(99),
        }
        match tried {
            Ok(()) => co_yield!(98),
            Err(interrupt) => co_raise!(interrupt),
        }
    }
    #[coro::coroutine]
    fn broken_within() -> impl Coroutine<Yield = u8> {
        let tried = co_try!({
            co_yield!(0);
            loop {
                co_yield!(1);
                break;
            }
        });
        co_yield!(2);
        if let Err(Interrupt::Close) = tried {
            return;
        }
        co_yield!(3);
    }
    let log = Log::new();
    assert_eq!(run(&log, uncaught(false)), "0, 2, 3, 4, = ()");
    assert_eq!(run(&log, uncaught(true)), "0, 1, 3, ! 9");
    assert_eq!(
        run(&log, right(log.clone())),
        "0, -held, 1, wrong, 2, ! right"
    );
    assert_eq!(run(&log, broken_within()), "0, 1, 2, 3, = ()");
}

/// The handler raises what it is sent, after the `finally` of its own has yielded.
#[test]
fn a_handler_that_raises() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<u8, Yield = u8, Throw = u8> {
        co_yield!(0);
        let outer = co_try!({
            let handled = co_try!({
                let _handled = log.guard("handled");
                let tried = co_try!({
                    let _tried = log.guard("tried");
                    co_yield!(1);
                    co_raise!(2);
                });
                match tried {
                    Err(Interrupt::Thrown(x)) => co_raise!(co_yield!(x)),
                    Ok(()) | Err(Interrupt::Close) => co_yield!(99),
                }
            });
            co_yield!(5);
            if let Err(interrupt) = handled {
                co_raise!(interrupt);
            }
        });
        if let Err(Interrupt::Thrown(thrown)) = outer {
            co_yield!(thrown);
        }
        co_yield!(6);
    }
    let log = Log::new();
    assert_eq!(
        send(&log, body(log.clone()), 1..),
        "0, 1, -tried, 2, -handled, 5, 3, 6, = ()"
    );
}

#[test]
fn a_handler_with_loops() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = &'static str, Throw = u8> {
        {
            let _finally = log.guard("f");
            let tried = co_try!({
                match 1 {
                    1 => {
                        co_yield!("a");
                    }
                    _ => {}
                }
                co_raise!(9);
            });
            if let Err(Interrupt::Thrown(9)) = tried {
                co_yield!("b");
                loop {
                    loop {
                        co_yield!("c");
                        break;
                    }
                    co_yield!("d");
                    break;
                }
                co_yield!("e");
            }
        }
        log.say("end");
    }
    let log = Log::new();
    assert_eq!(run(&log, body(log.clone())), "a, b, c, d, e, -f, end, = ()");
}

/// The handler goes on with the loop; the error is thrown in from outside.
#[test]
fn a_handler_that_continues() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = u8, Throw = &'static str> {
        let mut c = 2;
        while c > 0 {
            {
                let _finally = log.guard("finally");
                log.say("try");
                match co_try!({ co_yield!(c) }) {
                    Ok(()) => {}
                    Err(Interrupt::Thrown("thrown")) => {
                        log.say("catch");
                        continue;
                    }
                    Err(other) => co_raise!(other),
                }
            }
            log.say("decrement");
            c -= 1;
        }
    }
    let log = Log::new();
    let mut c = body(log.clone());
    assert_eq!(
        (next(&mut c), c.throw("thrown"), next(&mut c)),
        (Ok(2), Ok(2), Ok(1))
    );
    assert_eq!(
        log.line(),
        "try, catch, -finally, try, -finally, decrement, try"
    );
    assert_eq!(next(&mut c), Err(Stop::Returned(())));
    assert_eq!(log.line(), "-finally, decrement");

    let mut c = body(log.clone());
    assert_eq!(
        (next(&mut c), c.throw("other")),
        (Ok(2), Err(Stop::Raised("other")))
    );
    assert_eq!(log.line(), "try, -finally");
}

#[test]
fn finallys_in_one_another() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = u8, Throw = u8> {
        let _last = log.guard("last");
        let outer = co_try!({
            let _outer = log.guard("outer");
            let middle = co_try!({
                let inner = co_try!({
                    let _inner = log.guard("inner");
                    if let Err(e) = raise(100) {
                        co_raise!(e);
                    }
                });
                co_yield!(1);
                if let Err(interrupt) = inner {
                    co_raise!(interrupt);
                }
            });
            if let Err(Interrupt::Thrown(thrown)) = middle {
                co_yield!(thrown);
            }
            co_yield!(2);
        });
        co_yield!(3);
        if let Err(interrupt) = outer {
            co_raise!(interrupt);
        }
    }
    let log = Log::new();
    assert_eq!(
        run(&log, body(log.clone())),
        "-inner, 1, 100, 2, -outer, 3, -last, = ()"
    );
}
