//! Delegation, for `yield_from!`: in goes an operand of any type, out comes something that can be entered
//! and forwarded to. Which kind of delegate it is, the operand's type decides by the number of references
//! that method lookup has to strip ("autoref specialisation"):
//!
//! ```text
//! let mut sub = (&&&&&&kind(&sub, &input, &outlet)).coro_choose().wrap(sub);
//! match sub.forward(Handed::First((&&first(&input)).coro_first()), &mut ended) { Some(y) => .., None => .. }
//! ```
//!
//! (`delegate/kind.rs`; what a started one is sent first is in `delegate/first.rs`). The wrappers do not mention R: what is sent may borrow from a
//! different place at each resume.

use core::mem;

pub(crate) mod first;
pub(crate) mod kind;

use crate::{Coroutine, Interrupt, Resume, Status, Stop};

/// What a delegate is handed.
#[derive(Debug)]
pub enum Handed<R, E> {
    /// It is entered. One that had been started is sent this, and panics if it is nothing.
    First(Option<R>),
    /// It has been entered, and the delegating coroutine was resumed with this.
    On(Resume<R, E>),
}

/// How a delegate ended.
#[derive(Debug)]
pub enum Ended<T, E> {
    /// It returned; the `yield_from!` evaluates to this.
    Returned(T),
    /// It is done with; this is raised at the `yield_from!`.
    Interrupted(Interrupt<E>),
}

/// How a delegate has ended, if it has. That it has not is zero, as in no `Option` of an [`Ended`]: what is yielded goes through sixteen delegates in five
/// instructions so, and in 138 with an `Option`, where LLVM takes each level's answer apart and puts it together again.
#[derive(Debug)]
pub enum Progress<T, E> {
    /// It goes on.
    GoesOn,
    /// See [`Ended::Returned`].
    Returned(T),
    /// See [`Ended::Interrupted`].
    Interrupted(Interrupt<E>),
}

impl<T, E> Progress<T, E> {
    /// How it has ended.
    #[inline]
    pub fn take(&mut self) -> Option<Ended<T, E>> {
        match mem::replace(self, Self::GoesOn) {
            Self::GoesOn => None,
            Self::Returned(value) => Some(Ended::Returned(value)),
            Self::Interrupted(interrupt) => Some(Ended::Interrupted(interrupt)),
        }
    }
}

impl<T, E> From<Ended<T, E>> for Progress<T, E> {
    #[inline]
    fn from(ended: Ended<T, E>) -> Self {
        match ended {
            Ended::Returned(value) => Self::Returned(value),
            Ended::Interrupted(interrupt) => Self::Interrupted(interrupt),
        }
    }
}

/// A wrapped operand of `yield_from!` in a coroutine that is sent `R` and thrown `E`.
pub trait Delegate<R, E> {
    /// What it yields.
    type Yield;
    /// What the `yield_from!` evaluates to.
    type Return;
    /// Starts it, or hands on what the delegating coroutine was resumed with. Entering and going on are one call,
    /// so that there is one place where the delegate's body can be inlined.
    ///
    /// # Errors
    ///
    /// It ended.
    #[track_caller]
    fn proceed(&mut self, handed: Handed<R, E>) -> Result<Self::Yield, Ended<Self::Return, E>>;
    /// [`Self::proceed`], with how it ended put beside the answer: what an iterator says is handed out as it is, and no level makes an answer of the
    /// next one's anew (that costs sixteen of them some 140 instructions).
    #[track_caller]
    fn forward(
        &mut self,
        handed: Handed<R, E>,
        ended: &mut Progress<Self::Return, E>,
    ) -> Option<Self::Yield>;
    /// Sends it `value`, whether it had been started or not.
    ///
    /// # Errors
    ///
    /// It ended.
    #[track_caller]
    fn enter_with(&mut self, value: R) -> Result<Self::Yield, Ended<Self::Return, E>>;
}

/// A delegate that is a coroutine of the same R and Throw.
#[derive(Debug, Clone)]
pub struct CoroutineDelegate<C>(C);

/// A delegate that can only be iterated over. A throw or a close it cannot take: the interrupt is for the
/// `yield_from!`, whose emitted code drops the delegate first.
#[derive(Debug, Clone)]
pub struct IteratorDelegate<I>(I);

#[cold]
#[track_caller]
fn already_started() -> ! {
    panic!(
        "yield_from! of a coroutine that has already started: \
         pass the value to send first, as in yield_from!(sub, value)"
    )
}

