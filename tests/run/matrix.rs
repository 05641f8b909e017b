//! Every input in every state, for five kinds of body (design, section 2).
//!
//! A body is a `Coroutine<i32, Yield = i32, Return = i32, Throw = String>`.

mod bodies;

use super::support::{Log, panic_of};
use bodies::{boxed, catching, delegating, plain};
use coro::prelude::*;
use std::fmt::Debug;

/// How a coroutine is brought into the state of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Row {
    Created,
    Suspended,
    Returned,
    Raised,
    Closed,
    Dead,
    Panicked,
}

/// The five calls, in the order of the columns.
const CALLS: [&str; 5] = ["prime", "send", "throw", "close", "raw close"];

fn bring<C: Coroutine<i32, Throw = String>>(c: &mut C, row: Row) {
    match row {
        Row::Created => {}
        Row::Suspended => drop(c.prime()),
        Row::Returned => drop(c.send(0)),
        Row::Raised => drop((c.prime(), c.throw("raise".into()))),
        Row::Closed => drop((c.prime(), c.throw("pass".into()), c.close())),
        Row::Dead => drop(c.close()),
        Row::Panicked => assert_eq!(panic_of(|| c.send(-1).is_ok()).0, "asked to"),
    }
}

fn call<C>(c: &mut C, what: &str) -> String
where
    C: Coroutine<i32, Yield = i32, Return = i32, Throw = String>,
{
    fn text(answer: impl Debug) -> String {
        format!("{answer:?}").replace('"', "")
    }
    match what {
        "prime" => text(c.prime()),
        "send" => text(c.send(5)),
        "throw" => text(c.throw("e".into())),
        "close" => text(c.close()),
        _ => text(c.resume(Resume::Close)),
    }
}

/// Checks one row: what each call answers, then where the coroutine stands, then what happened.
#[track_caller]
fn check<C>(make: impl Fn(&Log) -> C, row: Row, expected: [&str; 5])
where
    C: Coroutine<i32, Yield = i32, Return = i32, Throw = String>,
{
    for (what, expected) in CALLS.into_iter().zip(expected) {
        let log = Log::new();
        let mut c = make(&log);
        bring(&mut c, row);
        let before = log.take();
        let answer = call(&mut c, what);
        let status = c.status();
        assert_eq!(c.location().is_some(), status == Status::Suspended);
        let happened = log.line();
        let got = format!("{answer} {status:?} [{happened}]");
        assert_eq!(got, expected, "{what} when {row:?}");
        drop(c);
        let mut all = before;
        all.push(happened);
        all.extend(log.take());
        let all = all.join(", ");
        assert!(
            all.matches("ran").count() <= 1,
            "{what} when {row:?}: {all}"
        );
        assert_eq!(
            all.matches("ran").count(),
            all.matches("-local").count(),
            "{what} when {row:?}: {all}"
        );
    }
}

/// Checks all rows: the one of a created coroutine, the one of a suspended one, and those that are finished.
#[track_caller]
fn check_all<C>(make: impl Fn(&Log) -> C, created: [&str; 5], suspended: [&str; 5])
where
    C: Coroutine<i32, Yield = i32, Return = i32, Throw = String>,
{
    check(&make, Row::Created, created);
    check(&make, Row::Suspended, suspended);
    let finished = [
        "Err(Exhausted) Finished []",
        "Err(Exhausted) Finished []",
        "Err(Raised(e)) Finished []",
        "Ok(None) Finished []",
        "Err(Exhausted) Finished []",
    ];
    for row in [
        Row::Returned,
        Row::Raised,
        Row::Closed,
        Row::Dead,
        Row::Panicked,
    ] {
        check(&make, row, finished);
    }
}

/// A body that catches nothing, by itself and boxed in three ways.
#[test]
fn a_plain_body_and_a_boxed_one() {
    let created = [
        "Ok(Some(1)) Suspended [ran]",
        "Ok(50) Suspended [ran]",
        "Err(Raised(e)) Finished []",
        "Ok(None) Finished []",
        "Err(Closed) Finished []",
    ];
    let suspended = [
        "Ok(None) Suspended []",
        "Ok(50) Suspended []",
        "Err(Raised(e)) Finished [-local]",
        "Ok(None) Finished [-local]",
        "Err(Closed) Finished [-local]",
    ];
    check_all(|log| plain(log.clone()), created, suspended);
    check_all(|log| boxed(log.clone()), created, suspended);
    check_all(|log| plain(log.clone()).boxed(), created, suspended);
    check_all(|log| Box::new(boxed(log.clone())), created, suspended);
}

