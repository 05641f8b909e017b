//! The rest of CPython's `test_yield_from.py`: who catches what is thrown, delegates that are not generators,
//! and `TestInterestingEdgeCases`. tests/README.md says which test stands for which case.

use super::support::Log;
use coro::prelude::*;
use std::panic::Location;

type Error = &'static str;

#[test]
fn a_throw_that_the_delegate_answers() {
    #[coro::coroutine]
    fn g1(log: Log) -> impl Coroutine<Yield = &'static str, Throw = Error> {
        let _finally = log.guard("g1");
        co_yield!("g1 ham");
        yield_from!(g2(log.clone()));
        co_yield!("g1 eggs");
    }
    #[coro::coroutine]
    fn g2(log: Log) -> impl Coroutine<Yield = &'static str, Throw = Error> {
        let caught = co_try!({
            co_yield!("g2 spam");
            co_yield!("g2 more spam");
        });
        if let Err(Interrupt::Thrown("LunchError")) = caught {
            log.say("caught in g2");
            co_yield!("g2 lunch saved");
            co_yield!("g2 yet more spam");
        }
    }
    let log = Log::new();
    let mut g = g1(log.clone());
    assert_eq!((next(&mut g), next(&mut g)), (Ok("g1 ham"), Ok("g2 spam")));
    assert_eq!(g.throw("LunchError"), Ok("g2 lunch saved"));
    assert_eq!(
        g.iter().collect::<Vec<_>>(),
        ["g2 yet more spam", "g1 eggs"]
    );
    assert_eq!(log.line(), "caught in g2, -g1");
}

#[test]
fn a_throw_that_the_delegate_answers_with_a_return() {
    #[coro::coroutine]
    fn inner(value: u8) -> impl Coroutine<Yield = u8, Return = u8, Throw = Error> {
        let _ = co_try!({ co_yield!(1) });
        value
    }
    #[coro::coroutine]
    fn outer(value: u8) -> impl Coroutine<Yield = u8, Throw = Error> {
        let v = yield_from!(inner(value));
        co_yield!(v * 10);
    }
    for value in [2, 3] {
        let mut g = outer(value);
        assert_eq!(
            (next(&mut g), g.throw("ValueError")),
            (Ok(1), Ok(value * 10))
        );
    }
}

/// What the delegate does when it is thrown into or closed at its first yield.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Answer {
    /// It catches nothing.
    Pass,
    /// `finally: raise GeneratorExit`
    RaiseClose,
    /// `finally: raise raised`
    Raise,
    /// `finally: yield yielded_second`, after which the interrupt goes on
    Yield,
    /// `finally: return returned`
    Return,
}

#[coro::coroutine]
fn inner(answer: Answer) -> impl Coroutine<Yield = u8, Return = u8, Throw = Error> {
    let caught = co_try!({
        co_yield!(1);
        co_yield!(2);
    });
    match (answer, caught) {
        (_, Ok(())) => 0,
        (Answer::Pass, Err(interrupt)) => co_raise!(interrupt),
        (Answer::RaiseClose, _) => co_raise!(Interrupt::Close),
        (Answer::Raise, _) => co_raise!("raised"),
        (Answer::Yield, Err(interrupt)) => {
            co_yield!(2);
            co_raise!(interrupt)
        }
        (Answer::Return, _) => 9,
    }
}

#[coro::coroutine]
fn outer(log: Log, answer: Answer) -> impl Coroutine<Yield = u8, Return = u8, Throw = Error> {
    log.say("enter");
    let value = yield_from!(inner(answer));
    log.say("exit");
    value
}

