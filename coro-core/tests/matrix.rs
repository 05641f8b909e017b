//! The table of what each call does in each state, on a body that catches nothing and on one that catches.
#![cfg(feature = "alloc")]
#[allow(dead_code, unreachable_pub)]
mod support;
use coro_core::{BoxCoroutine, CloseError, Coroutine, Iter, Resume, Status, Stop, next};
use std::cell::RefCell;
use std::rc::Rc;
use support::*;

type Boxed = BoxCoroutine<'static, i32, i32, i32, String>;

fn created() -> Boxed {
    tally().boxed()
}
fn suspended() -> Boxed {
    let mut c = tally().boxed();
    assert_eq!(c.send(5), Ok(5));
    c
}
fn finished() -> Boxed {
    let mut c = suspended();
    assert_eq!(c.send(0), Err(Stop::Returned(5)));
    c
}
fn caught(on_close: OnClose) -> Boxed {
    let mut c = stubborn(on_close).boxed();
    assert_eq!(c.prime(), Ok(Some(-1)));
    c
}

#[test]
fn prime_column() {
    let mut c = created();
    assert_eq!((c.status(), c.location()), (Status::Created, None));
    assert_eq!(c.prime(), Ok(Some(0)));
    assert_eq!(c.status(), Status::Suspended);
    assert!(c.location().is_some());
    assert_eq!(c.prime(), Ok(None));
    assert_eq!(c.send(3), Ok(3));
    let mut c = finished();
    assert_eq!(
        (c.prime(), c.status(), c.location()),
        (Err(Stop::Exhausted), Status::Finished, None)
    );
    assert_eq!(count_to(0).prime(), Err(Stop::Returned(())));
}

#[test]
fn send_column() {
    assert_eq!(created().send(2), Ok(2));
    assert_eq!(suspended().send(2), Ok(7));
    assert_eq!(finished().send(2), Err(Stop::Exhausted));
    let mut ends_while_priming = count_to(0);
    assert_eq!(ends_while_priming.send(()), Err(Stop::Returned(())));
    assert_eq!(ends_while_priming.send(()), Err(Stop::Exhausted));
    assert_eq!(stubborn(OnClose::Yield).send(2), Ok(2));
}

#[test]
fn throw_column() {
    for mut c in [
        created(),
        suspended(),
        finished(),
        stubborn(OnClose::Yield).boxed(),
    ] {
        assert_eq!(c.throw("e".into()), Err(Stop::Raised("e".into())));
        assert_eq!(c.status(), Status::Finished);
        assert_eq!(c.throw("f".into()), Err(Stop::Raised("f".into())));
        assert_eq!(c.send(1), Err(Stop::Exhausted));
    }
    let mut c = caught(OnClose::Yield);
    assert_eq!(c.throw("four".into()), Ok(4));
    assert_eq!(c.throw("close".into()), Err(Stop::Closed));
    assert_eq!(
        caught(OnClose::Yield).throw(String::new()),
        Err(Stop::Raised(String::new()))
    );
}

#[test]
fn close_column() {
    for mut c in [
        created(),
        suspended(),
        finished(),
        stubborn(OnClose::Raise).boxed(),
    ] {
        assert_eq!(c.close(), Ok(None));
        assert_eq!(c.status(), Status::Finished);
        assert_eq!(c.close(), Ok(None));
    }
    let mut c = caught(OnClose::Yield);
    assert_eq!(c.close(), Err(CloseError::Ignored(99)));
    assert_eq!((c.status(), c.send(3)), (Status::Suspended, Ok(3)));
    let mut c = caught(OnClose::Return);
    assert_eq!((c.close(), c.status()), (Ok(Some(7)), Status::Finished));
    let mut c = caught(OnClose::Raise);
    assert_eq!(
        (c.close(), c.status()),
        (Err(CloseError::Raised("raised".into())), Status::Finished)
    );
}

