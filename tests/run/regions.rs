//! `co_try!` and `co_raise!`: what a region catches, how it is left, and what is dropped when.

use super::support::Log;
use coro::prelude::*;
use std::convert::Infallible;
use std::num::ParseIntError;

/// Each row: what is done at the first yield, and what it answers and logs.
fn resume(what: &str) -> Resume<i32, String> {
    match what.strip_prefix('!') {
        Some("close") => Resume::Close,
        Some(error) => Resume::Throw(error.to_string()),
        None => Resume::Send(what.parse().unwrap()),
    }
}

/// Runs the script and gives back what came out, in one line.
fn run<C>(mut c: C, script: &str) -> String
where
    C: Coroutine<i32, Throw = String>,
    C::Yield: std::fmt::Debug,
    C::Return: std::fmt::Debug,
{
    let mut out = vec![format!("{:?}", c.prime().map(Option::unwrap))];
    for what in script.split_whitespace() {
        out.push(format!("{:?}", c.resume(resume(what))));
    }
    out.join(" ").replace(['"', '\\'], "").replace("Ok", "")
}

#[coro::coroutine]
fn nested(log: Log) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = String> {
    let _outermost = log.guard("0");
    let outer = co_try!({
        let _outer = log.guard("1");
        let inner = co_try!({
            let _inner = log.guard("2");
            let x = co_yield!(1);
            let _late = log.guard("3");
            x + co_yield!(2)
        });
        log.say("inner");
        match inner {
            Ok(sum) => co_yield!(sum),
            Err(Interrupt::Thrown(e)) if e == "in" => co_yield!(30),
            // Raised again, in the outer region.
            Err(other) => co_raise!(other),
        }
    });
    log.say("outer");
    match outer {
        Ok(n) => n,
        Err(Interrupt::Thrown(e)) if e == "out" => -1,
        Err(other) => co_raise!(other),
    }
}

#[test]
fn regions_nest() {
    for (script, out, dropped) in [
        (
            "3 4 5",
            "(1) (2) (7) Err(Returned(5))",
            "-3, -2, inner, -1, outer, -0",
        ),
        (
            "!in 5",
            "(1) (30) Err(Returned(5))",
            "-2, inner, -1, outer, -0",
        ),
        (
            "3 !in 5",
            "(1) (2) (30) Err(Returned(5))",
            "-3, -2, inner, -1, outer, -0",
        ),
        ("!out", "(1) Err(Returned(-1))", "-2, inner, -1, outer, -0"),
        (
            "3 4 !out",
            "(1) (2) (7) Err(Returned(-1))",
            "-3, -2, inner, -1, outer, -0",
        ),
        (
            "3 4 !in",
            "(1) (2) (7) Err(Raised(in))",
            "-3, -2, inner, -1, outer, -0",
        ),
        ("!e", "(1) Err(Raised(e))", "-2, inner, -1, outer, -0"),
        (
            "!close 1",
            "(1) Err(Closed) Err(Exhausted)",
            "-2, inner, -1, outer, -0",
        ),
        ("3", "(1) (2)", "-3, -2, -1, -0"),
        ("!in", "(1) (30)", "-2, inner, -1, -0"),
    ] {
        let log = Log::new();
        assert_eq!(run(nested(log.clone()), script), out, "{script}");
        assert_eq!(log.line(), dropped, "{script}");
    }
}

#[coro::coroutine]
fn leaving(
    log: Log,
) -> impl Coroutine<i32, Yield = i32, Return = Result<i32, ParseIntError>, Throw = String> {
    let mut rounds = 0;
    'rounds: loop {
        let _round = log.guard("round");
        rounds += 1;
        let caught = 'block: {
            let _block = log.guard("block");
            co_try!({
                let _region = log.guard("region");
                match co_yield!(rounds) {
                    0 => break 'rounds,
                    1 => continue 'rounds,
                    2 => return Ok(2),
                    3 => {
                        let _: i32 = "x".parse()?;
                    }
                    4 => break 'block 44,
                    5 => co_raise!("mine".to_string()),
                    6 => co_raise!(Interrupt::Close),
                    7 => loop {
                        if co_yield!(70) == 7 {
                            break;
                        }
                    },
                    _ => {}
                }
                let _: i32 = "1".parse()?;
            })
            .map_or_else(|i| i.to_string().len() as i32, |()| 0)
        };
        log.say(format!("{caught}"));
    }
    Ok(-rounds)
}

