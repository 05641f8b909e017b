//! The behaviour of regenerator's `test/tests.es6.js`: loops, labels, and what is tried.
//!
//! A `finally` that yields or jumps is code after a block, which gives back how it was left.

mod delegates;
mod errors;
mod names;
mod order;
mod tries;
mod ways;

use super::{run, send};
use crate::support::Log;
use coro::prelude::*;

#[test]
fn sequences() {
    #[coro::coroutine]
    fn range(n: u32) -> impl Coroutine<Yield = u32> {
        let mut i = 0;
        while i < n {
            co_yield!(i);
            i += 1;
        }
    }
    #[coro::coroutine]
    fn collatz(mut n: u32) -> impl Coroutine<Yield = u32, Return = usize> {
        let mut count = 0;
        co_yield!(n);
        while n != 1 {
            count += 1;
            if n % 2 == 1 {
                co_yield!({
                    n = n * 3 + 1;
                    n
                });
            } else {
                co_yield!({
                    n >>= 1;
                    n
                });
            }
        }
        count
    }
    #[coro::coroutine]
    fn endless(start: u32, step: Option<u32>) -> impl Coroutine<Yield = u32> {
        let mut start = start;
        let step = step.unwrap_or(1);
        loop {
            co_yield!(start);
            start += step;
        }
    }
    #[coro::coroutine]
    fn limit(mut g: impl Coroutine<Yield = u32>, stop: u32) -> impl Coroutine<Yield = u32> {
        loop {
            match next(&mut g) {
                Err(_) => return,
                Ok(y) if y < stop => co_yield!(y),
                Ok(_) => return,
            }
        }
    }
    let log = Log::new();
    assert_eq!(run(&log, range(0)), "= ()");
    assert_eq!(run(&log, range(5)), "0, 1, 2, 3, 4, = ()");
    assert_eq!(
        run(&log, collatz(7)),
        "7, 22, 11, 34, 17, 52, 26, 13, 40, 20, 10, 5, 16, 8, 4, 2, 1, = 16"
    );
    let mut c = collatz(82);
    assert_eq!((c.iter().count(), c.status()), (111, Status::Finished));
    assert_eq!(
        endless(10, Some(2)).iter().take(1004).sum::<u32>(),
        1_017_052
    );
    assert_eq!(
        run(&log, limit(endless(10, Some(3)), 20)),
        "10, 13, 16, 19, = ()"
    );
    assert_eq!(run(&log, limit(endless(7, None), 9)), "7, 8, = ()");
    assert_eq!(run(&log, limit(range(2), 9)), "0, 1, = ()");
}

