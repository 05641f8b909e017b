//! Delegation, for `yield_from!`: in goes an operand of any type, out comes something that can be entered
//! and forwarded to. Which kind of delegate it is, the operand's type decides by the number of references
//! that method lookup has to strip ("autoref specialisation"):
//!
//! ```text
//! let mut sub = (&&&&kind(&sub, &input)).coro_choose().wrap(sub);
//! match sub.proceed(Handed::First((&&first(&input)).coro_first())) { Ok(y) => .., Err(ended) => .. }
//! ```
//!
//! A coroutine of the same R and Throw comes first, then whatever can be iterated over; the last two levels
//! exist for the sake of their error messages. The wrappers do not mention R: what is sent may borrow from a
//! different place at each resume.

use core::marker::PhantomData;

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

impl<R, E, C: Coroutine<R, Throw = E>> Delegate<R, E> for CoroutineDelegate<C> {
    type Yield = C::Yield;
    type Return = C::Return;

    #[inline]
    fn proceed(&mut self, handed: Handed<R, E>) -> Result<C::Yield, Ended<C::Return, E>> {
        let closing = matches!(handed, Handed::On(Resume::Close));
        let input = match handed {
            Handed::On(input) => input,
            Handed::First(Some(value)) => Resume::Send(value),
            Handed::First(None) => match self.0.status() {
                // What a created one is given it does not look at.
                Status::Created => Resume::Close,
                Status::Suspended => already_started(),
                Status::Finished => already_finished(),
            },
        };
        match self.0.coro_proceed(input) {
            Ok(value) => Ok(value),
            // PEP 380: what the inner one returns to a close is dropped, and the close goes on.
            Err(Stop::Returned(_) | Stop::Exhausted) if closing => {
                Err(Ended::Interrupted(Interrupt::Close))
            }
            Err(stop) => Err(ended(stop)),
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
    fn enter_with(&mut self, value: R) -> Result<I::Item, Ended<(), E>> {
        self.proceed(Handed::First(Some(value)))
    }
}

/// The question of what kind of delegate `D` is where `R` is sent and `E` is thrown.
#[derive(Debug)]
pub struct Kind<D, R, E>(pub(crate) PhantomData<fn() -> (D, R, E)>);

/// Asks what kind of delegate the operand is.
#[inline]
pub const fn kind<D, R, E>(_: &D, _: &Resume<R, E>) -> Kind<D, R, E> {
    Kind(PhantomData)
}

/// The answers of `coro_choose`, each with the `wrap` that fits.
#[derive(Debug)]
pub struct AsCoroutine;
/// See [`AsCoroutine`].
#[derive(Debug)]
pub struct AsIterator;
/// See [`AsCoroutine`]: a coroutine whose Throw differs; `wrap` is a type error that names both.
#[derive(Debug)]
pub struct AsOtherThrow<R, E>(PhantomData<fn() -> (R, E)>);
/// See [`AsCoroutine`]: no delegate; `wrap` is an error that says so.
#[derive(Debug)]
pub struct AsNothing<R, E>(PhantomData<fn() -> (R, E)>);

impl AsCoroutine {
    /// The operand as a delegate.
    #[inline]
    pub fn wrap<C>(self, operand: C) -> CoroutineDelegate<C> {
        CoroutineDelegate(operand)
    }
}
impl AsIterator {
    /// The operand as a delegate.
    #[inline]
    pub fn wrap<I: IntoIterator>(self, operand: I) -> IteratorDelegate<I::IntoIter> {
        IteratorDelegate(operand.into_iter())
    }
}
impl<R, E> AsOtherThrow<R, E> {
    /// Never type-checks; what it gives does, so that there is one error.
    pub fn wrap<C: Coroutine<R, Throw = E>>(self, _: C) -> NoDelegate<C::Yield, C::Return> {
        NoDelegate(PhantomData)
    }
}
impl<R, E> AsNothing<R, E> {
    /// Never type-checks; what it gives does, so that there is one error.
    pub fn wrap<Y, D: YieldFrom<R, E>>(self, _: D) -> NoDelegate<Y, ()> {
        NoDelegate(PhantomData)
    }
}

/// In place of an operand that cannot be delegated to, beside the error. There is none at run time.
#[derive(Debug, Clone)]
pub struct NoDelegate<Y, T>(PhantomData<fn() -> (Y, T)>);

impl<R, E, Y, T> Delegate<R, E> for NoDelegate<Y, T> {
    type Yield = Y;
    type Return = T;

    fn proceed(&mut self, _: Handed<R, E>) -> Result<Y, Ended<T, E>> {
        unreachable!()
    }
    fn enter_with(&mut self, _: R) -> Result<Y, Ended<T, E>> {
        unreachable!()
    }
}

/// A delegate that is a reference to what it delegates to, which can be made anew at each resume.
#[diagnostic::on_unimplemented(
    message = "`yield_from!` of a reference to a local that is no coroutine and no iterator itself would borrow from it across a yield, which a coroutine that can be moved cannot hold",
    label = "what would iterate over it borrows from it",
    note = "write `#[coro::coroutine(pinned)]`, or delegate to the value itself"
)]
pub trait Lent {}
#[diagnostic::do_not_recommend]
impl<C> Lent for CoroutineDelegate<&mut C> {}
#[diagnostic::do_not_recommend]
impl<I> Lent for IteratorDelegate<&mut I> {}
#[diagnostic::do_not_recommend]
impl<Y, T> Lent for NoDelegate<Y, T> {}

