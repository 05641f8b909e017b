//! rustc's tests of yields within expressions: operands, arguments, indices, guards, initializers.

use super::{run, send};
use crate::support::{Log, panic_of};
use coro::prelude::*;
use std::cell::RefCell;
use std::convert::Infallible;

/// `+=` on a type with an operator of its own, through a reference, and within its own left side.
#[test]
fn compound_assignment() {
    #[coro::coroutine]
    fn appends(s: &mut String) -> impl Coroutine<&'static str, Yield = u8> {
        *s += {
            let sent = co_yield!(1);
            co_yield!(2);
            sent
        };
    }
    #[coro::coroutine]
    fn through<'a>(log: Log, x: &'a mut i32) -> impl Coroutine<i32, Yield = i32, Return = &'a i32> {
        *{
            log.say("left");
            co_yield!(1);
            &mut *x
        } += match log.guard("right") {
            _right => 10,
        };
        x
    }
    /// The left side of an assignment is itself an assignment, and yields on both sides of it.
    #[coro::coroutine]
    fn nested(
        log: Log,
        x: &mut i32,
        inner: &mut i32,
    ) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        *{
            *{
                log.say("inner");
                co_yield!(1);
                &mut *inner
            } += match log.guard("one") {
                _one => 1,
            };
            co_yield!(*inner);
            log.say("outer");
            &mut *x
        } += match log.guard("two") {
            _two => 2,
        };
        *x * 100 + *inner
    }
    let log = Log::new();
    let mut s = String::from("a");
    assert_eq!(send(&log, appends(&mut s), ["b", "c"]), "1, 2, = ()");
    assert_eq!(s, "ab");
    // The right side first, as for every primitive type.
    assert_eq!(
        send(&log, through(log.clone(), &mut 5), [0]),
        "-right, left, 1, = 15"
    );
    assert_eq!(
        send(&log, nested(log.clone(), &mut 3, &mut 7), [0, 0]),
        "-two, -one, inner, 1, 8, outer, = 508"
    );
}

struct Adder(u8);

impl Adder {
    fn plus(&self, n: u8) -> u8 {
        self.0 + n
    }
}

#[test]
fn arguments() {
    fn first(a: u8, b: &u8) -> u8 {
        a * 10 + b
    }
    #[coro::coroutine]
    fn borrowed_after() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let b = 3;
        first(co_yield!(1), &b) + b
    }
    #[coro::coroutine]
    fn of_a_closure(f: impl Fn(u8, u8) -> u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        f(co_yield!(1), 1) + f(2, co_yield!(2))
    }
    #[coro::coroutine]
    fn of_a_field() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let x = (|n| n + 1,);
        x.0({
            co_yield!(1);
            co_yield!(2)
        })
    }
    #[coro::coroutine]
    fn of_a_method(log: Log) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let made = |n| {
            log.say(format!("made {n}"));
            Adder(n)
        };
        made(5).plus(co_yield!(1))
    }
    let log = Log::new();
    assert_eq!(send(&log, borrowed_after(), [7]), "1, = 76");
    assert_eq!(send(&log, of_a_closure(|a, b| a * b), [7, 8]), "1, 2, = 23");
    assert_eq!(send(&log, of_a_field(), [7, 8]), "1, 2, = 9");
    assert_eq!(send(&log, of_a_method(log.clone()), [7]), "made 5, 1, = 12");
}

/// Only rustc's own frame can hold the borrow while a later argument yields.
#[cfg(pinned)]
#[test]
fn an_argument_that_is_borrowed_before() {
    fn second(b: &u8, a: u8) -> u8 {
        a * 10 + b
    }
    #[coro::coroutine]
    fn body() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let b = 3;
        second(&b, co_yield!(1))
    }
    assert_eq!(send(&Log::new(), body(), [7]), "1, = 73");
}

