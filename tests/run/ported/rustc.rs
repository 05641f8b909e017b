//! The behaviour of the tests in rustc's `tests/ui/coroutine` that run: control flow and what is sent in.

mod drops;
mod expressions;
mod lives;
mod matches;
mod sent;

use super::{run, send};
use crate::support::{Log, panic_of};
use coro::prelude::*;
use std::convert::Infallible;

#[test]
fn control_flow() {
    #[coro::coroutine]
    fn once() -> impl Coroutine<Yield = u8> {
        co_yield!(0);
    }
    #[coro::coroutine]
    fn eight_times() -> impl Coroutine<Yield = u8> {
        for n in 0..8 {
            co_yield!(n);
        }
    }
    #[coro::coroutine]
    fn in_one_branch(first: bool) -> impl Coroutine<Yield = u8> {
        if first {
            co_yield!(1);
        } else {
        }
        if first {
        } else {
            co_yield!(2);
        }
    }
    #[coro::coroutine]
    fn in_a_condition(log: Log) -> impl Coroutine<bool, Yield = u8> {
        if {
            let answer = co_yield!(0);
            log.say("asked");
            answer
        } {
            co_yield!(1);
            log.say("true");
        }
        co_yield!(2);
    }
    let log = Log::new();
    assert_eq!(run(&log, once()), "0, = ()");
    assert_eq!(run(&log, eight_times()), "0, 1, 2, 3, 4, 5, 6, 7, = ()");
    assert_eq!(run(&log, in_one_branch(true)), "1, = ()");
    assert_eq!(run(&log, in_one_branch(false)), "2, = ()");
    for (sent, happened) in [
        ([false; 4], "0, asked, 2, = ()"),
        ([true; 4], "0, asked, 1, true, 2, = ()"),
    ] {
        assert_eq!(send(&log, in_a_condition(log.clone()), sent), happened);
    }
}

#[test]
fn smoke() {
    #[coro::coroutine]
    fn never_yields(s: String) -> impl Coroutine<Yield = u8, Return = String> {
        if s.is_empty() {
            co_yield!(1);
        }
        s
    }
    #[coro::coroutine]
    fn yields_its_argument(s: String) -> impl Coroutine<Yield = String> {
        co_yield!(s);
    }
    #[coro::coroutine]
    fn yields_and_returns(s: String) -> impl Coroutine<Yield = String, Return = String> {
        co_yield!(String::from("bar"));
        return s;
    }
    let log = Log::new();
    let foo = || String::from("foo");
    assert_eq!(run(&log, never_yields(foo())), "= foo");
    assert_eq!(run(&log, never_yields(String::new())), "1, = ");
    assert_eq!(run(&log, yields_its_argument(foo())), "foo, = ()");
    assert_eq!(run(&log, yields_and_returns(foo())), "bar, = foo");

    // Started in one thread, ended in another.
    let mut c = yields_and_returns(foo());
    assert_eq!(next(&mut c), Ok("bar".to_string()));
    let end = std::thread::spawn(move || next(&mut c)).join().unwrap();
    assert_eq!(end, Err(Stop::Returned(foo())));
}

/// What rustc's coroutines get with their first resume is here an argument.
#[test]
fn what_is_resumed_with() {
    #[coro::coroutine]
    fn until_zero(mut b: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        while b != 0 {
            b = co_yield!(b + 1);
        }
        -1
    }
    #[coro::coroutine]
    fn session() -> impl Coroutine<String, Yield = &'static str, Return = String> {
        fn told(name: String, mood: String) -> String {
            format!("{} is {}", name.trim(), mood.trim())
        }
        let name = co_yield!("name?");
        let mood = co_yield!("mood?");
        told(name, mood)
    }
    let log = Log::new();
    assert_eq!(
        send(&log, until_zero(1), [-45, 500, 0]),
        "2, -44, 501, = -1"
    );
    assert_eq!(
        send(&log, session(), [" Ada", "well "].map(String::from)),
        "name?, mood?, = Ada is well"
    );
}

#[test]
fn resumed_after_the_end() {
    #[coro::coroutine]
    fn body(log: Log, how: &str) -> impl Coroutine<Yield = u8> {
        let _local = log.guard("local");
        match how {
            "returns" => return,
            "fails" => panic!("failed"),
            _ => co_yield!(1),
        }
    }
    let log = Log::new();
    let mut c = body(log.clone(), "returns");
    assert_eq!(next(&mut c), Err(Stop::Returned(())));
    assert_eq!(next(&mut c), Err(Stop::Exhausted));
    assert_eq!(log.line(), "-local");

    let mut c = body(log.clone(), "fails");
    assert_eq!(panic_of(|| next(&mut c)).0, "failed");
    for _ in 0..10 {
        assert_eq!(next(&mut c), Err(Stop::Exhausted));
    }
    assert_eq!(log.line(), "-local");
}