/// Claims that a delegate is lent.
#[inline]
pub fn lent<D: Lent>(delegate: D) {
    drop(delegate);
}

/// What nothing implements: it only carries the message.
#[diagnostic::on_unimplemented(
    message = "`yield_from!` cannot delegate to `{Self}` in a coroutine that is sent `{R}` and thrown `{E}`",
    label = "neither a `Coroutine<{R}, Throw = {E}>` nor an iterator",
    note = "the delegate must be a coroutine with the same R, Yield and Throw, or an `IntoIterator` of what is yielded"
)]
pub trait YieldFrom<R, E> {}

/// First level: a coroutine of the same R and Throw.
pub trait ChooseCoroutine {
    /// Chooses.
    fn coro_choose(&self) -> AsCoroutine;
}
impl<R, E, D: Coroutine<R, Throw = E>> ChooseCoroutine for &&&Kind<D, R, E> {
    #[inline]
    fn coro_choose(&self) -> AsCoroutine {
        AsCoroutine
    }
}

/// Second level: what can be iterated over.
pub trait ChooseIterator {
    /// Chooses.
    fn coro_choose(&self) -> AsIterator;
}
impl<R, E, D: IntoIterator> ChooseIterator for &&Kind<D, R, E> {
    #[inline]
    fn coro_choose(&self) -> AsIterator {
        AsIterator
    }
}

/// Third level: a coroutine of the same R and another Throw.
pub trait ChooseOtherThrow<R, E> {
    /// Chooses.
    fn coro_choose(&self) -> AsOtherThrow<R, E>;
}
impl<R, E, D: Coroutine<R>> ChooseOtherThrow<R, E> for &Kind<D, R, E> {
    fn coro_choose(&self) -> AsOtherThrow<R, E> {
        AsOtherThrow(PhantomData)
    }
}

/// Last level: anything else.
pub trait ChooseNothing<R, E> {
    /// Chooses.
    fn coro_choose(&self) -> AsNothing<R, E>;
}
impl<R, E, D> ChooseNothing<R, E> for Kind<D, R, E> {
    fn coro_choose(&self) -> AsNothing<R, E> {
        AsNothing(PhantomData)
    }
}

/// The question of what a started delegate is sent when no value is given.
#[derive(Debug)]
pub struct First<R>(pub(crate) PhantomData<fn() -> R>);

/// Asks what a started delegate is sent when no value is given.
#[inline]
pub const fn first<R, E>(_: &Resume<R, E>) -> First<R> {
    First(PhantomData)
}

/// First level: `()` is sent.
pub trait FirstUnit {
    /// The value.
    fn coro_first(&self) -> Option<()>;
}
impl FirstUnit for &First<()> {
    #[inline]
    fn coro_first(&self) -> Option<()> {
        Some(())
    }
}

/// Last level: there is nothing to send.
pub trait FirstOther<R> {
    /// No value.
    fn coro_first(&self) -> Option<R>;
}
impl<R> FirstOther<R> for First<R> {
    #[inline]
    fn coro_first(&self) -> Option<R> {
        None
    }
}
