//! What is thrown into a stack, closes, drops and panics, frame by frame.

use crate::support::{Log, panic_of};
use coro::prelude::*;
use coro::stack::{Reply, Request, Stack, call, give};
use std::panic::Location;

pub(super) type Script = &'static str;

/// A frame at each level `n..=0`; the innermost gives what it is sent. The letter of a level says what its frame does with
/// what is raised in it: `c` catches and returns, `r` raises it again, `x` raises another error, `y` yields and raises
/// it again when resumed, `k` calls a frame that gives, `-` nothing.
#[coro::coroutine]
pub(super) fn level(
    script: Script,
    log: Log,
) -> impl Coroutine<Reply<i32>, Yield = Request<'static, i32, i32, String>, Return = i32, Throw = String>
{
    let _local = log.guard(&script[..1]);
    let n = i32::try_from(script.len()).unwrap_or(0);
    let result = co_try!({
        if n > 1 {
            yield_from!(call(level(&script[1..], log.clone())))
        } else {
            let mut sent = 0;
            while sent >= 0 {
                sent = co_yield!(give(sent)).sent();
            }
            sent
        }
    });
    let interrupt = match result {
        Ok(value) => return value * 10,
        Err(interrupt) => interrupt,
    };
    log.say(match &interrupt {
        Interrupt::Thrown(e) => format!("{n} got {e}"),
        Interrupt::Close => format!("{n} got close"),
    });
    match &script[..1] {
        "c" => return n,
        "x" => co_raise!(format!("from {n}")),
        "k" => {
            let sent = yield_from!(call(level("-", log.clone())));
            log.say(format!("{n} called, {sent}"));
            return n;
        }
        "y" => {
            let sent = co_yield!(give(n)).sent();
            log.say(format!("{n} resumed with {sent}"));
        }
        _ => {}
    }
    co_raise!(interrupt)
}

fn at_the_bottom(script: Script) -> (Stack<'static, i32, i32, i32, String>, Log) {
    let log = Log::new();
    let mut c = Stack::new(level(script, log.clone()));
    assert_eq!(c.send(5), Ok(5));
    assert_eq!(c.depth(), script.len());
    (c, log)
}

#[test]
fn a_throw_goes_to_the_innermost_and_unwinds() {
    let raised = |e: &str| Err(Stop::Raised(e.to_string()));
    for (script, answer, said) in [
        ("---", raised("e"), "1 got e, --, 2 got e, --, 3 got e, --"),
        ("-cr", Ok(Err(20)), "1 got e, -r, 2 got e, -c, --"),
        (
            "cx-",
            Err(Stop::Returned(3)),
            "1 got e, --, 2 got e, -x, 3 got from 2, -c",
        ),
        (
            "x--",
            raised("from 3"),
            "1 got e, --, 2 got e, --, 3 got e, -x",
        ),
        ("--c", Ok(Err(100)), "1 got e, -c, --, --"),
        ("-y-", Ok(Ok(2)), "1 got e, --, 2 got e"),
        ("-k-", Ok(Ok(0)), "1 got e, --, 2 got e"),
    ] {
        let (mut c, log) = at_the_bottom(script);
        let expected = match answer {
            Ok(Ok(given)) => Ok(given),
            Ok(Err(returned)) => Err(Stop::Returned(returned)),
            Err(stop) => Err(stop),
        };
        assert_eq!(c.throw("e".into()), expected, "{script}");
        assert_eq!(log.line(), said, "{script}");
        assert_eq!(c.status().is_finished(), expected.is_err());
    }
}

#[test]
fn after_a_catch_it_goes_on() {
    let (mut c, log) = at_the_bottom("-y-");
    assert_eq!(c.throw("e".into()), Ok(2));
    assert_eq!(c.depth(), 2);
    log.take();
    assert_eq!(c.send(8), Err(Stop::Raised("e".into())));
    assert_eq!(log.line(), "2 resumed with 8, -y, 3 got e, --");

    let (mut c, log) = at_the_bottom("-k-");
    assert_eq!(c.throw("e".into()), Ok(0));
    assert_eq!((c.depth(), c.send(3)), (3, Ok(3)));
    assert_eq!(c.send(-1), Err(Stop::Returned(20)));
    assert_eq!(
        log.line(),
        "1 got e, --, 2 got e, --, 2 called, -10, -k, --"
    );
}

