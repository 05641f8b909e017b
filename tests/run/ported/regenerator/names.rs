//! regenerator's names: blocks, closures over the locals of a loop, handlers that shadow, items after their use.

use super::run;
use crate::support::Log;
use coro::prelude::*;

#[test]
fn blocks() {
    #[coro::coroutine]
    fn body() -> impl Coroutine<Yield = u8> {
        let (a_0, a_1) = (0, 1);
        let a = 3;
        {
            let a = 1;
            co_yield!(a + a_0);
        }
        {
            let a = 2;
            co_yield!(a - 1 + a_1);
        }
        co_yield!(a);
    }
    assert_eq!(run(&Log::new(), body()), "1, 2, 3, = ()");
}

/// Each closure has the local of its own round.
#[test]
fn closures_of_a_loop() {
    type Boxed = Box<dyn Fn() -> u8>;
    #[coro::coroutine]
    fn body() -> impl Iterator<Item = Boxed> {
        let mut arr: Vec<Boxed> = Vec::new();
        for x in 0..3 {
            let y = x;
            arr.push(Box::new(move || y));
        }
        while let Some(x) = arr.pop() {
            co_yield!(x);
        }
    }
    #[coro::coroutine]
    fn yielded_at_once() -> impl Iterator<Item = Boxed> {
        for x in 0..3 {
            let y = x * 10;
            co_yield!(Box::new(move || x + y));
        }
    }
    assert!(body().map(|f| f()).eq([2, 1, 0]));
    let all: Vec<_> = yielded_at_once().collect();
    assert!(all.iter().map(|f| f()).eq([0, 11, 22]));
}

#[test]
fn shadowed_by_a_handler() {
    #[coro::coroutine]
    fn outer_ones(x: u8) -> impl Coroutine<Yield = u8, Throw = u8> {
        let y = x + 1;
        match co_try!({ co_raise!(x + 2) }) {
            Err(Interrupt::Thrown(mut x)) => {
                co_yield!(x);
                x += 1;
                co_yield!(x);
            }
            Ok(()) | Err(Interrupt::Close) => {}
        }
        co_yield!(x);
        if let Err(Interrupt::Thrown(y)) = co_try!({ co_raise!(x + 3) }) {
            let mut y = y;
            co_yield!(y);
            y *= 2;
            co_yield!(y);
        }
        co_yield!(y);
    }
    #[coro::coroutine]
    fn in_closures(x: u8) -> impl Coroutine<Yield = u8, Throw = u8> {
        if let Err(Interrupt::Thrown(x)) = co_try!({ co_raise!(x) }) {
            let mut x = x;
            co_yield!(x);
            co_yield!({
                let increment = |x: u8| x + 1;
                increment(x + 1)
            });
            co_yield!({
                let double = |y| {
                    let x = y;
                    x * 2
                };
                double(x + 2)
            });
            co_yield!({
                let mut halve = || {
                    x >>= 1;
                    x
                };
                halve()
            });
            co_yield!({
                x -= 1;
                x
            });
        }
        co_yield!(x);
    }
    #[coro::coroutine]
    fn in_one_another() -> impl Coroutine<Yield = &'static str, Throw = &'static str> {
        if let Err(Interrupt::Thrown(e)) = co_try!({ co_raise!("e1") }) {
            co_yield!(e);
            if let Err(Interrupt::Thrown(e)) = co_try!({ co_raise!("e2") }) {
                co_yield!(e);
            }
            co_yield!(e);
        }
    }
    let log = Log::new();
    assert_eq!(run(&log, outer_ones(1)), "3, 4, 1, 4, 8, 2, = ()");
    assert_eq!(run(&log, outer_ones(2)), "4, 5, 2, 5, 10, 3, = ()");
    assert_eq!(run(&log, in_closures(10)), "10, 12, 24, 5, 4, 10, = ()");
    assert_eq!(run(&log, in_closures(11)), "11, 13, 26, 5, 4, 11, = ()");
    assert_eq!(run(&log, in_one_another()), "e1, e2, e1, = ()");
}

#[derive(Debug, PartialEq)]
struct Caught {
    e: String,
    identity: u8,
}

