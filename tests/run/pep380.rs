//! The behaviour of CPython's `test_yield_from.py`, `TestPEP380Operation`; tests/README.md says which test
//! stands for which case. Python's `finally` is a guard that says `-name`; its exceptions are `Throw`.

use super::support::Log;
use coro::prelude::*;
use std::fmt::Debug;

/// Runs to the end with units, and logs what is yielded and what ends it.
fn exhaust<C: Coroutine<Yield: Debug, Return: Debug, Throw: Debug>>(log: &Log, c: C) -> String {
    let mut it = Iter::new(c);
    for x in &mut it {
        log.say(format!("yielded {x:?}"));
    }
    format!("{:?}", it.stop().unwrap())
}

/// Sends 1, 2, .. to the end, and logs what is yielded.
fn send_all<C: Coroutine<u32, Yield: Debug>>(log: &Log, c: &mut C) -> Stop<C::Return, C::Throw> {
    assert!(c.prime().is_ok());
    for x in 1.. {
        match c.send(x) {
            Ok(y) => log.say(format!("yielded {y:?}")),
            Err(stop) => return stop,
        }
    }
    unreachable!()
}

type Error = &'static str;

#[test]
fn the_first_next_is_delegated() {
    #[coro::coroutine]
    fn g1(log: Log) -> impl Coroutine<Yield = u32> {
        log.say("starting g1");
        yield_from!(g2(log.clone()));
        log.say("finishing g1");
    }
    #[coro::coroutine]
    fn g2(log: Log) -> impl Coroutine<Yield = u32> {
        log.say("starting g2");
        co_yield!(42);
        log.say("finishing g2");
    }
    let log = Log::new();
    assert_eq!(exhaust(&log, g1(log.clone())), "Returned(())");
    assert_eq!(
        log.line(),
        "starting g1, starting g2, yielded 42, finishing g2, finishing g1"
    );
}

/// g2 raises at its first step, or after its first yield.
#[test]
fn an_error_from_a_step_of_the_delegate() {
    #[coro::coroutine]
    fn g1(log: Log, late: bool) -> impl Coroutine<Yield = &'static str, Throw = Error> {
        let _finally = log.guard("g1");
        co_yield!("g1 ham");
        yield_from!(g2(log.clone(), late));
        co_yield!("g1 eggs");
    }
    #[coro::coroutine]
    fn g2(log: Log, late: bool) -> impl Coroutine<Yield = &'static str, Throw = Error> {
        let _finally = log.guard("g2");
        if !late {
            co_raise!("spanish inquisition occurred");
        }
        co_yield!("g2 spam");
        co_raise!("hovercraft is full of eels")
    }
    let log = Log::new();
    let stop = exhaust(&log, g1(log.clone(), false));
    assert_eq!(stop, "Raised(\"spanish inquisition occurred\")");
    assert_eq!(log.line(), "yielded \"g1 ham\", -g2, -g1");
    let stop = exhaust(&log, g1(log.clone(), true));
    assert_eq!(stop, "Raised(\"hovercraft is full of eels\")");
    assert_eq!(
        log.line(),
        "yielded \"g1 ham\", yielded \"g2 spam\", -g2, -g1"
    );
    // At the very first step of all.
    #[coro::coroutine]
    fn at_once(log: Log) -> impl Coroutine<Yield = &'static str, Throw = Error> {
        log.say("about to");
        yield_from!(g2(log.clone(), false));
        log.say("should not be here");
    }
    let mut g = at_once(log.clone());
    assert_eq!(
        next(&mut g),
        Err(Stop::Raised("spanish inquisition occurred"))
    );
    assert_eq!(log.line(), "about to, -g2");
}

#[coro::coroutine]
fn ham(log: Log) -> impl Coroutine<u32, Yield = &'static str, Throw = Error> {
    let _finally = log.guard("g1");
    log.say(format!("g1 received {}", co_yield!("g1 ham")));
    yield_from!(spam(log.clone()));
    log.say(format!("g1 received {}", co_yield!("g1 eggs")));
}

#[coro::coroutine]
fn spam(log: Log) -> impl Coroutine<u32, Yield = &'static str, Throw = Error> {
    let _finally = log.guard("g2");
    for what in ["g2 spam", "g2 more spam"] {
        let x = co_yield!(what);
        log.say(format!("g2 received {x}"));
        if x > 100 {
            co_raise!("hovercraft is full of eels");
        }
    }
}

#[test]
fn next_and_send_are_delegated() {
    let log = Log::new();
    assert_eq!(send_all(&log, &mut ham(log.clone())), Stop::Returned(()));
    assert_eq!(
        log.take(),
        [
            "g1 received 1",
            "yielded \"g2 spam\"",
            "g2 received 2",
            "yielded \"g2 more spam\"",
            "g2 received 3",
            "-g2",
            "yielded \"g1 eggs\"",
            "g1 received 4",
            "-g1",
        ]
    );
    let mut g = ham(log.clone());
    assert_eq!((g.prime(), g.send(1)), (Ok(Some("g1 ham")), Ok("g2 spam")));
    assert_eq!(g.send(101), Err(Stop::Raised("hovercraft is full of eels")));
    assert_eq!(log.line(), "g1 received 1, g2 received 101, -g2, -g1");
}