#[test]
fn raw_close() {
    assert_eq!(created().resume(Resume::Close), Err(Stop::Closed));
    assert_eq!(suspended().resume(Resume::Close), Err(Stop::Closed));
    assert_eq!(finished().resume(Resume::Close), Err(Stop::Exhausted));
}

#[derive(Debug, Clone)]
struct Logged(Rc<RefCell<u32>>);
impl Drop for Logged {
    fn drop(&mut self) {
        *self.0.borrow_mut() += 1;
    }
}

#[test]
fn locals_drop_once() {
    type Step = fn(&mut dyn Coroutine<i32, Yield = i32, Return = i32, Throw = String>);
    let steps: [Step; 5] = [
        |c| drop(c.throw("e".into())),
        |c| drop(c.close()),
        |c| drop((c.prime(), c.throw("e".into()))),
        |c| drop((c.prime(), c.close())),
        |c| drop((c.prime(), c.send(0))),
    ];
    for step in steps {
        let drops = Rc::new(RefCell::new(0));
        let mut c = tally_with(Logged(drops.clone()));
        step(&mut c);
        assert_eq!(*drops.borrow(), 1);
        drop(c);
        assert_eq!(*drops.borrow(), 1);
    }
    let drops = Rc::new(RefCell::new(0));
    let mut c = tally_with(Logged(drops.clone()));
    assert_eq!(c.send(3), Ok(3));
    let mut fork = c.clone();
    assert_eq!((c.send(1), fork.send(2)), (Ok(4), Ok(5)));
    drop((c, fork));
    assert_eq!(*drops.borrow(), 2);
}

#[test]
fn panic_finishes() {
    let drops = Rc::new(RefCell::new(0));
    let mut c = tally_with(Logged(drops.clone()));
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| c.send(-1)));
    assert!(result.is_err());
    assert_eq!(
        (*drops.borrow(), c.status(), c.send(1)),
        (1, Status::Finished, Err(Stop::Exhausted))
    );
}

#[test]
fn borrowed_values_of_any_lifetime() {
    let mut c = lengths();
    let one = String::from("one");
    assert_eq!(c.send(&one), Ok(3));
    {
        let three = String::from("three");
        assert_eq!(c.send(&three), Ok(8));
    }
    let mut boxed: Box<dyn for<'a> Coroutine<&'a str, Yield = usize, Return = (), Throw = _>> =
        Box::new(c);
    {
        let two = String::from("two");
        assert_eq!(boxed.send(&two), Ok(11));
        let by_ref = &mut boxed;
        assert_eq!(by_ref.send(&two), Ok(14));
    }
    assert_eq!(next(&mut boxed), Ok(14));
    assert_eq!(boxed.close(), Ok(None));
    assert_eq!(boxed.status(), Status::Finished);
}

#[test]
fn machine_is_an_iterator() {
    let c = count_to(3);
    let mut sum = 0;
    for i in c.clone() {
        sum += i;
    }
    assert_eq!(sum, 3);
    let mut rest = c;
    assert_eq!(rest.send(()), Ok(1));
    assert_eq!(rest.by_ref().collect::<Vec<_>>(), [2]);
    assert_eq!(Iterator::next(&mut rest), None);
}

