//! regenerator's order of evaluation: what is before a yield in an expression has its value by then. Where JavaScript
//! and Rust differ, Rust's order is what is asserted.

use super::{run, send};
use crate::support::Log;
use coro::prelude::*;
use std::cell::{Cell, RefCell};

#[test]
fn several_in_one_expression() {
    #[coro::coroutine]
    fn sum() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        co_yield!(0) + co_yield!(0)
    }
    #[coro::coroutine]
    fn chain(n: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        return co_yield!(co_yield!(co_yield!(co_yield!(n))));
    }
    let log = Log::new();
    assert_eq!(send(&log, sum(), 1..), "0, 0, = 3");
    assert_eq!(send(&log, chain(5), 1..), "5, 1, 2, 3, = 4");
}

/// What may be sent: something to call, or something to call it with.
enum Sent {
    Twice(fn(u8) -> fn(u8) -> u8),
    Two(fn(u8, u8) -> Pair),
    Number(u8),
}

#[derive(Debug, PartialEq)]
struct Pair {
    first: u8,
    second: u8,
}

impl Sent {
    fn into_twice(self) -> fn(u8) -> fn(u8) -> u8 {
        let Sent::Twice(f) = self else {
            panic!("not to be called")
        };
        f
    }
    fn into_two(self) -> fn(u8, u8) -> Pair {
        let Sent::Two(f) = self else {
            panic!("not to be called")
        };
        f
    }
    fn into_number(self) -> u8 {
        let Sent::Number(n) = self else {
            panic!("not a number")
        };
        n
    }
}

#[test]
fn callees() {
    #[coro::coroutine]
    fn called_twice() -> impl Coroutine<Sent, Yield = u8, Return = u8> {
        co_yield!(1).into_twice()(co_yield!(2).into_number())(co_yield!(3).into_number())
    }
    #[coro::coroutine]
    fn constructed() -> impl Coroutine<Sent, Yield = u8, Return = Pair> {
        (co_yield!(0).into_two())(co_yield!(1).into_number(), co_yield!(2).into_number())
    }
    #[coro::coroutine]
    fn without_arguments() -> impl Coroutine<fn() -> u8, Yield = &'static str, Return = u8> {
        (co_yield!("dummy"))()
    }
    fn curried(a: u8) -> fn(u8) -> u8 {
        assert_eq!(a, 20);
        |b| b + 1
    }
    let log = Log::new();
    let sent = [Sent::Twice(curried), Sent::Number(20), Sent::Number(30)];
    assert_eq!(send(&log, called_twice(), sent), "1, 2, 3, = 31");
    let pair = |first, second| Pair { first, second };
    let sent = [Sent::Two(pair), Sent::Number(20), Sent::Number(30)];
    assert_eq!(
        send(&log, constructed(), sent),
        "0, 1, 2, = Pair { first: 20, second: 30 }"
    );
    let seven: fn() -> u8 = || 7;
    assert_eq!(send(&log, without_arguments(), [seven]), "dummy, = 7");
}

#[derive(Debug, PartialEq)]
struct Literal {
    a: u8,
    b: u8,
    c: u8,
    d: [u8; 2],
}

#[test]
fn literals() {
    #[coro::coroutine]
    fn of_two(a: u8, b: u8) -> impl Coroutine<u8, Yield = (u8, u8), Return = (u8, u8)> {
        let pair = Pair {
            first: a - co_yield!((a, a)).min(a),
            second: co_yield!((b, b)),
        };
        co_yield!((pair.first, pair.second));
        (pair.first, pair.second)
    }
    #[coro::coroutine]
    fn of_many(f: fn(u8, u8) -> u8) -> impl Coroutine<u8, Yield = char, Return = Literal> {
        Literal {
            b: co_yield!('b'),
            a: co_yield!('a'),
            c: f(co_yield!('c'), co_yield!('d')),
            d: [co_yield!('e'), co_yield!('f')],
        }
    }
    let log = Log::new();
    assert_eq!(
        send(&log, of_two(4, 2), 1..),
        "(4, 4), (2, 2), (3, 2), = (3, 2)"
    );
    // In the order they are written in, not in that of the definition.
    assert_eq!(
        send(&log, of_many(|x, y| x * y), 1..),
        "'b', 'a', 'c', 'd', 'e', 'f', = Literal { a: 2, b: 1, c: 12, d: [5, 6] }"
    );
}

/// A `switch` whose cases yield: each is tried when those before it did not match.
#[test]
fn cases_that_yield() {
    #[coro::coroutine]
    fn body(a: u8) -> impl Coroutine<u8, Yield = char, Return = &'static str> {
        match co_yield!('a') {
            x if x == co_yield!('x') - a => "first case",
            x if x == co_yield!('y') - a => "second case",
            _ => "none",
        }
    }
    let log = Log::new();
    assert_eq!(send(&log, body(1), 1..), "'a', 'x', = first case");
    assert_eq!(send(&log, body(2), 1..), "'a', 'x', 'y', = second case");
    assert_eq!(send(&log, body(0), 1..), "'a', 'x', 'y', = none");
}