#[test]
fn throw_and_close_are_delegated() {
    let log = Log::new();
    let suspended = || {
        let mut g = ham(log.clone());
        assert_eq!(g.send(1), Ok("g2 spam"));
        log.take();
        g
    };
    assert_eq!(suspended().close(), Ok(None));
    assert_eq!(log.line(), "-g2, -g1");
    assert_eq!(
        suspended().throw("tomato ejected"),
        Err(Stop::Raised("tomato ejected"))
    );
    assert_eq!(log.line(), "-g2, -g1");
    drop(suspended());
    assert_eq!(log.line(), "-g2, -g1");

    #[coro::coroutine]
    fn explodes(log: Log) -> impl Coroutine<Yield = &'static str, Throw = Error> {
        let end = co_try!({ co_yield!("g2 spam") });
        log.say(format!("{end:?}"));
        co_raise!("nybbles have exploded with delight")
    }
    #[coro::coroutine]
    fn outer(log: Log) -> impl Coroutine<Yield = &'static str, Throw = Error> {
        let _finally = log.guard("g1");
        yield_from!(explodes(log.clone()));
    }
    let mut g = outer(log.clone());
    next(&mut g).unwrap();
    assert_eq!(
        g.close(),
        Err(CloseError::Raised("nybbles have exploded with delight"))
    );
    assert_eq!(log.line(), "Err(Close), -g1");
}

/// `StopIteration.value`, the values that are returned to a `next` and to a `send`, and that `for` drops.
#[test]
fn return_values() {
    let stop = Stop::<_, ()>::Returned("spam");
    assert_eq!(
        (stop.returned(), stop.into_return()),
        (Some(&"spam"), Some("spam"))
    );
    assert_eq!(Stop::<&str, ()>::Closed.into_return(), None);

    #[coro::coroutine]
    fn g<T: Debug>(log: Log, r: T) -> impl Coroutine<&'static str, Yield = (), Return = T> {
        let x = co_yield!();
        log.say(format!("received {x:?}"));
        r
    }
    fn returns<T: Debug + Clone + PartialEq>(r: T) {
        for (sent, logged) in [("", "received \"\""), ("spam", "received \"spam\"")] {
            let log = Log::new();
            let mut gi = g(log.clone(), r.clone());
            assert_eq!(gi.prime(), Ok(Some(())));
            let stop = if sent.is_empty() {
                next(&mut gi)
            } else {
                gi.send(sent)
            };
            assert_eq!(stop, Err(Stop::Returned(r.clone())));
            assert_eq!(log.line(), logged);
        }
    }
    returns(());
    returns(1);
    returns((2,));
    returns(Stop::<_, ()>::Returned(3)); // a stop is a value like another

    #[coro::coroutine]
    fn inner() -> impl Coroutine<Yield = &'static str, Return = Vec<u8>> {
        co_yield!("g2");
        vec![42]
    }
    #[coro::coroutine]
    fn ignores() -> impl Coroutine<Yield = &'static str> {
        yield_from!(inner());
    }
    assert_eq!(ignores().collect::<Vec<_>>(), ["g2"]);
}

#[test]
fn the_value_of_the_delegation() {
    #[coro::coroutine]
    fn g1(log: Log) -> impl Coroutine<Yield = &'static str> {
        co_yield!("g1 ham");
        let ret = yield_from!(g2(log.clone(), None));
        log.say(format!("g2 returned {ret:?}"));
        for v in [1, 3] {
            let ret = yield_from!(g2(log.clone(), Some(v)));
            log.say(format!("g2 returned {ret:?}"));
        }
        co_yield!("g1 eggs");
    }
    #[coro::coroutine]
    fn g2(log: Log, v: Option<u8>) -> impl Coroutine<Yield = &'static str, Return = Option<u8>> {
        log.say("starting g2");
        co_yield!("g2 spam");
        v
    }
    let log = Log::new();
    assert_eq!(exhaust(&log, g1(log.clone())), "Returned(())");
    let round = |v| format!("starting g2, yielded \"g2 spam\", g2 returned {v}");
    let (none, one, three) = (round("None"), round("Some(1)"), round("Some(3)"));
    assert_eq!(
        log.line(),
        format!("yielded \"g1 ham\", {none}, {one}, {three}, yielded \"g1 eggs\"")
    );
}

#[coro::coroutine]
fn ranges<R>(log: Log, to: u32, _: R) -> impl Coroutine<R, Yield = u32, Throw = Error> {
    let _finally = log.guard("g");
    yield_from!(0..to);
    log.say("after");
}

/// `next`, a value that nobody can take, throw and close, for a delegate that can only be iterated over.
#[test]
fn delegates_that_are_no_generators() {
    let log = Log::new();
    assert_eq!(exhaust(&log, ranges(log.clone(), 3, ())), "Returned(())");
    assert_eq!(log.line(), "yielded 0, yielded 1, yielded 2, after, -g");
    // Python's AttributeError, that there is no `send`, is for us a value that is dropped.
    let mut g = ranges(log.clone(), 3, 0_u8);
    assert_eq!(
        (g.prime(), g.send(42), g.send(42)),
        (Ok(Some(0)), Ok(1), Ok(2))
    );
    assert_eq!(g.send(42), Err(Stop::Returned(())));
    assert_eq!(log.line(), "after, -g");
    let mut g = ranges(log.clone(), 3, ());
    next(&mut g).unwrap();
    assert_eq!((g.close(), log.line()), (Ok(None), "-g".into()));
    let mut g = ranges(log.clone(), 10, ());
    assert_eq!(g.iter().take(5).sum::<u32>(), 10);
    assert_eq!(
        g.throw("tomato ejected"),
        Err(Stop::Raised("tomato ejected"))
    );
    assert_eq!(log.line(), "-g");
    // Nothing to iterate over.
    assert_eq!(next(&mut ranges(log, 0, ())), Err(Stop::Returned(())));
}