/// Iterators: generic ones, chained ones, ones that end early; what they borrow.
#[test]
fn iterators() {
    #[coro::coroutine]
    fn up_to_six() -> impl Iterator<Item = u8> {
        for n in 1..6 {
            co_yield!(n);
        }
    }
    #[coro::coroutine]
    fn from<T>(start: T, end: T) -> impl Iterator<Item = T>
    where
        std::ops::Range<T>: Iterator<Item = T>,
    {
        for n in start..end {
            co_yield!(n);
        }
    }
    assert!(up_to_six().chain(from(6, 11)).eq(1..11));

    #[coro::coroutine]
    fn unless(mut s: String, word: &str) -> impl Iterator<Item = usize> {
        co_yield!(42);
        if s == word {
            return;
        }
        s.clear();
        for n in s.len()..3 {
            co_yield!(n);
        }
    }
    assert_eq!(unless("foo".into(), "foo").collect::<Vec<_>>(), [42]);
    let mut c = unless("foo".into(), "bar");
    assert_eq!(c.by_ref().collect::<Vec<_>>(), [42, 0, 1, 2]);
    assert_eq!((c.next(), c.next()), (None, None));

    #[coro::coroutine]
    fn two_of_three<'b>(_a: &i32, b: &'b i32, c: &'b i32) -> impl Iterator<Item = &'b i32> {
        co_yield!(b);
        co_yield!(c);
    }
    #[coro::coroutine]
    fn subtypes<'a>(b: &'a str) -> impl Iterator<Item = &'a str> {
        let a: &'static str = "static";
        co_yield!(a);
        co_yield!(b);
    }
    #[coro::coroutine]
    fn promoted() -> impl Iterator<Item = &'static i32> {
        co_yield!(&1);
    }
    let z = 3;
    assert!(two_of_three(&1, &2, &z).eq([&2, &3]));
    assert!(subtypes(&String::from("b")).eq(["static", "b"]));
    assert!(promoted().eq([&1]));
}

struct Database(Vec<u8>);

impl Database {
    fn rows(&self) -> impl Iterator<Item = u8> {
        self.0.iter().copied()
    }

    #[coro::coroutine]
    fn checked(&self) -> impl Coroutine<Yield = u8, Return = usize> {
        let rows = self.rows();
        for row in rows {
            co_yield!(row);
        }
        self.0.len()
    }
}

trait Makes {
    type Made: Coroutine<Yield = u8, Return = String, Throw = Infallible>;
    fn make() -> Self::Made;
}

struct Five;

impl Makes for Five {
    type Made = Box<dyn Coroutine<Yield = u8, Return = String, Throw = Infallible>>;
    fn make() -> Self::Made {
        #[coro::coroutine]
        fn five() -> impl Coroutine<Yield = u8, Return = String> {
            co_yield!(5);
            "made".to_string()
        }
        Box::new(five())
    }
}

#[test]
fn what_a_body_calls() {
    #[coro::coroutine]
    fn both<M: Makes>() -> impl Coroutine<Yield = u8, Return = String> {
        yield_from!(M::make()) + &yield_from!(M::make())
    }
    #[coro::coroutine]
    fn nested() -> impl Coroutine<Yield = u8> {
        #[coro::coroutine]
        fn inner() -> impl Coroutine<Yield = u8> {
            co_yield!(2);
        }
        let mut sub = inner();
        match next(&mut sub) {
            Ok(y) => co_yield!(y),
            Err(_) => panic!(),
        };
        co_yield!(if next(&mut sub).is_err() { 3 } else { 4 });
    }
    #[coro::coroutine]
    fn with(f: impl Fn() -> u8) -> impl Coroutine<Yield = u8> {
        loop {
            match f() {
                0 => break,
                n => co_yield!(n),
            }
        }
    }
    let log = Log::new();
    assert_eq!(run(&log, Database(vec![1, 2]).checked()), "1, 2, = 2");
    assert_eq!(run(&log, both::<Five>()), "5, 5, = mademade");
    assert_eq!(run(&log, nested()), "2, 3, = ()");
    let left = std::cell::Cell::new(3);
    let count = || left.replace(left.get() - 1) - 1;
    assert_eq!(run(&log, with(count)), "2, 1, = ()");
}

/// More yields than a byte has values.
#[test]
fn many_yields() {
    macro_rules! many {
        ($($from:literal)*) => {
            #[coro::coroutine]
            fn many() -> impl Iterator<Item = u32> {
                $(
                    co_yield!($from);
                    co_yield!($from + 1);
                    co_yield!($from + 2);
                    co_yield!($from + 3);
                    co_yield!($from + 4);
                    co_yield!($from + 5);
                    co_yield!($from + 6);
                    co_yield!($from + 7);
                    co_yield!($from + 8);
                    co_yield!($from + 9);
                )*
            }
        };
    }
    many!(0 10 20 30 40 50 60 70 80 90 100 110 120 130 140 150 160 170 180 190 200 210 220 230 240 250);
    assert!(many().eq(0..260));
}
