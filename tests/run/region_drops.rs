//! What a region leaves behind: locals that may be initialised, or moved, when an interrupt comes.

use super::support::Log;
use coro::prelude::*;

#[coro::coroutine]
fn maybe_initialised(log: Log) -> impl Coroutine<u8, Yield = u8, Throw = u8> {
    let end = co_try!({
        let _first = log.guard("first");
        let _maybe;
        if co_yield!(1) == 1 {
            _maybe = log.guard("maybe");
        }
        let _last = log.guard("last");
        co_yield!(2);
    });
    log.say(format!("{end:?}"));
}

#[coro::coroutine]
fn moved_and_assigned(log: Log) -> impl Coroutine<u8, Yield = u8, Throw = u8> {
    let mut _held = log.guard("a");
    let end = co_try!({
        if co_yield!(1) == 1 {
            drop(_held);
            co_yield!(2);
            _held = log.guard("b");
        }
        co_yield!(3);
    });
    log.say(format!("{end:?}"));
}

#[coro::coroutine]
fn moved_in_some_arms(log: Log) -> impl Coroutine<u8, Yield = u8, Throw = u8> {
    for name in ["x", "y", "z"] {
        let held = log.guard(name);
        let kept = match co_try!({ co_yield!(1) }) {
            Ok(0) => continue,
            Ok(1) => {
                drop(held);
                None
            }
            Ok(_) => Some(held),
            Err(Interrupt::Thrown(5)) => break,
            Err(other) => co_raise!(other),
        };
        co_yield!(2);
        log.say(format!("kept {}", kept.is_some()));
    }
    log.say("end");
}

/// The script: a number is sent, a number with a minus before it is thrown. Then the coroutine is dropped.
fn run<C>(make: impl Fn(Log) -> C, script: &[i8]) -> String
where
    C: Coroutine<u8, Yield = u8, Throw = u8>,
{
    let log = Log::new();
    let mut c = make(log.clone());
    assert!(c.prime().is_ok());
    for what in script {
        let amount = what.unsigned_abs();
        let _ = if *what < 0 {
            c.throw(amount)
        } else {
            c.send(amount)
        };
    }
    drop(c);
    log.line()
}

#[test]
fn drops_what_is_there() {
    for (script, dropped) in [
        (&[1, 0][..], "-last, -maybe, -first, Ok(())"),
        (&[1, -3], "-last, -maybe, -first, Err(Thrown(3))"),
        (&[0, -3], "-last, -first, Err(Thrown(3))"),
        (&[1], "-last, -maybe, -first"),
        (&[-3], "-first, Err(Thrown(3))"),
    ] {
        assert_eq!(run(maybe_initialised, script), dropped, "{script:?}");
    }
    for (script, dropped) in [
        (&[1, -1][..], "-a, Err(Thrown(1))"),
        (&[1, 1, -1], "-a, Err(Thrown(1)), -b"),
        (&[0, -1], "Err(Thrown(1)), -a"),
        (&[1, 1, 1], "-a, Ok(()), -b"),
        (&[1], "-a"),
    ] {
        assert_eq!(run(moved_and_assigned, script), dropped, "{script:?}");
    }
    for (script, dropped) in [
        (
            &[0, 1, 0, 2, 0][..],
            "-x, -y, kept false, kept true, -z, end",
        ),
        (&[2, -9], "-x"),
        (&[2, 9, -5], "kept true, -x, -y, end"),
        (&[1, 9], "-x, kept false, -y"),
    ] {
        assert_eq!(run(moved_in_some_arms, script), dropped, "{script:?}");
    }
}