#[test]
fn a_close_goes_to_the_innermost_and_unwinds() {
    for (script, answer, said) in [
        (
            "---",
            Ok(None),
            "1 got close, --, 2 got close, --, 3 got close, --",
        ),
        // What a frame returns to a close is dropped, and the close goes on; the first frame's is the answer.
        (
            "--c",
            Ok(None),
            "1 got close, -c, 2 got close, --, 3 got close, --",
        ),
        (
            "c-c",
            Ok(Some(3)),
            "1 got close, -c, 2 got close, --, 3 got close, -c",
        ),
        // An error takes the place of the close; the frames below are still being closed.
        (
            "--x",
            Err(CloseError::Raised("from 1".into())),
            "1 got close, -x, 2 got from 1, --, 3 got from 1, --",
        ),
        (
            "-cx",
            Ok(None),
            "1 got close, -x, 2 got from 1, -c, 3 got close, --",
        ),
        (
            "cxx",
            Ok(Some(3)),
            "1 got close, -x, 2 got from 1, -x, 3 got from 2, -c",
        ),
        // A yield, also one of a frame that is called meanwhile, is an ignored close.
        (
            "-y-",
            Err(CloseError::Ignored(2)),
            "1 got close, --, 2 got close",
        ),
        (
            "-k-",
            Err(CloseError::Ignored(0)),
            "1 got close, --, 2 got close",
        ),
    ] {
        let (mut c, log) = at_the_bottom(script);
        assert_eq!(c.close(), answer, "{script}");
        assert_eq!(log.line(), said, "{script}");
        let suspended = matches!(answer, Err(CloseError::Ignored(_)));
        assert_eq!(c.status().is_suspended(), suspended, "{script}");
    }
}

#[test]
fn after_an_ignored_close_it_goes_on() {
    let (mut c, log) = at_the_bottom("-y-");
    assert_eq!(c.close(), Err(CloseError::Ignored(2)));
    log.take();
    assert_eq!(c.send(8), Err(Stop::Closed)); // re-raised by the middle frame
    assert_eq!(log.line(), "2 resumed with 8, -y, 3 got close, --");

    // The frame that was called while closing returns; the one that called it is no longer being closed.
    let (mut c, _) = at_the_bottom("-k-");
    assert_eq!(c.close(), Err(CloseError::Ignored(0)));
    assert_eq!(c.send(-1), Err(Stop::Returned(20)));
}

#[test]
fn drops_innermost_first() {
    let (c, log) = at_the_bottom("cxyr-");
    drop(c);
    assert_eq!(log.line(), "--, -r, -y, -x, -c");
    drop(Stack::new(level("-", log.clone())));
    assert_eq!(log.line(), "");
}

#[test]
fn status_and_places() {
    let mut c = Stack::new(level("---", Log::new()));
    assert_eq!(
        (c.status(), c.location(), c.depth()),
        (Status::Created, None, 1)
    );
    assert_eq!(c.traceback().count(), 0);
    assert_eq!(
        format!("{c:?}"),
        "Stack { status: Created, depth: 1, location: None }"
    );
    assert_eq!(c.prime(), Ok(Some(0)));
    assert_eq!(c.prime(), Ok(None));
    assert_eq!(c.status(), Status::Suspended);
    let lines: Vec<u32> = c.traceback().map(Location::line).collect();
    assert_eq!(lines[0], lines[1]); // both at the call
    assert_eq!(Some(lines[2]), c.location().map(Location::line)); // the innermost at its own yield
    assert_eq!(lines[2], lines[1] + 4);
    assert!(c.location().unwrap().file().ends_with("unwind.rs"));
    assert_eq!(c.send(-1), Err(Stop::Returned(-1000)));
    assert_eq!(
        (c.status(), c.location(), c.depth()),
        (Status::Finished, None, 0)
    );
    assert_eq!(c.prime(), Err(Stop::Exhausted));
    assert_eq!(c.throw("late".into()), Err(Stop::Raised("late".into())));
}

#[coro::coroutine]
fn panics(log: Log, n: u32) -> impl Coroutine<Reply, Yield = Request<'static>> {
    let _local = log.guard("p");
    if n == 0 {
        co_yield!(give(()));
        panic!("in the innermost");
    }
    yield_from!(call(panics(log.clone(), n - 1)));
}

#[test]
fn a_panic_finishes_all_frames() {
    let log = Log::new();
    let mut c = Stack::new(panics(log.clone(), 2));
    assert_eq!(c.next(), Some(()));
    assert_eq!(panic_of(|| c.next()).0, "in the innermost");
    assert_eq!(log.line(), "-p, -p, -p");
    assert_eq!((c.status(), c.next()), (Status::Finished, None));
}