/// Between two halves of an expression, the world changes; what was read stays read.
#[test]
fn what_was_read_before() {
    #[coro::coroutine]
    fn left(x: &Cell<u8>) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        x.get() * co_yield!(0)
    }
    #[coro::coroutine]
    fn elements(a: &Cell<u8>) -> impl Coroutine<u8, Yield = u8, Return = [u8; 3]> {
        [a.get(), co_yield!(0), a.get()]
    }
    fn read(a: &RefCell<Vec<u8>>) -> Vec<u8> {
        a.borrow().clone()
    }
    #[coro::coroutine]
    fn receiver(a: &RefCell<Vec<u8>>) -> impl Coroutine<u8, Yield = u8, Return = Vec<u8>> {
        let all = [read(a), vec![co_yield!(0)]].concat();
        a.replace(all);
        read(a)
    }
    #[coro::coroutine]
    fn text(a: &RefCell<String>) -> impl Coroutine<&'static str, Yield = u8, Return = String> {
        a.borrow().clone() + co_yield!(0)
    }
    let cell = Cell::new(2);
    let mut c = left(&cell);
    assert_eq!(c.prime(), Ok(Some(0)));
    cell.set(5);
    assert_eq!(c.send(5), Err(Stop::Returned(10)));

    cell.set(1);
    let mut c = elements(&cell);
    assert_eq!(c.prime(), Ok(Some(0)));
    cell.set(3);
    assert_eq!(c.send(2), Err(Stop::Returned([1, 2, 3])));

    let vec = RefCell::new(vec![]);
    let mut c = receiver(&vec);
    assert_eq!(c.prime(), Ok(Some(0)));
    vec.borrow_mut().push(1);
    assert_eq!(c.send(2), Err(Stop::Returned(vec![2])));

    let string = RefCell::new(String::from("1,2"));
    let mut c = text(&string);
    assert_eq!(c.prime(), Ok(Some(0)));
    // The temporary lives to the end of the statement.
    assert!(string.try_borrow_mut().is_err());
    assert_eq!(c.send(",3"), Err(Stop::Returned("1,2,3".into())));
    assert!(string.try_borrow_mut().is_ok());
}

/// The same with locals that the yielding half assigns to. `x += ..` reads `x` last.
#[test]
fn locals_assigned_on_the_way() {
    #[coro::coroutine]
    fn binary(mut x: u8) -> impl Coroutine<u8, Yield = u8, Return = (u8, u8)> {
        let product = x * {
            x = co_yield!(x);
            3
        };
        (product, x)
    }
    #[coro::coroutine]
    fn tuple(mut x: u8) -> impl Coroutine<u8, Yield = u8, Return = (u8, u8, u8)> {
        (
            x,
            {
                x = co_yield!(x);
                co_yield!(x)
            },
            x,
        )
    }
    #[coro::coroutine]
    fn compound(mut x: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        x += {
            x = co_yield!(x);
            co_yield!(x)
        };
        x
    }
    #[coro::coroutine]
    fn spelled_out(mut x: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        x = x + {
            x = co_yield!(x);
            co_yield!(x)
        };
        x
    }
    #[coro::coroutine]
    fn conditional(mut x: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let y = if x == co_yield!(x) {
            x += co_yield!(100);
            x
        } else {
            x + co_yield!(200)
        };
        y * if y > 10 { co_yield!(y) } else { 1 }
    }
    let log = Log::new();
    assert_eq!(send(&log, binary(2), [7]), "2, = (6, 7)");
    assert_eq!(send(&log, tuple(2), [7, 8]), "2, 7, = (2, 8, 7)");
    assert_eq!(send(&log, compound(2), [7, 8]), "2, 7, = 15");
    assert_eq!(send(&log, spelled_out(2), [7, 8]), "2, 7, = 10");
    assert_eq!(send(&log, conditional(2), [2, 3]), "2, 100, = 5");
    assert_eq!(send(&log, conditional(2), [1, 9, 3]), "2, 200, 11, = 33");
}

/// Arguments from left to right, each before the call; temporaries to the end of the statement.
#[test]
fn arguments() {
    fn arg(log: &Log, n: u8) -> u8 {
        log.say(format!("arg {n}"));
        n
    }
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = u8> {
        let to = log.clone();
        let call = move |a: u8, b: u8, c: u8| {
            to.say(format!("call {a} {b} {c}"));
            a + b + c
        };
        call(
            arg(&log, 1),
            {
                let _held = log.guard("held");
                co_yield!(2);
                arg(&log, 2)
            },
            call(arg(&log, 3), arg(&log, 4), {
                co_yield!(5);
                arg(&log, 5)
            }),
        );
        log.say("end");
    }
    let log = Log::new();
    assert_eq!(
        run(&log, body(log.clone())),
        "arg 1, 2, arg 2, -held, arg 3, arg 4, 5, arg 5, call 3 4 5, call 1 2 12, end, = ()"
    );
}
