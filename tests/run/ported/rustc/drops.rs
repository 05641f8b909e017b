//! rustc's tests of what is dropped when: on branches, in loops, by a panic, with what is sent.

#![allow(
    unused_assignments,
    unused_variables,
    reason = "what is assigned is dropped, and that is seen"
)]

use super::{run, send};
use crate::support::Log;
use coro::prelude::*;

#[test]
fn dropped_on_a_branch() {
    #[coro::coroutine]
    fn one_arm(log: Log, early: bool) -> impl Coroutine<Yield = u8> {
        let b = [log.guard("b")];
        if early {
            drop(b);
        }
        co_yield!(1);
        log.say("resumed");
    }
    #[coro::coroutine]
    fn two_arms(log: Log, first: bool) -> impl Coroutine<Yield = u8> {
        let b = [log.guard("b")];
        if first {
            log.say("first");
            drop(b);
        } else {
            log.say("second");
            drop(b);
        }
        co_yield!(1);
        log.say("resumed");
    }
    #[coro::coroutine]
    fn if_let(log: Log, n: Option<u8>) -> impl Coroutine<Yield = u8> {
        let b = [log.guard("b")];
        if let Some(n) = n {
            drop(b);
            co_yield!(n);
        }
        co_yield!(1);
        log.say("resumed");
    }
    let log = Log::new();
    let l = || log.clone();
    assert_eq!(run(&log, one_arm(l(), true)), "-b, 1, resumed, = ()");
    assert_eq!(run(&log, one_arm(l(), false)), "1, resumed, -b, = ()");
    assert_eq!(
        run(&log, two_arms(l(), true)),
        "first, -b, 1, resumed, = ()"
    );
    assert_eq!(
        run(&log, two_arms(l(), false)),
        "second, -b, 1, resumed, = ()"
    );
    assert_eq!(run(&log, if_let(l(), Some(7))), "-b, 7, 1, resumed, = ()");
    assert_eq!(run(&log, if_let(l(), None)), "1, resumed, -b, = ()");
    // Left where it is.
    assert_eq!(send(&log, one_arm(l(), true), []), "-b, 1");
    assert_eq!(send(&log, one_arm(l(), false), []), "1, -b");
}

#[test]
fn assigned_on_a_branch() {
    #[coro::coroutine]
    fn in_an_if(log: Log, again: bool) -> impl Coroutine<Yield = u8> {
        let mut x = log.guard("1");
        drop(x);
        if again {
            x = log.guard("2");
        } else {
            co_yield!(1);
        }
        log.say("end");
    }
    #[coro::coroutine]
    fn in_an_arm(log: Log, again: Option<u8>) -> impl Coroutine<Yield = u8> {
        let mut x = log.guard("1");
        drop(x);
        match again {
            Some(_) => x = log.guard("2"),
            None => co_yield!(1),
        }
        log.say("end");
    }
    #[coro::coroutine]
    fn in_a_guard(log: Log, again: bool) -> impl Coroutine<Yield = u8> {
        let mut x = vec![log.guard("1")];
        drop(x);
        match again {
            true if {
                x = vec![log.guard("2")];
                co_yield!(0);
                false
            } => {}
            _ => co_yield!(1),
        }
        log.say("end");
    }
    #[coro::coroutine]
    fn at_once(log: Log) -> impl Coroutine<Yield = u8> {
        let mut x = [log.guard("1")];
        drop(x);
        x = [log.guard("2")];
        co_yield!(1);
    }
    let log = Log::new();
    let l = || log.clone();
    assert_eq!(run(&log, in_an_if(l(), true)), "-1, end, -2, = ()");
    assert_eq!(run(&log, in_an_if(l(), false)), "-1, 1, end, = ()");
    assert_eq!(run(&log, in_an_arm(l(), Some(1))), "-1, end, -2, = ()");
    assert_eq!(run(&log, in_an_arm(l(), None)), "-1, 1, end, = ()");
    assert_eq!(run(&log, in_a_guard(l(), true)), "-1, 0, 1, end, -2, = ()");
    assert_eq!(run(&log, in_a_guard(l(), false)), "-1, 1, end, = ()");
    assert_eq!(run(&log, at_once(l())), "-1, 1, -2, = ()");
    assert_eq!(send(&log, in_a_guard(l(), true), []), "-1, 0, -2");
}

const NAMES: [&str; 3] = ["a", "b", "c"];

#[test]
fn assigned_in_a_loop() {
    #[coro::coroutine]
    fn plain(log: Log) -> impl Coroutine<Yield = usize> {
        let mut x = [log.guard("0")];
        let mut count = 0;
        drop(x);
        while count < 3 {
            co_yield!(count);
            x = [log.guard(NAMES[count])];
            count += 1;
        }
    }
    #[coro::coroutine]
    fn nested(log: Log) -> impl Coroutine<Yield = usize> {
        let mut x = [log.guard("0")];
        let mut count = 0;
        drop(x);
        while count < 2 {
            for n in 0..2 {
                co_yield!(count * 10 + n);
            }
            x = [log.guard(NAMES[count])];
            count += 1;
        }
    }
    #[coro::coroutine]
    fn continued(log: Log, assigns: bool) -> impl Coroutine<Yield = usize> {
        let mut x = [log.guard("0")];
        let mut count = 0;
        drop(x);
        while count < 3 {
            count += 1;
            co_yield!(count);
            if assigns {
                x = [log.guard(NAMES[count - 1])];
                continue;
            }
            log.say("kept");
        }
    }
    let log = Log::new();
    let l = || log.clone();
    assert_eq!(run(&log, plain(l())), "-0, 0, 1, -a, 2, -b, -c, = ()");
    assert_eq!(run(&log, nested(l())), "-0, 0, 1, 10, 11, -a, -b, = ()");
    assert_eq!(
        run(&log, continued(l(), true)),
        "-0, 1, 2, -a, 3, -b, -c, = ()"
    );
    assert_eq!(
        run(&log, continued(l(), false)),
        "-0, 1, kept, 2, kept, 3, kept, = ()"
    );
    assert_eq!(send(&log, plain(l()), [(); 1]), "-0, 0, 1, -a");
}

#[test]
fn replaced_while_it_is_held() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = u8> {
        let mut x = log.guard("x");
        co_yield!(1);
        log.say("assign");
        x = log.guard("new x");
        {
            let _y = log.guard("y");
            co_yield!(2);
        }
        log.say("end");
    }
    let log = Log::new();
    let happened = "1, assign, -x, 2, -y, end, -new x, = ()";
    assert_eq!(run(&log, body(log.clone())), happened);
    let happened = "1, assign, -x, 2, -y, -new x";
    assert_eq!(send(&log, body(log.clone()), [()]), happened);
}
