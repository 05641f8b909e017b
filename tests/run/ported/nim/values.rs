//! Nim's yields where a value is wanted. What is a template there is a block here.

use super::{Error, failing, run, said};
use crate::support::Log;
use coro::prelude::*;

#[test]
fn yields_in_yields() {
    #[coro::coroutine]
    fn in_a_loop(log: Log) -> impl Coroutine<Yield = u8> {
        for _ in 0..3 {
            log.say("0");
            co_yield!({
                co_yield!(1);
                2
            });
        }
    }
    #[coro::coroutine]
    fn in_a_block(log: Log) -> impl Coroutine<Yield = u8> {
        co_yield!('block: {
            log.say("1");
            co_yield!(2);
            break 'block 3;
        });
    }
    let log = Log::new();
    assert_eq!(
        run(&log, in_a_loop(log.clone())),
        "0, 1, 2, 0, 1, 2, 0, 1, 2, = ()"
    );
    assert_eq!(run(&log, in_a_block(log.clone())), "1, 2, 3, = ()");
}

#[test]
fn branches_as_values() {
    #[coro::coroutine]
    fn of_an_if(first: bool) -> impl Coroutine<Yield = u8> {
        let i = if first {
            co_yield!(0);
            1
        } else {
            2
        };
        co_yield!(i);
    }
    #[coro::coroutine]
    fn of_a_try(foo: u8) -> impl Coroutine<Yield = u8, Throw = Error> {
        let i = match co_try!({
            co_yield!(0);
            match failing() {
                Ok(_) => 1,
                Err(e) => co_raise!(e),
            }
        }) {
            Ok(i) => i,
            Err(Interrupt::Thrown(e)) => {
                assert_eq!(e, "failed");
                match foo {
                    1 => {
                        co_yield!(123);
                        2
                    }
                    123 => {
                        co_yield!(5);
                        6
                    }
                    _ => 7,
                }
            }
            Err(interrupt) => co_raise!(interrupt),
        };
        co_yield!(i);
    }
    let log = Log::new();
    assert_eq!(run(&log, of_an_if(true)), "0, 1, = ()");
    assert_eq!(run(&log, of_an_if(false)), "2, = ()");
    assert_eq!(run(&log, of_a_try(123)), "0, 5, 6, = ()");
    assert_eq!(run(&log, of_a_try(1)), "0, 123, 2, = ()");
    assert_eq!(run(&log, of_a_try(0)), "0, 7, = ()");
}

fn logged(log: &Log, all: [u8; 3]) -> u8 {
    for n in all {
        log.say(n.to_string());
    }
    all[2]
}

fn added(a: u8, b: u8) -> u8 {
    a + b
}

/// A call whose arguments are a call, a region and a condition within a condition: bound, discarded, and a statement.
#[test]
fn arguments_of_calls() {
    #[coro::coroutine]
    fn body(log: Log, first: bool) -> impl Coroutine<Yield = u8, Throw = Error> {
        let i = {
            let all = [
                said(&log, 0),
                match co_try!({
                    co_yield!(1);
                    match failing() {
                        Ok(_) => 123,
                        Err(e) => co_raise!(e),
                    }
                }) {
                    Ok(n) => n,
                    Err(_) => {
                        co_yield!(2);
                        log.say("3");
                        4
                    }
                },
                if (if first {
                    co_yield!(10);
                    11
                } else {
                    12
                }) == 12
                {
                    co_yield!(20);
                    21
                } else {
                    co_yield!(22);
                    23
                },
            ];
            logged(&log, all)
        };
        let _ = u8::max(
            said(&log, 0),
            co_try!({
                co_yield!(1);
                if failing().is_err() {
                    co_raise!("failed");
                }
                99
            })
            .unwrap_or_else(|_| said(&log, 3)),
        );
        added(
            said(&log, 0),
            if {
                co_yield!(10);
                !first
            } {
                21
            } else {
                co_yield!(22);
                said(&log, 23)
            },
        );
        co_yield!(i);
    }
    let log = Log::new();
    assert_eq!(
        run(&log, body(log.clone(), true)),
        "0, 1, 2, 3, 10, 22, 0, 4, 23, 0, 1, 3, 0, 10, 22, 23, 23, = ()"
    );
    assert_eq!(
        run(&log, body(log.clone(), false)),
        "0, 1, 2, 3, 20, 0, 4, 21, 0, 1, 3, 0, 10, 21, = ()"
    );
}

#[test]
fn conditions() {
    #[coro::coroutine]
    fn of_a_while() -> impl Coroutine<Yield = u8> {
        let mut i = 5;
        while {
            co_yield!(i);
            true
        } {
            i -= 1;
            if i == 0 {
                break;
            }
        }
    }
    #[coro::coroutine]
    fn short_circuits(log: Log) -> impl Coroutine<Yield = u8> {
        if {
            co_yield!(1);
            true
        } || {
            co_yield!(0);
            false
        } {
            let _ = {
                co_yield!(0);
                false
            } && {
                co_yield!(1);
                true
            };
        }
        if {
            co_yield!(0);
            false
        } && {
            co_yield!(1);
            true
        } {
            log.say("123");
        }
    }
    let log = Log::new();
    assert_eq!(run(&log, of_a_while()), "5, 4, 3, 2, 1, = ()");
    assert_eq!(run(&log, short_circuits(log.clone())), "1, 0, 0, = ()");
}
