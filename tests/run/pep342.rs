//! The behaviour of CPython's `test_generators.py`: its document `coroutine`, and `GeneratorCloseTest`.
//! tests/README.md says which test stands for which case; `pep342_email.rs` and `conjoin.rs` have the rest.

use super::support::Log;
use coro::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

// ---- the document `coroutine` ----

#[test]
fn a_value_sent_to_a_started_one() {
    #[coro::coroutine]
    fn f(log: Log) -> impl Coroutine<&'static str, Yield = i32> {
        log.say(co_yield!(1));
        co_yield!(2);
    }
    let log = Log::new();
    let mut g = f(log.clone());
    assert_eq!(g.prime(), Ok(Some(1)));
    assert_eq!(g.send("42"), Ok(2));
    assert_eq!(log.line(), "42");
    // Python refuses a value for one that has not started. Ours primes itself: the value goes to the first yield.
    let mut g = f(log.clone());
    assert_eq!(g.send("foo"), Ok(2));
    assert_eq!(log.line(), "foo");
}

#[test]
fn a_yield_by_itself() {
    #[coro::coroutine]
    fn f() -> impl Iterator<Item = ()> {
        co_yield!();
    }
    assert_eq!(f().collect::<Vec<_>>(), [()]);
}

#[test]
fn an_augmented_assignment() {
    #[coro::coroutine]
    fn coroutine(seq: &RefCell<Vec<i32>>) -> impl Coroutine<i32> {
        let mut count = 0;
        while count < 200 {
            count += co_yield!();
            seq.borrow_mut().push(count);
        }
    }
    let seq = RefCell::new(Vec::new());
    let mut c = coroutine(&seq);
    assert_eq!(next(&mut c), Ok(()));
    assert_eq!(*seq.borrow(), []);
    for (sent, expected) in [(10, vec![10]), (10, vec![10, 20]), (10, vec![10, 20, 30])] {
        assert_eq!(c.send(sent), Ok(()));
        assert_eq!(*seq.borrow(), expected);
    }
    assert_eq!(c.send(170), Err(Stop::Returned(())));
}

/// What is thrown: a `ValueError`, which the body catches, or another error.
#[derive(Debug, Clone, PartialEq)]
enum Error {
    Value(&'static str),
    Type(&'static str),
}

#[coro::coroutine]
fn prints(log: Log) -> impl Coroutine<i32, Throw = Error> {
    loop {
        match co_try!({ co_yield!() }) {
            Ok(sent) => log.say(sent.to_string()),
            Err(Interrupt::Thrown(Error::Value(v))) => log.say(format!("caught ValueError ({v})")),
            Err(other) => co_raise!(other),
        }
    }
}

#[test]
fn throwing() {
    let log = Log::new();
    let mut g = prints(log.clone());
    next(&mut g).unwrap();
    for text in ["", "xyz"] {
        assert_eq!(g.throw(Error::Value(text)), Ok(()));
        assert_eq!(log.line(), format!("caught ValueError ({text})"));
    }
    assert_eq!(g.send(1), Ok(()));
    assert_eq!(log.line(), "1");
    let error = Error::Type("terminates it");
    assert_eq!(g.throw(error.clone()), Err(Stop::Raised(error)));
    assert_eq!((g.status(), g.location()), (Status::Finished, None));
    assert_eq!(g.send(2), Err(Stop::Exhausted));
    // On a finished one, and on one that has not started, it comes straight back.
    assert_eq!(
        g.throw(Error::Value("6")),
        Err(Stop::Raised(Error::Value("6")))
    );
    let mut g = prints(log.clone());
    assert_eq!(
        g.throw(Error::Value("7")),
        Err(Stop::Raised(Error::Value("7")))
    );
    assert_eq!(g.status(), Status::Finished);
    assert_eq!(log.line(), "");
}

#[test]
fn raising_again_what_was_thrown() {
    #[coro::coroutine]
    fn f() -> impl Coroutine<Throw = Rc<str>> {
        if let Err(interrupt) = co_try!({ co_yield!() }) {
            co_raise!(interrupt);
        }
    }
    let mut g = f();
    next(&mut g).unwrap();
    let error: Rc<str> = "1/0".into();
    let Err(Stop::Raised(same)) = g.throw(error.clone()) else {
        panic!()
    };
    assert!(Rc::ptr_eq(&error, &same));
}

#[test]
fn closing() {
    #[coro::coroutine]
    fn f(log: Log) -> impl Coroutine<Throw = Error> {
        match co_try!({ co_yield!() }) {
            Err(Interrupt::Close) => log.say("exiting"),
            Err(other) => co_raise!(other),
            Ok(()) => {}
        }
    }
    let log = Log::new();
    let mut g = f(log.clone());
    next(&mut g).unwrap();
    assert_eq!((g.close(), log.line()), (Ok(Some(())), "exiting".into()));
    assert_eq!((g.close(), log.line()), (Ok(None), String::new()));
    assert_eq!(
        (f(log.clone()).close(), log.line()),
        (Ok(None), String::new())
    );

    #[coro::coroutine]
    fn simpler() -> impl Coroutine {
        co_yield!();
    }
    assert_eq!(simpler().close(), Ok(None));
    let mut g = simpler();
    next(&mut g).unwrap();
    assert_eq!(g.close(), Ok(None));
}

#[test]
fn finalization() {
    #[coro::coroutine]
    fn f(log: Log) -> impl Coroutine<Throw = Error> {
        let _finally = log.guard("finally");
        if let Err(Interrupt::Thrown(_)) = co_try!({ co_yield!() }) {
            log.say("except");
        }
    }
    let log = Log::new();
    let mut g = f(log.clone());
    next(&mut g).unwrap();
    drop(g); // what Python's `finally` does, a destructor does; no handler runs
    assert_eq!(log.line(), "-finally");
    drop(f(log.clone()));
    assert_eq!(log.line(), "");
}

#[test]
fn ill_behaved_ones() {
    #[coro::coroutine]
    fn ignores(log: Log) -> impl Coroutine<Yield = &'static str> {
        if let Err(Interrupt::Close) = co_try!({ co_yield!("first") }) {
            log.say("ignores");
            co_yield!("foo!");
        }
    }
    let log = Log::new();
    let mut g = ignores(log.clone());
    next(&mut g).unwrap();
    let error = g.close().unwrap_err();
    assert_eq!(error, CloseError::Ignored("foo!"));
    assert_eq!(
        error.to_string(),
        "the coroutine ignored the close and yielded"
    );
    assert_eq!(g.close(), Ok(None)); // it stood at the second yield, outside of the region
    assert_eq!(log.line(), "ignores");
    // Python runs the handler when it collects the garbage; here a drop only drops.
    let mut g = ignores(log.clone());
    next(&mut g).unwrap();
    drop(g);
    assert_eq!(log.line(), "");

    #[coro::coroutine]
    fn raises() -> impl Coroutine<Throw = Error> {
        if let Err(Interrupt::Close) = co_try!({ co_yield!() }) {
            co_raise!(Error::Type("fie!"));
        }
    }
    let mut g = raises();
    next(&mut g).unwrap();
    assert_eq!(g.close(), Err(CloseError::Raised(Error::Type("fie!"))));
}

#[test]
fn yields_in_the_index_of_an_assignment() {
    #[coro::coroutine]
    fn f(data: &RefCell<Vec<i32>>) -> impl Coroutine<usize, Yield = &'static str> {
        data.borrow_mut()[co_yield!("a")] = 27;
        data.borrow_mut()[co_yield!("b")] = 27;
    }
    let data = RefCell::new(vec![1, 2]);
    let mut g = f(&data);
    assert_eq!(g.prime(), Ok(Some("a")));
    assert_eq!(g.send(0), Ok("b"));
    assert_eq!(g.send(1), Err(Stop::Returned(())));
    drop(g);
    assert_eq!(data.into_inner(), [27, 27]);
}