#[cold]
#[track_caller]
fn already_finished() -> ! {
    panic!("yield_from! of a coroutine that is already finished")
}

#[inline]
#[track_caller]
fn ended<T, E>(stop: Stop<T, E>) -> Ended<T, E> {
    match stop {
        Stop::Returned(value) => Ended::Returned(value),
        Stop::Raised(error) => Ended::Interrupted(Interrupt::Thrown(error)),
        Stop::Closed => Ended::Interrupted(Interrupt::Close),
        Stop::Exhausted => already_finished(),
    }
}

/// What a stop is to the one who delegates. PEP 380: what the inner one returns to a close is dropped, and the close goes on.
#[inline]
#[track_caller]
fn how<T, E>(stop: Stop<T, E>, closing: bool) -> Ended<T, E> {
    match stop {
        Stop::Returned(_) | Stop::Exhausted if closing => Ended::Interrupted(Interrupt::Close),
        stop => ended(stop),
    }
}

impl<C> CoroutineDelegate<C> {
    /// What the delegate is resumed with.
    #[inline]
    #[track_caller]
    fn input<R, E>(&self, handed: Handed<R, E>) -> Resume<R, E>
    where
        C: Coroutine<R, Throw = E>,
    {
        match handed {
            Handed::On(input) => input,
            Handed::First(Some(value)) => Resume::Send(value),
            Handed::First(None) => match self.0.status() {
                // What a created one is given it does not look at.
                Status::Created => Resume::Close,
                Status::Suspended => already_started(),
                Status::Finished => already_finished(),
            },
        }
    }
}

impl<R, E, C: Coroutine<R, Throw = E>> Delegate<R, E> for CoroutineDelegate<C> {
    type Yield = C::Yield;
    type Return = C::Return;

    #[inline]
    fn proceed(&mut self, handed: Handed<R, E>) -> Result<C::Yield, Ended<C::Return, E>> {
        let closing = matches!(handed, Handed::On(Resume::Close));
        let input = self.input(handed);
        match self.0.coro_proceed(input) {
            Ok(value) => Ok(value),
            Err(stop) => Err(how(stop, closing)),
        }
    }

    #[inline]
    fn forward(
        &mut self,
        handed: Handed<R, E>,
        ended: &mut Progress<C::Return, E>,
    ) -> Option<C::Yield> {
        let closing = matches!(handed, Handed::On(Resume::Close));
        let input = self.input(handed);
        match self.0.coro_proceed(input) {
            Ok(value) => Some(value),
            Err(stop) => {
                *ended = how(stop, closing).into();
                None
            }
        }
    }

    #[inline]
    fn enter_with(&mut self, value: R) -> Result<C::Yield, Ended<C::Return, E>> {
        match self.0.send(value) {
            Ok(value) => Ok(value),
            Err(stop) => Err(ended(stop)),
        }
    }
}

impl<R, E, I: Iterator> Delegate<R, E> for IteratorDelegate<I> {
    type Yield = I::Item;
    type Return = ();

    #[inline]
    fn proceed(&mut self, handed: Handed<R, E>) -> Result<I::Item, Ended<(), E>> {
        match handed {
            Handed::On(Resume::Throw(error)) => Err(Ended::Interrupted(Interrupt::Thrown(error))),
            Handed::On(Resume::Close) => Err(Ended::Interrupted(Interrupt::Close)),
            Handed::First(_) | Handed::On(Resume::Send(_)) => {
                self.0.next().ok_or(Ended::Returned(()))
            }
        }
    }

    #[inline]
    fn forward(&mut self, handed: Handed<R, E>, ended: &mut Progress<(), E>) -> Option<I::Item> {
        let interrupt = match handed {
            Handed::First(_) | Handed::On(Resume::Send(_)) => {
                let answer = self.0.next();
                if answer.is_none() {
                    *ended = Progress::Returned(());
                }
                return answer;
            }
            Handed::On(Resume::Throw(error)) => Interrupt::Thrown(error),
            Handed::On(Resume::Close) => Interrupt::Close,
        };
        *ended = Progress::Interrupted(interrupt);
        None
    }

    #[inline]
    fn enter_with(&mut self, value: R) -> Result<I::Item, Ended<(), E>> {
        self.proceed(Handed::First(Some(value)))
    }
}
