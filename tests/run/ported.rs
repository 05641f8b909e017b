//! What other compilers test of their own coroutines, in our words: rustc's, Nim's closure iterators, regenerator's
//! generators. tests/README.md says which test stands for which case.
//!
//! What happened is one line: what the body said, what it yielded, what was dropped (`-name`), and in the end what
//! it returned (`= value`) or raised (`! error`).

#![allow(
    clippy::blocks_in_conditions,
    clippy::borrow_deref_ref,
    clippy::deref_addrof,
    clippy::let_and_return,
    clippy::match_single_binding,
    clippy::needless_else,
    clippy::never_loop,
    clippy::redundant_pattern_matching,
    reason = "of bodies that are so for what they test"
)]

mod nim;
mod regenerator;
mod rustc;

use crate::support::Log;
use coro::prelude::*;
use std::fmt::Debug;

/// Sends one value after the other, to the end of the values or of the coroutine, and then drops it.
fn send<R, C>(log: &Log, mut c: C, sent: impl IntoIterator<Item = R>) -> String
where
    C: Coroutine<R, Yield: Debug, Return: Debug, Throw: Debug>,
{
    let mut answer = c.prime().map(Option::unwrap);
    for value in sent {
        let Ok(y) = answer else { break };
        log.say(format!("{y:?}"));
        answer = c.send(value);
    }
    assert_eq!(c.status() == Status::Finished, answer.is_err());
    match answer {
        Ok(y) => log.say(format!("{y:?}")),
        Err(Stop::Returned(t)) => log.say(format!("= {t:?}")),
        Err(Stop::Raised(e)) => log.say(format!("! {e:?}")),
        Err(other) => panic!("{other:?}"),
    }
    drop(c);
    log.line().replace('"', "")
}

/// The same with units, to the end.
fn run<C>(log: &Log, c: C) -> String
where
    C: Coroutine<Yield: Debug, Return: Debug, Throw: Debug>,
{
    send(log, c, std::iter::repeat(()))
}