#[test]
fn ways_out_of_a_region() {
    let close = Interrupt::<String>::Close.to_string().len();
    let mine = Interrupt::Thrown("mine".to_string()).to_string().len();
    let out = "-region, -block";
    for (script, answers, happened) in [
        ("0", "(1) Err(Returned((-1)))", format!("{out}, -round")),
        ("1", "(1) (2)", format!("{out}, -round, {out}, -round")),
        ("2", "(1) Err(Returned((2)))", format!("{out}, -round")),
        (
            "3",
            "(1) Err(Returned(Err(ParseIntError { kind: InvalidDigit })))",
            format!("{out}, -round"),
        ),
        ("4", "(1) (2)", format!("{out}, 44, -round, {out}, -round")),
        (
            "5",
            "(1) (2)",
            format!("{out}, {mine}, -round, {out}, -round"),
        ),
        (
            "6",
            "(1) (2)",
            format!("{out}, {close}, -round, {out}, -round"),
        ),
        (
            "7 1 7",
            "(1) (70) (70) (2)",
            format!("{out}, 0, -round, {out}, -round"),
        ),
        (
            "7 !mine",
            "(1) (70) (2)",
            format!("{out}, {mine}, -round, {out}, -round"),
        ),
        (
            "8 !close",
            "(1) (2) (3)",
            format!("{out}, 0, -round, {out}, {close}, -round, {out}, -round"),
        ),
    ] {
        let log = Log::new();
        assert_eq!(run(leaving(log.clone()), script), answers, "{script}");
        assert_eq!(log.line(), happened, "{script}");
    }
}

/// A region is an expression like another, and one without a yield is a plain block.
#[coro::coroutine]
fn positions(log: Log) -> impl Coroutine<i32, Yield = i32, Return = String, Throw = String> {
    let a = 5;
    let pair = (a, co_try!({ co_yield!(a) }).is_ok());
    let raised: Result<(), _> = co_try!({
        let _guard = log.guard("plain");
        co_raise!("at once".to_string());
    });
    log.say(format!("{raised:?}"));
    let from = co_try!({
        let x = co_yield!(1);
        if x > 5 { x } else { yield_from!(counted(x)) }
    });
    while co_try!({ co_yield!(2) }).is_ok() {}
    format!("{pair:?} {from:?}")
}

#[coro::coroutine]
fn counted(n: i32) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = String> {
    co_yield!(n) * n
}

#[test]
fn in_any_expression() {
    for (script, answers) in [
        (
            "0 6 1 1 !e",
            "(5) (1) (2) (2) (2) Err(Returned((5, true) (6)))",
        ),
        (
            "!e 3 4 !e",
            "(5) (1) (3) (2) Err(Returned((5, false) (12)))",
        ),
        (
            "0 3 !e !e",
            "(5) (1) (3) (2) Err(Returned((5, true) Err(Thrown(e))))",
        ),
        (
            "0 3 !close !e",
            "(5) (1) (3) (2) Err(Returned((5, true) Err(Close)))",
        ),
    ] {
        let log = Log::new();
        assert_eq!(run(positions(log.clone()), script), answers, "{script}");
        assert_eq!(log.line(), "-plain, Err(Thrown(\"at once\"))");
    }
}

/// With `Throw = Infallible` only a close can arrive.
#[test]
fn infallible_regions() {
    #[coro::coroutine]
    fn closing(log: Log) -> impl Coroutine<Yield = u8, Return = u8> {
        let Err(Interrupt::Close): Result<Infallible, _> = co_try!({
            let _guard = log.guard("region");
            loop {
                co_yield!(1);
            }
        });
        log.say("closed");
        9
    }
    let log = Log::new();
    let mut c = closing(log.clone());
    assert_eq!((c.send(()), c.send(())), (Ok(1), Ok(1)));
    assert_eq!(c.close(), Ok(Some(9)));
    assert_eq!(log.line(), "-region, closed");
}

/// What a region assigned before the interrupt is there in the handler.
#[test]
fn assignments_survive() {
    #[coro::coroutine]
    fn progress() -> impl Coroutine<i32, Yield = usize, Return = Vec<i32>, Throw = String> {
        let mut seen = Vec::new();
        let end = co_try!({
            loop {
                seen.push(co_yield!(seen.len()));
            }
        });
        let last = match end {
            Ok(never) => never,
            Err(Interrupt::Thrown(e)) => e.len() as i32,
            Err(Interrupt::Close) => 0,
        };
        seen.push(last);
        seen
    }
    let mut c = progress();
    assert_eq!((c.send(5), c.send(6)), (Ok(1), Ok(2)));
    assert_eq!(c.throw("abc".into()), Err(Stop::Returned(vec![5, 6, 3])));
    let mut c = progress();
    assert_eq!((c.send(5), c.close()), (Ok(1), Ok(Some(vec![5, 0]))));
}

/// Nothing says what a region that never ends evaluates to.
#[coro::coroutine]
fn closing() -> impl Coroutine<Yield = u8, Return = u8> {
    let Err(Interrupt::Close) = co_try!({
        loop {
            co_yield!(1);
        }
    });
    9
}

#[test]
fn an_endless_region() {
    let mut c = closing();
    assert_eq!((c.prime(), c.close()), (Ok(Some(1)), Ok(Some(9))));
}

/// A region without a yield is a region all the same.
#[coro::coroutine]
fn quiet_region() -> impl Coroutine<Yield = i32, Throw = String> {
    let a = co_try!({ 5 }).unwrap_or(0);
    let b = co_try!({
        let guard = a;
        guard + 1
    });
    co_yield!(a + b.unwrap());
}

#[test]
fn regions_without_a_yield() {
    assert_eq!(quiet_region().prime(), Ok(Some(11)));
}