/// A field, a parameter and a closure's local that are called as the error is.
#[test]
fn names_that_are_not_the_handlers() {
    #[coro::coroutine]
    fn body() -> impl Coroutine<Yield = u8, Return = Option<Caught>, Throw = String> {
        let tried = co_try!({
            co_yield!(1);
            co_raise!("oyez".to_string());
        });
        match tried {
            Err(Interrupt::Thrown(mut e)) => {
                co_yield!(3);
                e += "!";
                let identity = |x| {
                    let e = x;
                    e
                };
                return Some(Caught {
                    e,
                    identity: identity(7),
                });
            }
            Ok(()) | Err(Interrupt::Close) => co_yield!(4),
        }
        None
    }
    assert_eq!(
        run(&Log::new(), body()),
        "1, 3, = Some(Caught { e: oyez!, identity: 7 })"
    );
}

#[test]
fn items_after_their_use() {
    #[coro::coroutine]
    fn functions(n: u8) -> impl Coroutine<Yield = u8> {
        co_yield!(increment(n));
        fn increment(x: u8) -> u8 {
            x + 1
        }
        if n % 2 == 1 {
            co_yield!(halve(decrement(n)));
            fn halve(x: u8) -> u8 {
                x >> 1
            }
            fn decrement(x: u8) -> u8 {
                x - 1
            }
        }
        co_yield!(increment(increment(n)));
    }
    #[coro::coroutine]
    fn coroutines(n: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        co_yield!(0);
        return yield_from!(inner(n));

        #[coro::coroutine]
        fn inner(n: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
            co_yield!(n - 1);
            co_yield!(n);
            co_yield!(n + 1)
        }
    }
    let log = Log::new();
    assert_eq!(run(&log, functions(3)), "4, 1, 5, = ()");
    assert_eq!(run(&log, functions(4)), "5, 6, = ()");
    assert_eq!(super::send(&log, coroutines(2), 1..), "0, 1, 2, 3, = 4");
}

/// Arguments are locals like others: assigned to, exchanged, and more of them than one knows.
#[test]
fn arguments() {
    #[coro::coroutine]
    fn exchanged(mut x: i8, mut y: i8) -> impl Coroutine<Yield = i8> {
        co_yield!(x);
        x += 1;
        co_yield!(x);
        co_yield!(y);
        y -= 1;
        co_yield!(y);
        std::mem::swap(&mut x, &mut y);
        co_yield!(x);
        (x, y) = (y, x);
        co_yield!(x - y);
    }
    #[coro::coroutine]
    fn sums<const N: usize>(all: [i8; N]) -> impl Coroutine<Yield = i8, Return = i8> {
        let mut result = 0;
        for n in all {
            co_yield!({
                result += n;
                result
            });
        }
        result
    }
    let log = Log::new();
    assert_eq!(run(&log, exchanged(3, 7)), "3, 4, 7, 6, 6, -2, = ()");
    assert_eq!(run(&log, exchanged(10, -5)), "10, 11, -5, -6, -6, 17, = ()");
    assert_eq!(run(&log, sums([1, 2, 3])), "1, 3, 6, = 6");
    assert_eq!(run(&log, sums([9, -5, 3, 0, 2])), "9, 4, 7, 7, 9, = 9");
}

/// What is caught is captured by a coroutine that is itself what is yielded.
#[test]
fn a_coroutine_that_is_yielded() {
    #[coro::coroutine]
    fn inner(e: String) -> impl Coroutine<Yield = String> {
        co_yield!(e);
    }
    #[coro::coroutine]
    fn outer<C>(make: fn(String) -> C) -> impl Coroutine<Yield = C, Throw = String> {
        match co_try!({ co_raise!("missing".to_string()) }) {
            Err(Interrupt::Thrown(e)) => co_yield!(make(e)),
            Ok(()) | Err(Interrupt::Close) => {}
        }
    }
    let log = Log::new();
    let Ok(yielded) = next(&mut outer(inner)) else {
        panic!("it yields")
    };
    assert_eq!(run(&log, yielded), "missing, = ()");
}
