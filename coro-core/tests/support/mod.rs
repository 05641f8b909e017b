// Coroutines written out by hand, as the compiler would write them. The tests use them, and so do the
// examples in the documentation.

use coro_core::__private::{Stands, State, finished, here};
use coro_core::{Coroutine, Machine, Resume, Stop};
use std::convert::Infallible;
use std::iter::FusedIterator;

/// `for i in 0..n { co_yield!(i) }`
pub fn count_to(
    n: u32,
) -> impl Coroutine<Yield = u32, Return = (), Throw = Infallible> + FusedIterator<Item = u32> + Clone
{
    Machine::<_, _, u32, (), Infallible>::new(
        At::Start(n, 0),
        |state: &mut At<u32, u32>, input: Resume<(), Infallible>| {
            let (n, i) = match std::mem::replace(state, At::Finished) {
                At::Start(n, i) => (n, i),
                At::Yield1(n, i) => match input {
                    Resume::Send(()) => (n, i),
                    other => return Err(finished::<_, (), _>(other).closed()),
                },
                At::Finished => return Err(finished(input)),
            };
            if i == n {
                return Err(Stop::Returned(()));
            }
            *state = At::Yield1(n, i + 1);
            Ok(i)
        },
    )
}

/// `let mut sum = 0; for i in 0..n { co_yield!(i); sum += i } sum`
pub fn sum_to(n: u32) -> impl Coroutine<Yield = u32, Return = u32, Throw = String> {
    Machine::<_, _, u32, u32, String>::new(
        At::Start(n, (0, 0)),
        |state: &mut At<u32, (u32, u32)>, input: Resume<(), String>| {
            let (n, i, sum) = match std::mem::replace(state, At::Finished) {
                At::Start(n, (i, sum)) => (n, i, sum),
                At::Yield1(n, (i, sum)) => match input {
                    Resume::Send(()) => (n, i + 1, sum + i),
                    other => return Err(finished(other).closed()),
                },
                At::Finished => return Err(finished(input)),
            };
            if i == n {
                return Err(Stop::Returned(sum));
            }
            *state = At::Yield1(n, (i, sum));
            Ok(i)
        },
    )
}

/// Catches nothing: `let mut total = 0; loop { match co_yield!(total) { 0 => return total, n => total += n } }`
pub fn tally()
-> impl Coroutine<i32, Yield = i32, Return = i32, Throw = String> + Clone + std::fmt::Debug {
    tally_with(())
}

/// The same with a local that is kept across the yields.
pub fn tally_with<L: Clone + std::fmt::Debug>(
    local: L,
) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = String> + Clone + std::fmt::Debug {
    Machine::<_, _, i32, i32, String>::new(
        At::Start(local, 0),
        |state: &mut At<L, i32>, input: Resume<i32, String>| {
            let (local, total) = match std::mem::replace(state, At::Finished) {
                At::Start(local, total) => (local, total),
                At::Yield1(local, total) => match input {
                    Resume::Send(0) => return Err(Stop::Returned(total)),
                    Resume::Send(-1) => panic!("the body panics"),
                    Resume::Send(n) => (local, total + n),
                    other => return Err(finished(other).closed()),
                },
                At::Finished => return Err(finished(input)),
            };
            *state = At::Yield1(local, total);
            Ok(total)
        },
    )
}

/// What the body of [`stubborn`] does when it catches a close.
#[derive(Debug, Clone, Copy)]
pub enum OnClose {
    Yield,
    Return,
    Raise,
}

/// Catches everything: echoes what it is sent, yields the length of an error that is thrown, raises errors
/// that are empty, and answers a close as it is told.
pub fn stubborn(
    on_close: OnClose,
) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = String> {
    Machine::<_, _, i32, i32, String>::new(
        At::Start(on_close, ()),
        |state: &mut At<OnClose, ()>, input: Resume<i32, String>| {
            let (on_close, value) = match std::mem::replace(state, At::Finished) {
                At::Start(on_close, ()) => (on_close, -1),
                At::Yield1(on_close, ()) => match (input, on_close) {
                    (Resume::Send(n), _) => (on_close, n),
                    (Resume::Throw(e), _) if e.is_empty() => return Err(Stop::Raised(e)),
                    (Resume::Throw(e), _) if e == "close" => return Err(Stop::Closed),
                    (Resume::Throw(e), _) => (on_close, e.len() as i32),
                    (Resume::Close, OnClose::Yield) => (on_close, 99),
                    (Resume::Close, OnClose::Return) => return Err(Stop::Returned(7)),
                    (Resume::Close, OnClose::Raise) => return Err(Stop::Raised("raised".into())),
                },
                At::Finished => return Err(finished(input)),
            };
            *state = At::Yield1(on_close, ());
            Ok(value)
        },
    )
}

/// A sink of borrowed values: yields the length of all that it was sent.
pub fn lengths() -> impl for<'a> Coroutine<&'a str, Yield = usize, Return = (), Throw = Infallible>
{
    Machine::<_, _, usize, (), Infallible>::new(
        At::Start((), 0),
        |state: &mut At<_, _>,
         mut input: Resume<&str, Infallible>|
         -> Result<usize, Stop<(), Infallible>> {
            let total = match std::mem::replace(state, At::Finished) {
                At::Start((), total) => total,
                At::Yield1((), total) => match coro_core::__private::receive(&mut input) {
                    core::ops::ControlFlow::Continue(sent) => total + sent.len(),
                    core::ops::ControlFlow::Break(stop) => return Err(stop),
                },
                At::Finished => return Err(finished(input)),
            };
            *state = At::Yield1((), total);
            Ok(total)
        },
    )
}

/// The state of all of them.
#[derive(Debug, Clone)]
pub enum At<A, B> {
    Start(A, B),
    Yield1(A, B),
    Finished,
}

impl<A, B> State for At<A, B> {
    fn stands(&self) -> Stands {
        match self {
            At::Start(..) => Stands::Created,
            At::Yield1(..) => Stands::At(here()),
            At::Finished => Stands::Finished,
        }
    }
    fn finished() -> Self {
        At::Finished
    }
}

/// An uncaught close is `Closed`, whereas on a finished coroutine it is `Exhausted`.
trait Uncaught {
    fn closed(self) -> Self;
}
impl<T, E> Uncaught for Stop<T, E> {
    fn closed(self) -> Self {
        match self {
            Stop::Exhausted => Stop::Closed,
            other => other,
        }
    }
}
