//! regenerator's delegation: nesting, sent values, errors, closing, and delegates that are started already.

use super::{run, send};
use crate::support::Log;
use coro::prelude::*;
use std::convert::Infallible;

#[test]
fn recursion() {
    #[coro::coroutine]
    fn once_more(
        condition: bool,
    ) -> Box<dyn Coroutine<Yield = u8, Return = (), Throw = Infallible>> {
        co_yield!(0);
        if condition {
            co_yield!(1);
            yield_from!(once_more(false));
            co_yield!(2);
        }
        co_yield!(3);
    }
    #[coro::coroutine]
    fn or_nothing(
        condition: bool,
    ) -> Box<dyn Coroutine<Yield = u8, Return = (), Throw = Infallible>> {
        if condition {
            co_yield!(0);
            yield_from!(or_nothing(false));
            co_yield!(1);
        }
    }
    let log = Log::new();
    assert_eq!(run(&log, once_more(true)), "0, 1, 0, 3, 2, 3, = ()");
    assert_eq!(run(&log, once_more(false)), "0, 3, = ()");
    assert_eq!(run(&log, or_nothing(true)), "0, 1, = ()");
    assert_eq!(run(&log, or_nothing(false)), "= ()");
}

#[test]
fn nesting() {
    #[coro::coroutine]
    fn outer(n: u8) -> impl Coroutine<Yield = u8> {
        co_yield!(n);
        yield_from!(middle(n - 1, inner(n + 10)));
        co_yield!(n + 1);
    }
    #[coro::coroutine]
    fn middle(
        n: u8,
        plus_ten: impl Coroutine<Yield = u8, Throw = Infallible>,
    ) -> impl Coroutine<Yield = u8> {
        co_yield!(n);
        yield_from!(inner(n - 1));
        co_yield!(n + 1);
        yield_from!(plus_ten);
    }
    #[coro::coroutine]
    fn inner(n: u8) -> impl Coroutine<Yield = u8> {
        co_yield!(n);
    }
    assert_eq!(run(&Log::new(), outer(5)), "5, 4, 3, 5, 15, 6, = ()");
}

#[coro::coroutine]
fn y3(x: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
    co_yield!(co_yield!(co_yield!(x)))
}

#[coro::coroutine]
fn y5(x: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
    co_yield!(co_yield!(co_yield!(co_yield!(co_yield!(x)))))
}

#[test]
fn sent_values() {
    #[coro::coroutine]
    fn outer(n: u8) -> impl Coroutine<u8, Yield = u8> {
        yield_from!(y3(n << 1));
        co_yield!(99);
    }
    #[coro::coroutine]
    fn two() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        co_yield!(2) + co_yield!(3)
    }
    #[coro::coroutine]
    fn twice() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        yield_from!(two()) + yield_from!(two())
    }
    #[coro::coroutine]
    fn plus_one<D>(delegate: D) -> impl Coroutine<Yield = u8, Return = u8>
    where
        D: Coroutine<Yield = u8, Return = u8, Throw = Infallible>,
    {
        1 + yield_from!(delegate)
    }
    #[coro::coroutine]
    fn returns(n: u8, early: bool) -> impl Coroutine<Yield = u8, Return = u8> {
        if !early {
            co_yield!(n);
        }
        n * 2
    }
    let log = Log::new();
    assert_eq!(send(&log, outer(3), [1, 2, 4, 5]), "6, 1, 2, 99, = ()");
    // Each is answered with itself.
    let mut c = twice();
    let mut answer = c.prime().map(Option::unwrap);
    let mut seen = vec![];
    while let Ok(y) = answer {
        seen.push(y);
        answer = c.send(y);
    }
    assert_eq!((seen, answer), (vec![2, 3, 2, 3], Err(Stop::Returned(10))));
    assert_eq!(run(&log, plus_one(returns(3, true))), "= 7");
    assert_eq!(run(&log, plus_one(returns(3, false))), "3, = 7");
}

/// Delegates that are not started, that are under way, and one after the other.
#[test]
fn chains() {
    #[coro::coroutine]
    fn chain<A, B>(a: A, b: B) -> impl Coroutine<u8, Yield = u8>
    where
        A: Coroutine<u8, Yield = u8, Throw = Infallible>,
        B: Coroutine<u8, Yield = u8, Throw = Infallible>,
    {
        yield_from!(a);
        yield_from!(b);
    }
    #[coro::coroutine]
    fn ranges() -> impl Coroutine<u8, Yield = u8> {
        for n in [3, 5] {
            yield_from!(0..n);
        }
    }
    #[coro::coroutine]
    fn started<A>(a: A, first: u8) -> impl Coroutine<u8, Yield = u8, Return = u8>
    where
        A: Coroutine<u8, Yield = u8, Return = u8, Throw = Infallible>,
    {
        yield_from!(a, first)
    }
    let log = Log::new();
    assert_eq!(
        send(&log, chain(y3(50), y5(60)), 1..),
        "50, 1, 2, 60, 4, 5, 6, 7, = ()"
    );
    assert_eq!(send(&log, ranges(), 1..), "0, 1, 2, 0, 1, 2, 3, 4, = ()");
    let mut n = y3(1);
    assert_eq!(n.prime(), Ok(Some(1)));
    assert_eq!(send(&log, started(n, 7), [8, 9]), "7, 8, = 9");
}

/// Primed, so that the first value that is sent arrives; the delegate is driven by hand.
#[test]
fn wrapped() {
    #[coro::coroutine]
    fn inner(log: Log) -> impl Coroutine<u8, Yield = u8, Return = [u8; 2]> {
        log.say("0");
        let first = co_yield!(1);
        log.say("2");
        let second = co_yield!(2);
        log.say("3");
        [first, second]
    }
    #[coro::coroutine]
    fn wrapper<D>(log: Log, mut delegate: D) -> impl Coroutine<u8, Yield = u8, Return = [u8; 2]>
    where
        D: Coroutine<u8, Yield = u8, Return = [u8; 2], Throw = Infallible>,
    {
        let mut sent = co_yield!(100);
        log.say("1");
        let end = loop {
            match delegate.send(sent) {
                Ok(y) => sent = co_yield!(y),
                Err(stop) => break stop,
            }
        };
        log.say("4");
        end.into_return().unwrap()
    }
    let log = Log::new();
    let mut n = inner(log.clone());
    assert_eq!(n.prime(), Ok(Some(1)));
    let mut g = wrapper(log.clone(), n);
    assert_eq!(g.prime(), Ok(Some(100)));
    assert_eq!(g.send(3), Ok(2));
    assert_eq!(g.send(4), Err(Stop::Returned([3, 4])));
    assert_eq!(log.line(), "0, 1, 2, 3, 4");
}

/// A delegation in the head of a loop and in its condition.
#[test]
fn in_heads() {
    #[coro::coroutine]
    fn listed(n: u8) -> impl Coroutine<u8, Yield = u8, Return = Vec<u8>> {
        vec![co_yield!(n), co_yield!(n + 1)]
    }
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let mut sum = 0;
        for n in yield_from!(listed(10)) {
            let _round = log.guard("round");
            while yield_from!(listed(20)).contains(&n) {
                sum += n;
            }
            if let [a, b] = yield_from!(listed(30))[..] {
                sum += a * b;
            }
        }
        sum
    }
    let log = Log::new();
    assert_eq!(
        send(
            &log,
            body(log.clone()),
            [1, 2, 1, 5, 5, 5, 3, 4, 9, 9, 2, 2]
        ),
        "10, 11, 20, 21, 20, 21, 30, 31, -round, 20, 21, 30, 31, -round, = 17"
    );
}
