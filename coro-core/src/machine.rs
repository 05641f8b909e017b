//! The machine: what a compiled coroutine is at run time. In goes a state and the function that steps
//! it; out comes a `Coroutine`, and an `Iterator` where nothing is sent, returned or thrown. The step
//! knows the body; this file knows what the calls mean before the first yield and after the last.

use core::convert::Infallible;
use core::fmt::{self, Debug};
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::mem;
use core::panic::Location;

use crate::{Coroutine, Resume, Status, Stop};

/// What the state of a machine can say of itself.
pub trait State {
    /// Where it stands.
    fn stands(&self) -> Stands;
    /// The state in which nothing is kept and nothing will run.
    fn finished() -> Self
    where
        Self: Sized;
}

/// Where a machine stands.
#[derive(Debug, Clone, Copy)]
pub enum Stands {
    /// Before its first line.
    Created,
    /// At the yield of this line.
    At(&'static Location<'static>),
    /// Behind its last line.
    Finished,
}

impl Stands {
    #[inline]
    pub(crate) const fn status(self) -> Status {
        match self {
            Self::Created => Status::Created,
            Self::At(_) => Status::Suspended,
            Self::Finished => Status::Finished,
        }
    }

    #[inline]
    pub(crate) const fn location(self) -> Option<&'static Location<'static>> {
        match self {
            Self::At(location) => Some(location),
            Self::Created | Self::Finished => None,
        }
    }

    /// What every coroutine shows of itself.
    pub(crate) fn show<'f, 'a>(self, f: &'f mut fmt::Formatter<'a>) -> fmt::DebugStruct<'f, 'a> {
        let mut fields = f.debug_struct("Coroutine");
        fields.field("status", &self.status());
        match self.location() {
            Some(line) => fields.field("location", &format_args!("{line}")),
            None => fields.field("location", &None::<()>),
        };
        fields
    }
}

/// A compiled coroutine: its state beside the function that steps it.
///
/// `#[coro::coroutine]` makes these; they are seen as `impl Coroutine`. The step function
/// `Fn(&mut S, Resume<R, E>) -> Result<Y, Stop<T, E>>` first takes the state, leaving the finished one,
/// so that a panic finishes the coroutine; from the start state it runs the body without looking at the
/// input; from a suspended state it obeys the input. `R` is no parameter of the machine, so one that
/// takes a `&str` takes one of any lifetime.
#[must_use = "a coroutine does nothing until it is primed, sent a value or iterated over"]
pub struct Machine<S, F, Y, T, E> {
    state: S,
    step: F,
    types: PhantomData<fn() -> (Y, T, E)>,
}

impl<S, F, Y, T, E> Machine<S, F, Y, T, E> {
    /// Puts a state beside its step function. Nothing runs. There is no bound that names the
    /// step's arguments: it would fix the lifetime of what is sent.
    #[doc(hidden)]
    #[inline]
    pub const fn new(state: S, step: F) -> Self {
        Self {
            state,
            step,
            types: PhantomData,
        }
    }

    /// [`Machine::new`] where the sent type has no lifetime of its own at each
    /// send: the bound tells rustc the type of the state inside the step.
    #[inline]
    pub const fn start<R>(state: S, step: F) -> Self
    where
        F: Fn(&mut S, Resume<R, E>) -> Result<Y, Stop<T, E>>,
    {
        Self::new(state, step)
    }
}

/// Tells a step function the type of the state it will step. [`Machine::new`] has no bound that would, and
/// without it rustc reads the step's body before it knows what the arguments in the start state are. It has
/// no size.
pub struct Tie<S>(PhantomData<fn() -> S>);

impl<S> Tie<S> {
    /// For steps of this state.
    #[inline]
    pub const fn of(_: &S) -> Self {
        Self(PhantomData)
    }

    /// Says that this is such a state. Does nothing.
    #[inline]
    pub const fn same(self, _: &mut S) {}
}

impl<S> Clone for Tie<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for Tie<S> {}

impl<S> Debug for Tie<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tie")
    }
}

/// Says that both are of one type, to the lifetimes in it. Does nothing.
#[inline(always)]
pub const fn one_type<S>(_: &mut S, _: &mut S) {}