#[test]
fn a_body_with_co_try() {
    check_all(
        |log| catching(log.clone(), "pass"),
        [
            "Ok(Some(1)) Suspended [ran]",
            "Ok(50) Suspended [ran, -region]",
            "Err(Raised(e)) Finished []",
            "Ok(None) Finished []",
            "Err(Closed) Finished []",
        ],
        [
            "Ok(None) Suspended []",
            "Ok(50) Suspended [-region]",
            "Ok(1) Suspended [-region, caught]",
            "Ok(None) Finished [-region, caught, -local]",
            "Err(Closed) Finished [-region, caught, -local]",
        ],
    );
}

/// The last two columns of the Suspended row, for each answer to a close.
#[test]
fn answers_to_a_close() {
    for (on_close, close, raw) in [
        (
            "yield",
            "Err(Ignored(5)) Suspended [-region, caught]",
            "Ok(5) Suspended [-region, caught]",
        ),
        (
            "return",
            "Ok(Some(8)) Finished [-region, caught, -local]",
            "Err(Returned(8)) Finished [-region, caught, -local]",
        ),
        (
            "raise",
            "Err(Raised(raised)) Finished [-region, caught, -local]",
            "Err(Raised(raised)) Finished [-region, caught, -local]",
        ),
    ] {
        check(
            |log| catching(log.clone(), on_close),
            Row::Suspended,
            [
                "Ok(None) Suspended []",
                "Ok(50) Suspended [-region]",
                "Ok(1) Suspended [-region, caught]",
                close,
                raw,
            ],
        );
    }
    let mut c = catching(Log::new(), "yield");
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.throw("pass".into()), Err(Stop::Closed));
    assert_eq!(c.status(), Status::Finished);
}

#[test]
fn a_delegating_body() {
    check_all(
        |log| delegating(log.clone(), plain(log.clone())),
        [
            "Ok(Some(1)) Suspended [outer, ran]",
            "Ok(50) Suspended [outer, ran]",
            "Err(Raised(e)) Finished []",
            "Ok(None) Finished []",
            "Err(Closed) Finished []",
        ],
        [
            "Ok(None) Suspended []",
            "Ok(50) Suspended []",
            "Err(Raised(e)) Finished [-local, -outer]",
            "Ok(None) Finished [-local, -outer]",
            "Err(Closed) Finished [-local, -outer]",
        ],
    );
}

#[test]
fn a_delegate_that_catches() {
    for (on_close, close, raw) in [
        (
            "pass",
            "Ok(None) Finished [-region, caught, -local, -outer]",
            "Err(Closed) Finished [-region, caught, -local, -outer]",
        ),
        // What the inner one returns to a close is dropped, and the close goes on.
        (
            "return",
            "Ok(None) Finished [-region, caught, -local, -outer]",
            "Err(Closed) Finished [-region, caught, -local, -outer]",
        ),
        (
            "raise",
            "Err(Raised(raised)) Finished [-region, caught, -local, -outer]",
            "Err(Raised(raised)) Finished [-region, caught, -local, -outer]",
        ),
        (
            "yield",
            "Err(Ignored(5)) Suspended [-region, caught]",
            "Ok(5) Suspended [-region, caught]",
        ),
    ] {
        check(
            |log| delegating(log.clone(), catching(log.clone(), on_close)),
            Row::Suspended,
            [
                "Ok(None) Suspended []",
                "Ok(50) Suspended [-region]",
                "Ok(1) Suspended [-region, caught]",
                close,
                raw,
            ],
        );
    }
}

/// A body that ends while it is primed: its `Stop` comes out, and what was sent is dropped.
#[test]
fn ends_while_priming() {
    #[coro::coroutine]
    fn ends(how: u8) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = String> {
        match how {
            0 => return 3,
            1 => co_raise!("early".to_string()),
            2 => co_raise!(Interrupt::Close),
            _ => {}
        }
        co_yield!(1)
    }
    for (how, stop) in [
        (0, Stop::Returned(3)),
        (1, Stop::Raised("early".to_string())),
        (2, Stop::Closed),
    ] {
        assert_eq!(ends(how).prime(), Err(stop.clone()));
        let mut c = ends(how);
        assert_eq!(c.send(5), Err(stop));
        assert_eq!(c.status(), Status::Finished);
        assert_eq!(c.send(5), Err(Stop::Exhausted));
    }
    assert_eq!(ends(3).send(5), Err(Stop::Returned(5)));
}
