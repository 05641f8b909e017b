//! `Shared`: one coroutine behind several handles, on one thread and on two.

use super::support::panic_of;
use coro::prelude::*;
use coro::{SharedCloseError, SharedStop};
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::{Arc, Barrier};

#[coro::coroutine]
fn tally() -> impl Coroutine<u32, Yield = u32, Return = String, Throw = String> {
    let mut total = 0;
    loop {
        match co_yield!(total) {
            0 => return format!("total {total}"),
            99 => panic!("ninety-nine"),
            n => total += n,
        }
    }
}

#[test]
fn shared_by_clones() {
    let one = Shared::new(tally());
    let two = one.clone();
    assert_eq!(one.prime(), Ok(Some(0)));
    assert_eq!((one.send(2), two.send(3)), (Ok(2), Ok(5)));
    assert_eq!(one.status(), Some(Status::Suspended));
    assert_eq!(
        two.send(0),
        Err(SharedStop::Stop(Stop::Returned("total 5".into())))
    );
    assert_eq!(
        one.throw("e".into()),
        Err(SharedStop::Stop(Stop::Raised("e".into())))
    );
    assert_eq!(one.close(), Ok(None));
    // A panic in the body finishes it and leaves the handles usable.
    let one = Shared::new(tally());
    assert_eq!(panic_of(|| one.send(99)).0, "ninety-nine");
    assert_eq!(one.send(1), Err(SharedStop::Stop(Stop::Exhausted)));
}

type Handle = Shared<BoxCoroutine<'static, u32, String>>;

/// The looped coroutines of the tutorial: each sends to the other, and the second call comes back.
#[coro::coroutine]
fn sends_to(other: Rc<OnceCell<Handle>>) -> BoxCoroutine<'static, u32, String> {
    let mut said = String::new();
    loop {
        let n = co_yield!(std::mem::take(&mut said));
        said = match other.get().unwrap().send(n + 1) {
            Ok(text) => format!("{n}: {text}"),
            Err(stop) => format!("{n}: {stop}"),
        };
    }
}

#[test]
fn shared_and_re_entrant() {
    let (one, two) = (Rc::new(OnceCell::new()), Rc::new(OnceCell::new()));
    let handle: Handle = Shared::new(sends_to(one.clone()));
    assert!(two.set(handle.clone()).is_ok());
    assert!(one.set(Shared::new(sends_to(two))).is_ok());
    for n in [1, 5] {
        // None the worse for it, the second time round.
        let text = format!("{n}: {}: coroutine already executing", n + 1);
        assert_eq!(handle.send(n), Ok(text));
    }

    #[coro::coroutine]
    fn asks(me: Rc<OnceCell<Handle>>) -> BoxCoroutine<'static, u32, String> {
        let handle = me.get().unwrap().clone();
        assert_eq!(handle.prime(), Err(SharedStop::AlreadyExecuting));
        assert_eq!(handle.send(1), Err(SharedStop::AlreadyExecuting));
        assert_eq!(handle.close(), Err(SharedCloseError::AlreadyExecuting));
        assert_eq!((handle.status(), handle.location()), (None, None));
        co_yield!("asked".to_string());
    }
    let me = Rc::new(OnceCell::new());
    let handle: Handle = Shared::new(asks(me.clone()));
    assert!(me.set(handle.clone()).is_ok());
    assert_eq!(handle.prime(), Ok(Some("asked".to_string())));
}

#[test]
fn shared_between_two_threads() {
    #[coro::coroutine]
    fn slow(inside: Arc<Barrier>, done: Arc<Barrier>) -> impl Coroutine<u32, Yield = u32> + Send {
        let mut total = 0;
        loop {
            let n = co_yield!(total);
            total += n;
            if n == 1 {
                inside.wait();
                done.wait();
            }
        }
    }
    let (inside, done) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let mine = Shared::new(slow(inside.clone(), done.clone()));
    let theirs = mine.clone();
    let thread = std::thread::spawn(move || theirs.send(1));
    inside.wait();
    assert_eq!(mine.send(2), Err(SharedStop::AlreadyExecuting));
    assert_eq!(mine.close(), Err(SharedCloseError::AlreadyExecuting));
    assert_eq!((mine.status(), mine.location()), (None, None));
    done.wait();
    assert_eq!(thread.join().unwrap(), Ok(1));
    assert_eq!(mine.send(2), Ok(3));
}
