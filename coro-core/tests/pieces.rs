//! The small steps that emitted code is made of.
use core::ops::ControlFlow;
use coro_core::__private::{finished, here, raise, receive, receive_or_interrupt, take};
use coro_core::{Interrupt, Resume, Stop};

type Input = Resume<i32, &'static str>;

#[test]
fn taking_leaves_a_close() {
    let mut input = Input::Send(1);
    assert_eq!((take(&mut input), input), (Resume::Send(1), Resume::Close));
}

#[test]
fn receiving() {
    let to_stop = |mut input: Input| receive::<_, (), _>(&mut input);
    assert_eq!(to_stop(Resume::Send(1)), ControlFlow::Continue(1));
    assert_eq!(
        to_stop(Resume::Throw("e")),
        ControlFlow::Break(Stop::Raised("e"))
    );
    assert_eq!(to_stop(Resume::Close), ControlFlow::Break(Stop::Closed));
    let to_interrupt = |mut input: Input| receive_or_interrupt(&mut input);
    assert_eq!(to_interrupt(Resume::Send(1)), ControlFlow::Continue(1));
    assert_eq!(
        to_interrupt(Resume::Throw("e")),
        ControlFlow::Break(Interrupt::Thrown("e"))
    );
    assert_eq!(
        to_interrupt(Resume::Close),
        ControlFlow::Break(Interrupt::Close)
    );
}

#[test]
fn ending() {
    assert_eq!(finished::<_, (), _>(Input::Send(1)), Stop::Exhausted);
    assert_eq!(finished::<_, (), _>(Input::Throw("e")), Stop::Raised("e"));
    assert_eq!(finished::<_, (), _>(Input::Close), Stop::Exhausted);
    assert_eq!(raise::<(), _>(Interrupt::Thrown("e")), Stop::Raised("e"));
    assert_eq!(raise::<(), &str>(Interrupt::Close), Stop::Closed);
    assert_eq!((here().line(), here().file()), (line!(), file!()));
}
