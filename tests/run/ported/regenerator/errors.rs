//! regenerator's errors and ends of delegates: thrown inside, thrown in from outside, closed.

use super::{run, send};
use crate::support::Log;
use coro::prelude::*;
use std::cell::Cell;

type Error = &'static str;

#[test]
fn errors() {
    #[coro::coroutine]
    fn outer(log: Log, n: u8) -> impl Coroutine<Yield = u8, Throw = Error> {
        if let Err(Interrupt::Thrown(error)) = co_try!({
            co_yield!(0);
            yield_from!(inner(log.clone(), n));
            co_yield!(1);
        }) {
            log.say(error);
        }
        co_yield!(4);
    }
    #[coro::coroutine]
    fn inner(log: Log, mut n: u8) -> impl Coroutine<Yield = u8, Throw = Error> {
        let _inner = log.guard("inner");
        while n > 0 {
            n -= 1;
            let tried = co_try!({
                if n == 3 {
                    co_raise!("thrown");
                }
            });
            co_yield!(n);
            match tried {
                Ok(()) => {}
                Err(interrupt) => co_raise!(interrupt),
            }
        }
    }
    let log = Log::new();
    assert_eq!(
        run(&log, outer(log.clone(), 3)),
        "0, 2, 1, 0, -inner, 1, 4, = ()"
    );
    assert_eq!(
        run(&log, outer(log.clone(), 5)),
        "0, 4, 3, -inner, thrown, 4, = ()"
    );
}

#[test]
fn thrown_into_delegates() {
    #[coro::coroutine]
    fn counts(count: &Cell<u8>) -> impl Coroutine<u8, Yield = u8, Return = u8, Throw = Error> {
        co_yield!(count.replace(count.get() + 1))
    }
    #[coro::coroutine]
    fn three(count: &Cell<u8>) -> impl Coroutine<u8, Yield = u8, Return = u8, Throw = Error> {
        yield_from!(counts(count));
        let _ = co_try!({ yield_from!(counts(count)) });
        return yield_from!(counts(count));
    }
    let count = Cell::new(0);
    let mut g = three(&count);
    assert_eq!(g.prime(), Ok(Some(0)));
    assert_eq!((g.send(9), g.throw("lol")), (Ok(1), Ok(2)));
    assert_eq!(g.send(50), Err(Stop::Returned(50)));

    #[coro::coroutine]
    fn outer(handles: bool) -> impl Coroutine<Yield = (), Return = i8, Throw = Error> {
        match co_try!({ yield_from!(inner(handles)) }) {
            Ok(()) => 1,
            Err(_) => -1,
        }
    }
    #[coro::coroutine]
    fn inner(handles: bool) -> impl Coroutine<Yield = (), Throw = Error> {
        if handles && co_try!({ co_yield!() }).is_err() {
            return;
        }
        co_yield!();
    }
    for (handles, end) in [(true, 1), (false, -1)] {
        let mut g = outer(handles);
        assert_eq!(next(&mut g), Ok(()));
        assert_eq!(g.throw("foo"), Err(Stop::Returned(end)));
    }
}

/// Thrown after the last yield, and before the first.
#[test]
fn thrown_from_outside() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = u8, Throw = Error> {
        let _began = log.guard("began");
        co_yield!(1);
    }
    let log = Log::new();
    let mut g = body(log.clone());
    assert_eq!(next(&mut g), Ok(1));
    assert_eq!(g.throw("unhandled"), Err(Stop::Raised("unhandled")));
    assert_eq!(log.line(), "-began");
    let mut g = body(log.clone());
    assert_eq!(g.throw("unhandled"), Err(Stop::Raised("unhandled")));
    assert_eq!(next(&mut g), Err(Stop::Exhausted));
    assert_eq!(log.line(), "");
}

/// JavaScript's `return()`: before the start, in what is tried, and through a delegate.
#[test]
fn closing() {
    #[coro::coroutine]
    fn caller(log: Log, fails: bool) -> impl Coroutine<Yield = u8, Throw = Error> {
        let _finally = log.guard("caller");
        co_yield!(0);
        yield_from!(callee(log.clone(), fails));
        co_yield!(3);
    }
    #[coro::coroutine]
    fn callee(log: Log, fails: bool) -> impl Coroutine<Yield = u8, Throw = Error> {
        let tried = co_try!({
            let _finally = log.guard("callee");
            co_yield!(1);
            co_yield!(2);
        });
        if fails {
            co_raise!("thrown from callee");
        }
        if let Err(interrupt) = tried {
            co_raise!(interrupt);
        }
    }
    let log = Log::new();
    let mut g = caller(log.clone(), false);
    assert_eq!(g.close(), Ok(None)); // not started
    assert_eq!(
        (log.line(), next(&mut g)),
        (String::new(), Err(Stop::Exhausted))
    );

    let mut g = caller(log.clone(), false);
    assert_eq!((next(&mut g), next(&mut g)), (Ok(0), Ok(1)));
    assert_eq!(g.close(), Ok(None));
    assert_eq!(log.line(), "-callee, -caller");
    assert_eq!(next(&mut g), Err(Stop::Exhausted));

    let mut g = caller(log.clone(), true);
    assert_eq!((next(&mut g), next(&mut g)), (Ok(0), Ok(1)));
    assert_eq!(g.close(), Err(CloseError::Raised("thrown from callee")));
    assert_eq!(log.line(), "-callee, -caller");
}

/// What a delegate does last yields; both ends come after it, the inner one first.
#[test]
fn a_delegate_that_yields_while_it_ends() {
    #[coro::coroutine]
    fn parent(log: Log) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let _finally = log.guard("parent");
        yield_from!(child(log.clone()))
    }
    #[coro::coroutine]
    fn child(log: Log) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let _finally = log.guard("child");
        let sent = co_try!({ co_yield!(1) });
        co_yield!(2);
        sent.unwrap_or(100)
    }
    let log = Log::new();
    assert_eq!(
        send(&log, parent(log.clone()), [3, 0]),
        "1, 2, -child, -parent, = 3"
    );
    let mut g = parent(log.clone());
    assert_eq!(g.prime(), Ok(Some(1)));
    assert_eq!(g.close(), Err(CloseError::Ignored(2)));
    assert_eq!(
        (g.send(0), log.line()),
        (Err(Stop::Returned(100)), "-child, -parent".into())
    );
}