/// Says once more what a step that ends has seen to: that the state is the finished one. With that, every way out of a
/// step that cannot panic writes a state, and so the finished one that it leaves at its start need not be written: it is
/// a store less for each resume. There is nothing to drop in what is replaced.
#[inline]
fn leave<S: State>(state: &mut S) {
    mem::forget(mem::replace(state, S::finished()));
}

impl<S, F, Y, T, E> Machine<S, F, Y, T, E> {
    /// What a created machine is resumed with: a value waits until it has run to its first yield. Seldom, beside all
    /// later resumes, so that the step is inlined into those.
    #[cold]
    fn begin<R>(&mut self, input: Resume<R, E>) -> Result<Resume<R, E>, Stop<T, E>>
    where
        S: State,
        F: Fn(&mut S, Resume<R, E>) -> Result<Y, Stop<T, E>>,
    {
        match input {
            Resume::Send(_) => {
                // The start state does not look at what it is stepped with.
                (self.step)(&mut self.state, Resume::Close)?;
                Ok(input)
            }
            Resume::Throw(error) => {
                self.state = S::finished();
                Err(Stop::Raised(error))
            }
            Resume::Close => {
                self.state = S::finished();
                Err(Stop::Closed)
            }
        }
    }
}

impl<R, S, F, Y, T, E> Coroutine<R> for Machine<S, F, Y, T, E>
where
    S: State,
    F: Fn(&mut S, Resume<R, E>) -> Result<Y, Stop<T, E>>,
{
    type Yield = Y;
    type Return = T;
    type Throw = E;

    #[inline]
    fn prime(&mut self) -> Result<Option<Y>, Stop<T, E>> {
        match self.state.stands().status() {
            Status::Created => (self.step)(&mut self.state, Resume::Close).map(Some),
            Status::Suspended => Ok(None),
            Status::Finished => Err(Stop::Exhausted),
        }
    }

    #[inline]
    fn resume(&mut self, input: Resume<R, E>) -> Result<Y, Stop<T, E>> {
        let input = match self.state.stands().status() {
            Status::Created => self.begin(input)?,
            Status::Suspended | Status::Finished => input,
        };
        match (self.step)(&mut self.state, input) {
            Ok(value) => Ok(value),
            Err(stop) => {
                leave(&mut self.state);
                Err(stop)
            }
        }
    }

    #[inline]
    fn coro_proceed(&mut self, input: Resume<R, E>) -> Result<Y, Stop<T, E>> {
        (self.step)(&mut self.state, input)
    }

    #[inline]
    fn status(&self) -> Status {
        self.state.stands().status()
    }

    #[inline]
    fn location(&self) -> Option<&'static Location<'static>> {
        self.state.stands().location()
    }
}

impl<S: State, F, Y> Iterator for Machine<S, F, Y, (), Infallible>
where
    F: Fn(&mut S, Resume<(), Infallible>) -> Result<Y, Stop<(), Infallible>>,
{
    type Item = Y;

    /// One step: from the start it primes, later it sends `()`, and a finished state says so.
    #[inline]
    fn next(&mut self) -> Option<Y> {
        if let Status::Finished = self.state.stands().status() {
            return None;
        }
        match (self.step)(&mut self.state, Resume::Send(())) {
            Ok(value) => Some(value),
            Err(_) => {
                leave(&mut self.state);
                None
            }
        }
    }
}

impl<S: State, F, Y> FusedIterator for Machine<S, F, Y, (), Infallible> where
    F: Fn(&mut S, Resume<(), Infallible>) -> Result<Y, Stop<(), Infallible>>
{
}

impl<S: Clone, F: Clone, Y, T, E> Clone for Machine<S, F, Y, T, E> {
    /// Forks the coroutine: both continue independently from here.
    fn clone(&self) -> Self {
        Self::new(self.state.clone(), self.step.clone())
    }
}

impl<S: State + Debug, F, Y, T, E> Debug for Machine<S, F, Y, T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = self.state.stands().show(f);
        fields.field("state", &self.state).finish()
    }
}
