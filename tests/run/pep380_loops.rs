//! The cases of CPython's `test_yield_from.py` in which a generator comes upon itself.

use super::support::Log;
use coro::prelude::*;
use coro::{Shared, SharedStop};
use std::cell::OnceCell;
use std::rc::Rc;

type Error = &'static str;

type Handle = Shared<BoxCoroutine<'static, (), u8, (), Error>>;
type Slot = Rc<OnceCell<Handle>>;

/// Puts a coroutine where it can find itself.
fn looped(make: impl FnOnce(Slot) -> BoxCoroutine<'static, (), u8, (), Error>) -> Handle {
    let slot = Slot::default();
    let handle = Shared::new(make(slot.clone()));
    assert!(slot.set(handle.clone()).is_ok());
    handle
}

/// `yield from` the one that is running.
#[coro::coroutine]
fn from_handle(slot: Slot) -> BoxCoroutine<'static, (), u8, (), Error> {
    loop {
        match slot.get().unwrap().send(()) {
            Ok(value) => co_yield!(value),
            Err(SharedStop::Stop(Stop::Raised(error))) => co_raise!(error),
            Err(SharedStop::Stop(_)) => return,
            Err(SharedStop::AlreadyExecuting) => co_raise!("generator already executing"),
        }
    }
}

#[test]
fn an_attempted_loop() {
    #[coro::coroutine]
    fn g1(log: Log, gi: Slot) -> BoxCoroutine<'static, (), u8, (), Error> {
        co_yield!(1);
        log.say("g1: about to yield from g2");
        yield_from!(g2(log.clone(), gi));
        log.say("should not be here");
    }
    #[coro::coroutine]
    fn g2(log: Log, gi: Slot) -> impl Coroutine<Yield = u8, Throw = Error> {
        co_yield!(2);
        log.say("g2: about to yield from g1");
        yield_from!(from_handle(gi));
        log.say("should not be here");
    }
    let log = Log::new();
    let gi = looped(|slot| g1(log.clone(), slot));
    assert_eq!((gi.prime(), gi.send(())), (Ok(Some(1)), Ok(2)));
    let error = SharedStop::Stop(Stop::Raised("generator already executing"));
    assert_eq!(gi.send(()), Err(error));
    assert_eq!(
        log.line(),
        "g1: about to yield from g2, g2: about to yield from g1"
    );
}

/// While it delegates it is running; each error on the way is caught where it happens.
#[test]
fn delegating_ones_are_running() {
    #[coro::coroutine]
    fn one(me: Slot) -> BoxCoroutine<'static, (), u8, (), Error> {
        let _ = co_try!({ co_yield!(0) });
        yield_from!(two(me));
        let _ = co_try!({ co_yield!(3) });
    }
    #[coro::coroutine]
    fn two(me: Slot) -> impl Coroutine<Yield = u8, Throw = Error> {
        let _ = co_try!({ co_yield!(1) });
        let caught = co_try!({ yield_from!(from_handle(me)) });
        assert_eq!(
            caught,
            Err(Interrupt::Thrown("generator already executing"))
        );
        let _ = co_try!({ co_yield!(2) });
    }
    for input in [Resume::Send(()), Resume::Throw("MyErr")] {
        let g = looped(one);
        let mut seen = vec![g.prime().unwrap().unwrap()];
        while let Ok(y) = g.resume(input) {
            seen.push(y);
        }
        assert_eq!(seen, [0, 1, 2, 3]);
    }
}
