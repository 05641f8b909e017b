//! Delegation, for `yield_from!`: in goes an operand of any type, out comes something that can be entered
//! and forwarded to. Which kind of delegate it is, the operand's type decides by the number of references
//! that method lookup has to strip ("autoref specialisation"):
//!
//! ```text
//! let mut sub = (&&&&kind(&sub, &input)).coro_choose().wrap(sub);
//! match sub.enter((&&first(&input)).coro_first()) { Yielded(y) => .., Returned(t) => .., Interrupted(i) => .. }
//! ```
//!
//! A coroutine of the same R and Throw comes first, then whatever can be iterated over; the last two levels
//! exist for the sake of their error messages. The wrappers do not mention R: what is sent may borrow from a
//! different place at each resume.

use core::marker::PhantomData;

use crate::{Coroutine, Interrupt, Resume, Stop};

/// What a delegate answered.
#[derive(Debug)]
pub enum Delegated<Y, T, E> {
    /// It yields; the delegating coroutine yields the same.
    Yielded(Y),
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
    /// Starts it. One that had been started is sent `first`, and panics if there is none.
    #[track_caller]
    fn enter(&mut self, first: Option<R>) -> Delegated<Self::Yield, Self::Return, E>;
    /// Sends it `value`, whether it had been started or not.
    #[track_caller]
    fn enter_with(&mut self, value: R) -> Delegated<Self::Yield, Self::Return, E>;
    /// Hands on what the delegating coroutine was resumed with.
    #[track_caller]
    fn forward(&mut self, input: Resume<R, E>) -> Delegated<Self::Yield, Self::Return, E>;
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
fn ended<Y, T, E>(stop: Stop<T, E>) -> Delegated<Y, T, E> {
    match stop {
        Stop::Returned(value) => Delegated::Returned(value),
        Stop::Raised(error) => Delegated::Interrupted(Interrupt::Thrown(error)),
        Stop::Closed => Delegated::Interrupted(Interrupt::Close),
        Stop::Exhausted => already_finished(),
    }
}

impl<R, E, C: Coroutine<R, Throw = E>> Delegate<R, E> for CoroutineDelegate<C> {
    type Yield = C::Yield;
    type Return = C::Return;

    #[inline]
    fn enter(&mut self, first: Option<R>) -> Delegated<C::Yield, C::Return, E> {
        match self.0.prime() {
            Ok(Some(value)) => Delegated::Yielded(value),
            Ok(None) => match first {
                Some(value) => self.enter_with(value),
                None => already_started(),
            },
            Err(stop) => ended(stop),
        }
    }

    #[inline]
    fn enter_with(&mut self, value: R) -> Delegated<C::Yield, C::Return, E> {
        match self.0.send(value) {
            Ok(value) => Delegated::Yielded(value),
            Err(stop) => ended(stop),
        }
    }

    #[inline]
    fn forward(&mut self, input: Resume<R, E>) -> Delegated<C::Yield, C::Return, E> {
        let closing = matches!(input, Resume::Close);
        match self.0.resume(input) {
            Ok(value) => Delegated::Yielded(value),
            // PEP 380: what the inner one returns to a close is dropped, and the close goes on.
            Err(Stop::Returned(_) | Stop::Exhausted) if closing => {
                Delegated::Interrupted(Interrupt::Close)
            }
            Err(stop) => ended(stop),
        }
    }
}

impl<R, E, I: Iterator> Delegate<R, E> for IteratorDelegate<I> {
    type Yield = I::Item;
    type Return = ();

    #[inline]
    fn enter(&mut self, _first: Option<R>) -> Delegated<I::Item, (), E> {
        match self.0.next() {
            Some(value) => Delegated::Yielded(value),
            None => Delegated::Returned(()),
        }
    }

    #[inline]
    fn enter_with(&mut self, value: R) -> Delegated<I::Item, (), E> {
        drop(value);
        self.enter(None::<R>)
    }

    #[inline]
    fn forward(&mut self, input: Resume<R, E>) -> Delegated<I::Item, (), E> {
        match input {
            Resume::Send(value) => self.enter_with(value),
            Resume::Throw(error) => Delegated::Interrupted(Interrupt::Thrown(error)),
            Resume::Close => Delegated::Interrupted(Interrupt::Close),
        }
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

    fn enter(&mut self, _: Option<R>) -> Delegated<Y, T, E> {
        unreachable!()
    }
    fn enter_with(&mut self, _: R) -> Delegated<Y, T, E> {
        unreachable!()
    }
    fn forward(&mut self, _: Resume<R, E>) -> Delegated<Y, T, E> {
        unreachable!()
    }
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