// ---- GeneratorCloseTest ----

/// Yields, and returns 0 if it is closed there.
#[coro::coroutine]
fn catches_exit() -> impl Coroutine<Return = Option<i32>> {
    match co_try!({ co_yield!() }) {
        Err(Interrupt::Close) => Some(0),
        Ok(()) => None,
    }
}

#[test]
fn close_of_each_kind() {
    #[coro::coroutine]
    fn no_return_value() -> impl Coroutine {
        co_yield!();
    }
    #[coro::coroutine]
    fn not_catching() -> impl Coroutine<Return = i32> {
        co_yield!();
        0
    }
    #[coro::coroutine]
    fn raises() -> impl Coroutine<Throw = &'static str> {
        let _ = co_try!({ co_yield!() });
        co_raise!("RuntimeError");
    }
    fn started<C: Coroutine>(mut c: C) -> C {
        assert!(next(&mut c).is_ok());
        c
    }
    assert_eq!(started(no_return_value()).close(), Ok(None));
    assert_eq!(started(catches_exit()).close(), Ok(Some(Some(0))));
    assert_eq!(started(not_catching()).close(), Ok(None));
    assert_eq!(catches_exit().close(), Ok(None)); // not started
    let mut exhausted = started(catches_exit());
    assert_eq!(next(&mut exhausted), Err(Stop::Returned(None)));
    assert_eq!(exhausted.close(), Ok(None));
    let mut closed = started(catches_exit());
    assert_eq!(
        (closed.close(), closed.close()),
        (Ok(Some(Some(0))), Ok(None))
    );
    assert_eq!(
        started(raises()).close(),
        Err(CloseError::Raised("RuntimeError"))
    );
}

#[test]
fn close_releases_the_locals() {
    #[coro::coroutine]
    fn f(held: Rc<Cell<u8>>) -> impl Coroutine {
        let a = held;
        co_yield!();
        a.set(1);
    }
    let held = Rc::new(Cell::new(0));
    let mut g = f(held.clone());
    next(&mut g).unwrap();
    assert_eq!(Rc::strong_count(&held), 2);
    g.close().unwrap();
    assert_eq!((Rc::strong_count(&held), held.get()), (1, 0));
    assert_eq!(g.status(), Status::Finished);
}