/// `close()`, `throw(GeneratorExit)` and `throw(an error)`, for each answer.
#[test]
fn close_and_throw() {
    type Outcome<T> = Result<T, Stop<u8, Error>>;
    type Row = (
        Answer,
        Result<Option<u8>, CloseError<u8, Error>>,
        Outcome<u8>,
        Outcome<u8>,
    );
    let rows: [Row; 5] = [
        (
            Answer::Pass,
            Ok(None),
            Err(Stop::Closed),
            Err(Stop::Raised("thrown")),
        ),
        (
            Answer::RaiseClose,
            Ok(None),
            Err(Stop::Closed),
            Err(Stop::Closed),
        ),
        (
            Answer::Raise,
            Err(CloseError::Raised("raised")),
            Err(Stop::Raised("raised")),
            Err(Stop::Raised("raised")),
        ),
        (Answer::Yield, Err(CloseError::Ignored(2)), Ok(2), Ok(2)),
        // What is returned to a close is dropped; what is returned to a throw is the value.
        (
            Answer::Return,
            Ok(None),
            Err(Stop::Closed),
            Err(Stop::Returned(9)),
        ),
    ];
    for (answer, closed, exited, thrown) in rows {
        let log = Log::new();
        let started = || {
            let mut g = outer(log.clone(), answer);
            assert_eq!(next(&mut g), Ok(1));
            g
        };
        let mut g = started();
        assert_eq!(
            (g.close(), log.line()),
            (closed, "enter".into()),
            "{answer:?}"
        );
        if answer == Answer::Yield {
            // Python forgets both; here both are still suspended, and the close goes on from there.
            assert_eq!(
                (g.status(), g.send(())),
                (Status::Suspended, Err(Stop::Closed))
            );
        }
        assert_eq!(g.send(()), Err(Stop::Exhausted));
        let mut g = started();
        assert_eq!(
            (g.resume(Resume::Close), log.line()),
            (exited, "enter".into()),
            "{answer:?}"
        );
        let mut g = started();
        let after = if answer == Answer::Return {
            "enter, exit"
        } else {
            "enter"
        };
        assert_eq!(
            (g.throw("thrown"), log.line()),
            (thrown, after.into()),
            "{answer:?}"
        );
        if answer == Answer::Yield {
            assert_eq!(g.send(()), Err(Stop::Raised("thrown")));
        }
        assert_eq!(g.send(()), Err(Stop::Exhausted));
    }
}

/// A coroutine that is written by hand: it answers each value with how many came so far, and returns at 42.
struct ByHand {
    received: Log,
    count: Option<u8>,
}

impl Coroutine<(u8, u8)> for ByHand {
    type Yield = u8;
    type Return = &'static str;
    type Throw = Error;
    fn prime(&mut self) -> Result<Option<u8>, Stop<&'static str, Error>> {
        match self.count {
            None => Ok(self.count.insert(0)).map(|n| Some(*n)),
            Some(_) => Ok(None),
        }
    }
    fn resume(&mut self, input: Resume<(u8, u8), Error>) -> Result<u8, Stop<&'static str, Error>> {
        self.received.say(format!("{input:?}"));
        match input {
            Resume::Send((42, _)) => Err(Stop::Returned("forty-two")),
            Resume::Send(_) => {
                self.count = self.count.map(|n| n + 1);
                Ok(self.count.unwrap_or_default())
            }
            Resume::Throw(error) => Err(Stop::Raised(error)),
            Resume::Close => Err(Stop::Closed),
        }
    }
    fn status(&self) -> Status {
        self.count.map_or(Status::Created, |_| Status::Suspended)
    }
    fn location(&self) -> Option<&'static Location<'static>> {
        None
    }
}

#[test]
fn delegates_that_are_written_by_hand() {
    #[coro::coroutine]
    fn g<C>(sub: C) -> impl Coroutine<(u8, u8), Yield = u8, Return = &'static str, Throw = Error>
    where
        C: Coroutine<(u8, u8), Yield = u8, Return = &'static str, Throw = Error>,
    {
        yield_from!(sub)
    }
    let log = Log::new();
    let make = || {
        g(ByHand {
            received: log.clone(),
            count: None,
        })
    };
    let mut c = make();
    assert_eq!(
        (c.prime(), c.send((1, 2)), c.send((3, 4))),
        (Ok(Some(0)), Ok(1), Ok(2))
    );
    assert_eq!(c.send((42, 0)), Err(Stop::Returned("forty-two")));
    assert_eq!(log.line(), "Send((1, 2)), Send((3, 4)), Send((42, 0))");
    let mut c = make();
    c.prime().unwrap();
    assert_eq!((c.close(), log.line()), (Ok(None), "Close".into()));
    let mut c = make();
    c.prime().unwrap();
    assert_eq!(c.throw("e"), Err(Stop::Raised("e")));
    assert_eq!(log.line(), "Throw(\"e\")");
}
