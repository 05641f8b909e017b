//! regenerator's ways out of a `try` and its `finally`: which of two has the last word, and labels outside of several.

use super::{run, send};
use crate::support::Log;
use coro::prelude::*;
use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Through,
    Return,
    Break,
    Continue,
}

/// How a block was left, to be passed on when what follows in any case is done.
enum Left {
    Returned(u8),
    Broken,
    Continued,
    Through,
}

#[test]
fn ways_out_of_both() {
    #[coro::coroutine]
    fn body(log: Log, mut tried: Way, mut last: Way) -> impl Coroutine<Yield = u8, Return = u8> {
        co_yield!(0);
        loop {
            let left = 'tried: {
                let _held = log.guard("held");
                co_yield!(1);
                match tried {
                    Way::Return => break 'tried Left::Returned(2),
                    Way::Break => break 'tried Left::Broken,
                    Way::Continue => {
                        tried = Way::Return;
                        break 'tried Left::Continued;
                    }
                    Way::Through => {}
                }
                Left::Through
            };
            co_yield!(3);
            match last {
                Way::Return => return 4,
                Way::Break => break,
                Way::Continue => {
                    last = Way::Through;
                    continue;
                }
                Way::Through => {}
            }
            match left {
                Left::Returned(n) => return n,
                Left::Broken => break,
                Left::Continued => continue,
                Left::Through => tried = Way::Break,
            }
        }
        5
    }
    use Way::{Break, Continue, Return, Through};
    let log = Log::new();
    let once = |end| format!("0, 1, -held, 3, = {end}");
    let twice = |end| format!("0, 1, -held, 3, 1, -held, 3, = {end}");
    for (tried, last, happened) in [
        (Return, Through, once(2)),
        (Break, Through, once(5)),
        (Continue, Through, twice(2)),
        (Through, Through, twice(5)),
        (Return, Return, once(4)),
        (Break, Return, once(4)),
        (Continue, Return, once(4)),
        (Return, Break, once(5)),
        (Break, Break, once(5)),
        (Continue, Break, once(5)),
        (Return, Continue, twice(2)),
        (Break, Continue, twice(5)),
        (Continue, Continue, twice(2)),
    ] {
        assert_eq!(run(&log, body(log.clone(), tried, last)), happened);
    }
}

/// JavaScript's `return()` is a close here: the last word is the last block's.
#[test]
fn overridden_returns() {
    #[coro::coroutine]
    fn plain(log: Log) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let _tried = co_try!({
            let _held = log.guard("held");
            co_yield!(1)
        });
        3
    }
    #[coro::coroutine]
    fn last_of_all(log: Log, condition: bool) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let left = {
            let _inner = co_try!({
                let _held = log.guard("held");
                co_yield!(1)
            });
            2
        };
        log.say(format!("left with {left}"));
        let sent = co_try!({ co_yield!(10) });
        if condition {
            return 4;
        }
        sent.unwrap_or(5)
    }
    let log = Log::new();
    type Any<'a> = &'a mut dyn Coroutine<u8, Yield = u8, Return = u8, Throw = Infallible>;
    let ways: [fn(Any) -> _; 2] = [|c| c.send(5), |c| c.resume(Resume::Close)];
    for way in ways {
        let mut c = plain(log.clone());
        assert_eq!(c.prime(), Ok(Some(1)));
        assert_eq!(way(&mut c), Err(Stop::Returned(3)));
        assert_eq!(log.line(), "-held");
        for (condition, end) in [(true, 4), (false, 5)] {
            let mut c = last_of_all(log.clone(), condition);
            assert_eq!(c.prime(), Ok(Some(1)));
            assert_eq!(way(&mut c), Ok(10));
            assert_eq!(way(&mut c), Err(Stop::Returned(end)));
            assert_eq!(log.line(), "-held, left with 2");
        }
    }
}

/// Out of four tries in one another, with an error pending in each, to a label outside all of them.
#[test]
fn out_of_many_tries() {
    #[coro::coroutine]
    fn body(
        log: Log,
        n: u8,
        which: &'static str,
    ) -> impl Coroutine<Yield = u8, Throw = &'static str> {
        let first = co_try!({
            co_yield!(0);
            co_raise!("first");
        });
        co_yield!(1);
        'rounds: for i in 0..n {
            co_yield!(i);
            let _second = log.guard("second");
            let second = co_try!({ co_raise!("second") });
            co_yield!(2);
            let left = co_try!({
                let _third = log.guard("third");
                let third = co_try!({ co_raise!("third") });
                co_yield!(3);
                let fourth = co_try!({
                    let _fourth = log.guard("fourth");
                    co_raise!("fourth")
                });
                co_yield!(4);
                match which {
                    "break" => {
                        co_yield!(20);
                        break 'rounds;
                    }
                    "continue" => {
                        co_yield!(30);
                        continue 'rounds;
                    }
                    _ => {}
                }
                co_yield!(5);
                fourth.and(third)
            });
            match left.and_then(|left| left).and(second) {
                Ok(()) => co_yield!(99),
                Err(interrupt) => co_raise!(interrupt),
            }
        }
        co_yield!(6);
        match first {
            Ok(()) => co_yield!(98),
            Err(interrupt) => co_raise!(interrupt),
        }
    }
    let log = Log::new();
    assert_eq!(
        run(&log, body(log.clone(), 1, "break")),
        "0, 1, 0, 2, 3, -fourth, 4, 20, -third, -second, 6, ! first"
    );
    let round = |i| format!("{i}, 2, 3, -fourth, 4, 30, -third, -second");
    assert_eq!(
        run(&log, body(log.clone(), 3, "continue")),
        format!("0, 1, {}, {}, {}, 6, ! first", round(0), round(1), round(2))
    );
    assert_eq!(
        run(&log, body(log.clone(), 3, "neither")),
        "0, 1, 0, 2, 3, -fourth, 4, 5, -third, -second, ! fourth"
    );
}

/// A block that says by `ControlFlow` whether the body is over.
#[test]
fn control_flow_as_a_value() {
    #[coro::coroutine]
    fn body(n: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let left = match co_yield!(n) {
            0 => Break(co_yield!(10)),
            m => Continue(m + co_yield!(20)),
        };
        match left {
            Break(end) => end,
            Continue(sum) => co_yield!(sum),
        }
    }
    let log = Log::new();
    assert_eq!(send(&log, body(1), [0, 7]), "1, 10, = 7");
    assert_eq!(send(&log, body(1), [3, 7, 9]), "1, 20, 10, = 9");
}
