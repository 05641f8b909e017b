//! rustc's tests of yields in the guards and arms of a match.

use super::{run, send};
use crate::support::{Guard, Log};
use coro::prelude::*;

#[test]
fn guards() {
    #[coro::coroutine]
    fn equal(x: u8) -> impl Coroutine<u8, Yield = u8, Return = &'static str> {
        match x {
            y if co_yield!(1) == y => "same",
            y if co_yield!(2) == y + 1 => "one more",
            _ => "other",
        }
    }
    #[coro::coroutine]
    fn indexed(x: usize) -> impl Coroutine<[bool; 3], Yield = u8, Return = &'static str> {
        match x {
            y if co_yield!(1)[y] => "in",
            _ => "out",
        }
    }
    static NUMBERS: [u8; 3] = [4, 5, 6];
    #[coro::coroutine]
    fn of_a_static() -> impl Coroutine<usize, Yield = u8, Return = [u8; 3]> {
        let n = NUMBERS[{
            co_yield!(1);
            co_yield!(2)
        }];
        match NUMBERS {
            all if co_yield!(n) == 0 => all,
            [a, ..] => [a; 3],
        }
    }
    #[coro::coroutine]
    fn behind_a_deref(on: &Option<bool>) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let inner = Box::new(*on);
        match inner.is_some() {
            true if false => 0,
            true => co_yield!(1),
            _ => 2,
        }
    }
    let log = Log::new();
    assert_eq!(send(&log, equal(5), [5, 0]), "1, = same");
    assert_eq!(send(&log, equal(5), [6, 6]), "1, 2, = one more");
    assert_eq!(send(&log, equal(5), [6, 5]), "1, 2, = other");
    assert_eq!(send(&log, indexed(1), [[false, true, false]]), "1, = in");
    assert_eq!(send(&log, indexed(2), [[false, true, false]]), "1, = out");
    assert_eq!(send(&log, of_a_static(), [0, 2, 0]), "1, 2, 6, = [4, 5, 6]");
    assert_eq!(send(&log, of_a_static(), [0, 1, 1]), "1, 2, 5, = [4, 4, 4]");
    assert_eq!(send(&log, behind_a_deref(&Some(true)), [9]), "1, = 9");
    assert_eq!(send(&log, behind_a_deref(&None), [9]), "= 2");
}

/// What a match looks at, and whether it is a temporary that the arms still hold.
#[test]
fn scrutinees() {
    fn looked_at(_: &Guard) -> u8 {
        1
    }
    #[coro::coroutine]
    fn lent(log: Log) -> impl Coroutine<Yield = u8> {
        match looked_at(&log.guard("lent")) {
            n => co_yield!(n),
        }
        log.say("after");
    }
    #[coro::coroutine]
    fn moved(log: Log) -> impl Coroutine<Yield = u8> {
        match drop(log.guard("moved")) {
            _status => co_yield!(2),
        }
        log.say("after");
    }
    #[coro::coroutine]
    fn of_a_local(log: Log) -> impl Coroutine<Yield = u8> {
        let x = log.guard("x");
        match looked_at(&x) {
            n => co_yield!(n),
        }
        match looked_at(&*&x) {
            n => co_yield!(n + 1),
        }
        let a = [3, 4];
        match a[usize::from(looked_at(&log.guard("index")))] {
            n => co_yield!(n),
        }
        log.say("after");
    }
    enum Is {
        A(String),
        B,
    }
    #[coro::coroutine]
    fn bindings(mut rounds: u8) -> impl Coroutine<Yield = usize> {
        loop {
            let mut len = 0;
            if let true = rounds > 0 {
                let is = if rounds > 1 {
                    Is::A("ab".into())
                } else {
                    Is::B
                };
                match is {
                    Is::A(var) => len = var.len(),
                    Is::B => {}
                }
            } else {
                break;
            }
            co_yield!(len);
            rounds -= 1;
        }
    }
    let log = Log::new();
    let l = || log.clone();
    assert_eq!(run(&log, lent(l())), "1, -lent, after, = ()");
    assert_eq!(send(&log, lent(l()), []), "1, -lent");
    assert_eq!(run(&log, moved(l())), "-moved, 2, after, = ()");
    assert_eq!(
        run(&log, of_a_local(l())),
        "1, 2, 4, -index, after, -x, = ()"
    );
    assert_eq!(run(&log, bindings(3)), "2, 2, 0, = ()");
}