/// The head of a loop yields, the loop is left early, or does nothing at all.
#[test]
fn heads_of_loops() {
    type Pairs = [(&'static str, u8); 4];
    #[coro::coroutine]
    fn over(
        log: Log,
        pairs: Pairs,
    ) -> impl Coroutine<u8, Yield = (&'static str, u8), Return = usize> {
        let mut count = 0;
        for (key, value) in {
            co_yield!(("why not", 0));
            let _head = log.guard("head");
            pairs
        } {
            if key == "skip" {
                break;
            }
            count += 1;
            co_yield!((key, value));
        }
        count
    }
    #[coro::coroutine]
    fn two_yields(log: Log) -> impl Coroutine<u8, Yield = u8> {
        let called = move |sent: u8| log.say(format!("called {sent}"));
        for key in {
            called(co_yield!(0));
            [co_yield!(1), 50]
        } {
            let sent = co_yield!(key);
            called(sent);
        }
    }
    #[coro::coroutine]
    fn empty(x: bool) -> impl Coroutine<Yield = u8, Return = &'static str> {
        while std::convert::identity(x) {}
        loop {
            if !x {
                break;
            }
        }
        for _ in 0..usize::from(x) {
            co_yield!(1);
        }
        "through"
    }
    let log = Log::new();
    let pairs = [("a", 1), ("b", 2), ("skip", 3), ("c", 4)];
    assert_eq!(
        send(&log, over(log.clone(), pairs), 1..),
        "(why not, 0), -head, (a, 1), (b, 2), = 2"
    );
    assert_eq!(
        send(&log, two_yields(log.clone()), 1..),
        "0, called 1, 1, 2, called 3, 50, called 4, = ()"
    );
    assert_eq!(run(&log, empty(false)), "= through");
}

#[test]
fn labels() {
    #[coro::coroutine]
    fn any_statement(limit: u8) -> impl Coroutine<Yield = u8> {
        co_yield!(0);
        'rounds: for i in 0..limit {
            co_yield!(1);
            'first: {
                co_yield!(2);
                if limit < 4 {
                    break 'first;
                }
                co_yield!(3);
            }
            'second: {
                if limit == 3 {
                    'third: {
                        co_yield!(4);
                        if i == 0 {
                            break 'second;
                        }
                        co_yield!(5);
                        if i == 1 {
                            break 'third;
                        }
                        'fourth: {
                            if i == 9 {
                                break 'fourth;
                            }
                            co_yield!(6);
                        }
                        if i == 2 {
                            break 'rounds;
                        }
                        co_yield!(7);
                    }
                }
            }
            'nothing: {
                break 'nothing;
            }
            co_yield!(8);
        }
        co_yield!(9);
    }
    let log = Log::new();
    assert_eq!(run(&log, any_statement(0)), "0, 9, = ()");
    assert_eq!(run(&log, any_statement(1)), "0, 1, 2, 8, 9, = ()");
    assert_eq!(run(&log, any_statement(2)), "0, 1, 2, 8, 1, 2, 8, 9, = ()");
    assert_eq!(
        run(&log, any_statement(3)),
        "0, 1, 2, 4, 8, 1, 2, 4, 5, 8, 1, 2, 4, 5, 6, 9, = ()"
    );
    let round = "1, 2, 3, 8";
    assert_eq!(
        run(&log, any_statement(4)),
        format!("0, {round}, {round}, {round}, {round}, 9, = ()")
    );
}

/// An inner loop goes on with the outer one, or only ends.
#[test]
fn backwards_jumps() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = u8> {
        let mut first = true;
        'outer: loop {
            co_yield!(0);
            {
                let _finally = log.guard("5");
                loop {
                    let _inner = log.guard("inner");
                    co_yield!(1);
                    if first {
                        first = false;
                        co_yield!(2);
                        continue 'outer;
                    } else {
                        co_yield!(3);
                        break;
                    }
                }
                co_yield!(4);
                break;
            }
        }
        co_yield!(7);
    }
    let log = Log::new();
    assert_eq!(
        run(&log, body(log.clone())),
        "0, 1, 2, -inner, -5, 0, 1, 3, -inner, 4, -5, 7, = ()"
    );
}

#[test]
fn permutations() {
    type Boxed =
        Box<dyn Coroutine<Yield = Vec<u8>, Return = usize, Throw = std::convert::Infallible>>;
    #[coro::coroutine]
    fn all(list: Vec<u8>) -> impl Coroutine<Yield = Vec<u8>, Return = usize> {
        let (first, rest) = match list.split_first() {
            Some((first, rest)) => (*first, all_of(rest.to_vec())),
            None => {
                co_yield!(list);
                return 1;
            }
        };
        let mut count = 0;
        for perm in Iter::new(rest) {
            for i in 0..=perm.len() {
                let mut with = perm.clone();
                with.insert(i, first);
                co_yield!(with);
                count += 1;
            }
        }
        count
    }
    fn all_of(list: Vec<u8>) -> Boxed {
        Box::new(all(list))
    }
    let log = Log::new();
    assert_eq!(run(&log, all(vec![])), "[], = 1");
    assert_eq!(run(&log, all(vec![1])), "[1], = 1");
    assert_eq!(run(&log, all(vec![2, 1])), "[2, 1], [1, 2], = 2");
    assert_eq!(
        run(&log, all(vec![1, 3, 2])),
        "[1, 3, 2], [3, 1, 2], [3, 2, 1], [1, 2, 3], [2, 1, 3], [2, 3, 1], = 6"
    );
}
