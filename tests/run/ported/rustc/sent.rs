//! rustc's tests of what is dropped of what comes in: arguments, what is sent, what a panic leaves.

#![allow(
    unused_assignments,
    unused_variables,
    reason = "what is assigned is dropped, and that is seen"
)]

use super::{run, send};
use crate::support::{Guard, Log, panic_of};
use coro::prelude::*;
use std::convert::Infallible;

#[test]
fn arguments() {
    #[coro::coroutine]
    fn held(log: Log, b: Guard) -> impl Coroutine<Yield = u8> {
        co_yield!(1);
        drop(b);
        log.say("end");
    }
    #[coro::coroutine]
    fn yielded(b: Guard) -> impl Coroutine<Yield = Guard> {
        co_yield!(b);
    }
    let log = Log::new();
    let b = || log.guard("b");
    assert_eq!(run(&log, held(log.clone(), b())), "1, -b, end, = ()");
    assert_eq!(send(&log, held(log.clone(), b()), []), "1, -b");
    let mut c = yielded(b());
    drop(next(&mut c).ok());
    assert_eq!(log.line(), "-b");
    drop(c);
    assert_eq!(log.line(), "");
    drop(held(log.clone(), b())); // not started
    assert_eq!(log.line(), "-b");
}

#[test]
fn what_is_sent() {
    type Yields = Option<Guard>;
    #[coro::coroutine]
    fn replaces(mut d: Guard) -> impl Coroutine<Guard, Yield = (), Return = Guard> {
        d = co_yield!();
        d
    }
    #[coro::coroutine]
    fn passes_on(a: Guard) -> impl Coroutine<Guard, Yield = Yields, Return = Guard> {
        co_yield!(Some(co_yield!(Some(a))))
    }
    #[allow(unreachable_code, reason = "that is what is tested")]
    #[coro::coroutine]
    fn returns_first(a: Guard) -> impl Coroutine<Guard, Yield = Yields, Return = Guard> {
        co_yield!(return a)
    }
    #[coro::coroutine]
    fn on_one_branch(a: Guard, y: bool) -> impl Coroutine<Guard, Yield = Yields, Return = Guard> {
        if y { co_yield!(None) } else { a }
    }
    #[coro::coroutine]
    fn forgets(mut a: Guard) -> impl Coroutine<Guard, Yield = ()> {
        a = co_yield!();
        a = co_yield!();
        a = co_yield!();
    }
    let log = Log::new();
    let g = |name| log.guard(name);
    let mut c = replaces(g("1"));
    assert!(c.prime().is_ok());
    let end = c.send(g("2")).map_err(Stop::into_return);
    assert_eq!((log.line(), c.status()), ("-1".into(), Status::Finished));
    drop((end, c));
    assert_eq!(log.line(), "-2");

    let mut c = passes_on(g("1"));
    drop(c.prime().ok());
    assert_eq!(log.line(), "-1");
    drop(c.send(g("2")).ok());
    assert_eq!(log.line(), "-2");
    let end = c.send(g("3"));
    assert_eq!(log.line(), "");
    drop(end);
    assert_eq!(log.line(), "-3");

    let mut c = returns_first(g("1"));
    assert!(matches!(c.prime(), Err(Stop::Returned(_))));
    assert_eq!(log.line(), "-1");
    assert!(matches!(
        on_one_branch(g("1"), false).prime(),
        Err(Stop::Returned(_))
    ));
    assert_eq!(log.line(), "-1");
    assert!(matches!(
        on_one_branch(g("1"), true).send(g("2")),
        Err(Stop::Returned(_))
    ));
    assert_eq!(log.line(), "-1, -2");

    let sent = ["2", "3", "4"].map(g);
    let happened = "(), -1, (), -2, (), -3, -4, = ()";
    assert_eq!(send(&log, forgets(g("1")), sent), happened);
}

#[test]
fn panics() {
    #[coro::coroutine]
    fn before(log: Log, b: Guard, fails: bool) -> impl Coroutine<Yield = u8> {
        if fails {
            panic!("before");
        }
        drop(b);
        drop(log.guard("local"));
        co_yield!(1);
    }
    #[coro::coroutine]
    fn with_what_is_sent(log: Log, named: bool) -> impl Coroutine<Guard, Yield = u8> {
        if named {
            let _sent = co_yield!(1);
            log.say("sent");
            panic!("named");
        }
        co_yield!(2);
        log.say("sent");
        panic!("not named");
    }
    let log = Log::new();
    let mut c = before(log.clone(), log.guard("b"), true);
    assert_eq!(log.line(), "");
    assert_eq!(panic_of(|| c.prime()).0, "before");
    assert_eq!(log.line(), "-b");
    drop(c);
    assert_eq!(log.line(), "");
    let c = before(log.clone(), log.guard("b"), false);
    assert_eq!(run(&log, c), "-b, -local, 1, = ()");

    for (named, said, happened) in [
        (true, "named", "sent, -s"),
        (false, "not named", "-s, sent"),
    ] {
        let mut c = with_what_is_sent(log.clone(), named);
        assert!(c.prime().is_ok());
        assert_eq!(panic_of(|| c.send(log.guard("s"))).0, said);
        drop(c);
        assert_eq!(log.line(), happened);
    }
}

/// Declared, and on some ways never assigned.
#[test]
fn not_initialized() {
    #[coro::coroutine]
    fn maybe(log: Log, init: bool) -> impl Coroutine<Yield = u8> {
        let _b;
        if init {
            _b = log.guard("b");
        }
        co_yield!(4);
        log.say("resumed");
    }
    fn conjured<T>() -> T {
        unreachable!()
    }
    #[coro::coroutine]
    fn uninhabited<T>(x: bool, y: bool) -> impl Coroutine<Yield = u8> {
        if x {
            let _a: T;
            if y {
                _a = conjured::<T>();
            }
            co_yield!(1);
        } else {
            let _a: T;
            if y {
                _a = conjured::<T>();
            }
            co_yield!(2);
        }
    }
    let log = Log::new();
    for (init, rest) in [(true, "resumed, -b"), (false, "resumed")] {
        let mut c = maybe(log.clone(), init);
        assert_eq!(next(&mut c), Ok(4));
        let mut moved = Box::new(c);
        assert_eq!(log.line(), "");
        assert_eq!(next(&mut moved), Err(Stop::Returned(())));
        drop(moved);
        assert_eq!(log.line(), rest);
    }
    assert_eq!(run(&log, uninhabited::<Infallible>(true, false)), "1, = ()");
    assert_eq!(
        run(&log, uninhabited::<Infallible>(false, false)),
        "2, = ()"
    );
}
