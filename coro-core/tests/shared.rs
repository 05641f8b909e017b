//! Handles: re-entrant and concurrent calls are told so, and a panic does not lock anybody out.
#![cfg(feature = "std")]
#[allow(dead_code, unreachable_pub)]
mod support;
use coro_core::__private::{State, Tie};
use coro_core::{
    CloseError, Coroutine, Machine, Resume, Shared, SharedCloseError, SharedStop, Status, Stop,
};
use std::convert::Infallible;
use std::sync::{Arc, Barrier, OnceLock};
use support::*;

#[test]
fn forwards_every_call() {
    let c = Shared::new(stubborn(OnClose::Yield));
    assert_eq!((c.status(), c.location()), (Some(Status::Created), None));
    assert_eq!(c.prime(), Ok(Some(-1)));
    assert_eq!(c.clone().send(4), Ok(4));
    assert_eq!(c.throw("abc".into()), Ok(3));
    assert_eq!(
        c.close(),
        Err(SharedCloseError::Close(CloseError::Ignored(99)))
    );
    assert_eq!(
        c.resume(Resume::Throw(String::new())),
        Err(SharedStop::Stop(Stop::Raised(String::new())))
    );
    assert_eq!(c.close(), Ok(None));
    assert!(
        c.into_inner()
            .is_some_and(|c| c.status() == Status::Finished)
    );
}

#[test]
fn a_panic_leaves_it_finished_and_usable() {
    let c = Shared::new(tally());
    let inside = c.clone();
    assert!(std::thread::spawn(move || inside.send(-1)).join().is_err());
    assert_eq!(c.status(), Some(Status::Finished));
    assert_eq!(c.send(1), Err(SharedStop::Stop(Stop::Exhausted)));
}

#[test]
fn borrowed_values() {
    let c = Shared::new(lengths());
    let local = String::from("four");
    assert_eq!(c.send(&local), Ok(4));
}

/// A coroutine that calls a function at each resume, yielding what that says.
fn calling<Y>(call: impl Fn() -> Y) -> impl Coroutine<Yield = Y, Return = (), Throw = Infallible> {
    let start = At::Start(call, ());
    let tie = Tie::of(&start);
    Machine::<_, _, Y, (), Infallible>::new(
        start,
        move |state: &mut At<_, _>, _: Resume<(), Infallible>| -> Result<Y, Stop<(), Infallible>> {
            tie.same(state);
            let (At::Start(call, ()) | At::Yield1(call, ())) =
                std::mem::replace(state, At::finished())
            else {
                return Err(Stop::Exhausted);
            };
            let said = call();
            *state = At::Yield1(call, ());
            Ok(said)
        },
    )
}

type Boxed<Y> = Box<dyn Coroutine<Yield = Y, Return = (), Throw = Infallible> + Send>;

#[test]
fn reentrant() {
    type Said = (bool, bool, Option<Status>);
    let own: Arc<OnceLock<Shared<Boxed<Said>>>> = Arc::default();
    let handle = Arc::clone(&own);
    let c: Boxed<Said> = Box::new(calling(move || {
        let this = handle.get().unwrap();
        (
            matches!(this.send(()), Err(SharedStop::AlreadyExecuting)),
            matches!(this.close(), Err(SharedCloseError::AlreadyExecuting)),
            this.status(),
        )
    }));
    let shared = own.get_or_init(|| Shared::new(c));
    assert_eq!(shared.send(()), Ok((true, true, None)));
    assert_eq!(shared.send(()), Ok((true, true, None)));
}

#[test]
fn two_threads() {
    let barrier = Arc::new(Barrier::new(2));
    let inside = Arc::clone(&barrier);
    let c: Boxed<()> = Box::new(calling(move || {
        inside.wait();
        inside.wait();
    }));
    let shared = Shared::new(c);
    let other = shared.clone();
    let thread = std::thread::spawn(move || other.prime());
    barrier.wait();
    let stop = shared.send(()).unwrap_err();
    assert_eq!(stop, SharedStop::AlreadyExecuting);
    assert_eq!(stop.to_string(), "coroutine already executing");
    barrier.wait();
    assert_eq!(thread.join().unwrap(), Ok(Some(())));
    assert_eq!(shared.status(), Some(Status::Suspended));
}