#[test]
fn iter_keeps_the_end() {
    let mut it = Iter::new(sum_to(3));
    assert!(it.stop().is_none());
    assert_eq!((&mut it).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!((it.next(), it.stop()), (None, Some(&Stop::Returned(3))));
    assert_eq!(it.into_return(), Some(3));

    let mut c = sum_to(4);
    assert_eq!(next(&mut c), Ok(0));
    assert_eq!(c.iter().next(), Some(1));
    let mut boxed = c.boxed();
    assert_eq!(boxed.iter().next(), Some(2));
    let by_ref = &mut boxed;
    assert_eq!(by_ref.iter().next(), Some(3));
    assert_eq!(by_ref.throw("e".into()), Err(Stop::Raised("e".into())));
    let mut it = boxed.iter();
    assert_eq!((it.next(), it.stop()), (None, Some(&Stop::Exhausted)));
}

#[test]
fn next_primes_then_sends_the_default() {
    let mut c = tally();
    assert_eq!(next(&mut c), Ok(0));
    assert_eq!(next(&mut c), Err(Stop::Returned(0)));
    assert_eq!(next(&mut c), Err(Stop::Exhausted));
    let dynamic: &mut dyn Coroutine<i32, Yield = i32, Return = i32, Throw = String> = &mut tally();
    assert_eq!(next(dynamic), Ok(0));
}

#[test]
fn debug_shows_where_it_stands() {
    let mut c = tally();
    assert_eq!(
        format!("{c:?}"),
        "Coroutine { status: Created, location: None, state: Start((), 0) }"
    );
    c.send(2).unwrap();
    let text = format!("{c:?}");
    assert!(
        text.starts_with(
            "Coroutine { status: Suspended, location: coro-core/tests/support/mod.rs:"
        ),
        "{text}"
    );
    assert!(text.ends_with(", state: Yield1((), 2) }"), "{text}");
}

#[test]
fn auto_traits_follow_from_the_state() {
    fn assert<T: Send + Sync + Unpin>(_: &T) {}
    assert(&tally());
    assert(&lengths());
    assert(&tally_with(String::new()));
    assert(&Iter::new(count_to(1)));
}

#[test]
fn errors_say_what_happened() {
    fn text(e: impl std::error::Error) -> String {
        e.to_string()
    }
    assert_eq!(
        text(Stop::<i32, &str>::Returned(1)),
        "the coroutine returned"
    );
    assert_eq!(
        text(Stop::<i32, Box<dyn std::error::Error>>::Raised(
            "bad".into()
        )),
        "the coroutine raised: bad"
    );
    assert_eq!(text(Stop::<i32, &str>::Closed), "the coroutine was closed");
    assert_eq!(
        text(coro_core::Interrupt::from("e")),
        "thrown into the coroutine: e"
    );
    assert_eq!(
        text(CloseError::<i32, &str>::Raised("e")),
        "the coroutine raised while it was closed: e"
    );
}

#[test]
fn the_state_type_is_known_in_the_step() {
    use core::ops::ControlFlow;
    use coro_core::__private::{State, Tie, finished, receive};
    use coro_core::Machine;
    // The argument has no name, the sent value any lifetime, and both are used by method.
    fn prefixed(
        prefix: impl Fn(&str) -> String + Clone,
    ) -> impl for<'a> Coroutine<&'a str, Yield = Option<String>, Return = (), Throw = ()> + Clone
    {
        let start = At::Start(prefix, ());
        let tie = Tie::of(&start);
        Machine::<_, _, Option<String>, (), ()>::new(
            start,
            move |state: &mut At<_, _>,
                  mut input: Resume<&str, ()>|
                  -> Result<Option<String>, Stop<(), ()>> {
                tie.same(state);
                match std::mem::replace(state, At::finished()) {
                    At::Start(prefix, ()) => {
                        *state = At::Yield1(prefix, ());
                        Ok(None)
                    }
                    At::Yield1(prefix, ()) => {
                        let said = prefix(match receive(&mut input) {
                            ControlFlow::Continue(sent) => sent.trim(),
                            ControlFlow::Break(stop) => return Err(stop),
                        });
                        *state = At::Yield1(prefix, ());
                        Ok(Some(said))
                    }
                    At::Finished => Err(finished(input)),
                }
            },
        )
    }
    let sign = String::from("> ");
    let mut c = prefixed(|line| format!("{sign}{line}"));
    let line = String::from(" a ");
    assert_eq!(c.send(&line), Ok(Some("> a".into())));
    assert_eq!(c.clone().send(" b"), Ok(Some("> b".into())));
}