/// What is yielded is made from a borrow of a local that ends there.
#[test]
fn operands_that_borrow() {
    fn doubled(s: &str) -> String {
        s.repeat(2)
    }
    fn long(s: &str) -> Result<String, usize> {
        if s.len() > 3 {
            Ok(doubled(s))
        } else {
            Err(s.len())
        }
    }
    #[coro::coroutine]
    fn plain(s: String) -> impl Coroutine<Yield = String> {
        co_yield!(doubled(&s));
    }
    #[coro::coroutine]
    fn if_let(s: String) -> impl Coroutine<Yield = String, Return = usize> {
        if let Ok(twice) = long(&s) {
            co_yield!(twice);
        }
        s.len()
    }
    #[coro::coroutine]
    fn in_the_tail() -> impl Coroutine<Yield = u8, Return = usize> {
        co_yield!(1);
        let a = String::from("tail");
        a.len()
    }
    let log = Log::new();
    assert_eq!(run(&log, plain("ab".into())), "abab, = ()");
    assert_eq!(run(&log, if_let("abcd".into())), "abcdabcd, = 4");
    assert_eq!(run(&log, if_let("abc".into())), "= 3");
    assert_eq!(run(&log, in_the_tail()), "1, = 4");

    #[coro::coroutine]
    fn of_a_cell(y: &RefCell<u8>) -> impl Coroutine<Yield = u8, Return = &'static str> {
        co_yield!(*y.borrow());
        "Done"
    }
    let y = RefCell::new(1);
    let mut c = of_a_cell(&y);
    assert_eq!(next(&mut c), Ok(1));
    // docs/differences.md: the one engine releases it before it suspends, the other after, as rustc does.
    assert_eq!(y.try_borrow_mut().is_ok(), cfg!(not(pinned)));
    assert_eq!(next(&mut c), Err(Stop::Returned("Done")));
    assert!(y.try_borrow_mut().is_ok());
}

#[test]
fn initializers() {
    #[coro::coroutine]
    fn in_a_loop() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        loop {
            let opt = {
                co_yield!(1);
                co_yield!(2)
            };
            let r = &opt;
            if *r > 5 {
                return *r;
            }
        }
    }
    #[coro::coroutine]
    fn boxed(x: &i32) -> impl Coroutine<i32, Yield = u8, Return = i32> {
        let y = 2;
        {
            let _t = Box::new((x, co_yield!(1), &y));
        }
        match Box::new((x, co_yield!(2), y)) {
            t => *t.0 * 100 + t.1 * 10 + t.2,
        }
    }
    #[coro::coroutine]
    fn sum(a: u8, b: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        co_yield!(a) + b
    }
    #[coro::coroutine]
    fn aggregate() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let x = (yield_from!(sum(1, 2)), yield_from!(sum(3, 4)));
        x.0 * 10 + x.1
    }
    #[allow(
        unreachable_code,
        clippy::diverging_sub_expression,
        reason = "that is what is tested"
    )]
    #[coro::coroutine]
    fn half(log: Log) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let _x: (crate::support::Guard, Infallible) = (log.guard("half"), return co_yield!(1));
    }
    fn never() -> Infallible {
        panic!("never")
    }
    #[allow(
        unreachable_code,
        unused_mut,
        unused_variables,
        reason = "of what follows on a value that cannot be"
    )]
    #[coro::coroutine]
    fn before_a_never(crash: bool, x: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let mut result = co_yield!(x);
        if !crash {
            return result;
        }
        let bad = never();
        result *= co_yield!(x + x);
        match bad {}
    }
    let log = Log::new();
    assert_eq!(send(&log, in_a_loop(), [9, 5, 9, 6]), "1, 2, 1, 2, = 6");
    assert_eq!(send(&log, boxed(&4), [0, 5]), "1, 2, = 452");
    assert_eq!(send(&log, aggregate(), [4, 5]), "1, 3, = 69");
    assert_eq!(send(&log, half(log.clone()), [8]), "1, -half, = 8");
    assert_eq!(send(&log, before_a_never(false, 3), [9]), "3, = 9");
    let mut c = before_a_never(true, 3);
    assert_eq!(c.prime(), Ok(Some(3)));
    assert_eq!(panic_of(|| c.send(9)).0, "never");
}
