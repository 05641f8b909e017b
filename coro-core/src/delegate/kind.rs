//! What kind of delegate an operand is. Lookup chooses, for the operand's type is not known to the macro.
//!
//! A coroutine of the same R, Yield and Throw comes first, then whatever gives the same when it is iterated over; the other levels
//! exist for their errors, and give a [`NoDelegate`], so that there is no second one.

use core::marker::PhantomData;

use super::{CoroutineDelegate, Delegate, Ended, Handed, IteratorDelegate, Progress};
use crate::{Coroutine, Resume};

/// The question of what kind of delegate `D` is where `R` is sent and `E` is thrown.
#[derive(Debug)]
pub struct Kind<D, R, E, Y>(pub(crate) PhantomData<fn() -> (D, R, E, Y)>);

/// What a coroutine yields: a value of a longer lifetime, too.
#[derive(Debug)]
pub struct Outlet<Y>(PhantomData<fn(Y)>);

/// Says what a coroutine yields.
#[inline]
pub const fn outlet<Y>() -> Outlet<Y> {
    Outlet(PhantomData)
}

/// Asks what kind of delegate the operand is.
#[inline]
pub const fn kind<D, R, E, Y>(_: &D, _: &Resume<R, E>, _: &Outlet<Y>) -> Kind<D, R, E, Y> {
    Kind(PhantomData)
}

/// The answers of `coro_choose`, each with the `wrap` that fits.
#[derive(Debug)]
pub struct AsCoroutine;
/// See [`AsCoroutine`].
#[derive(Debug)]
pub struct AsIterator;
/// See [`AsCoroutine`]: a coroutine whose Yield differs; `wrap` is an error that names both.
#[derive(Debug)]
pub struct AsOtherYield<R, E, Y>(PhantomData<fn() -> (R, E, Y)>);
/// See [`AsCoroutine`]: what gives another item when it is iterated over; `wrap` is an error that names both.
#[derive(Debug)]
pub struct AsOtherItem<Y>(PhantomData<fn() -> Y>);
/// See [`AsCoroutine`]: a coroutine whose Throw differs; `wrap` is an error that names both.
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
impl<R, E, Y> AsOtherYield<R, E, Y> {
    /// Never type-checks; what it gives does, so that there is one error.
    pub fn wrap<C>(self, _: C) -> NoDelegate<Y, C::Return>
    where
        C: Coroutine<R, Throw = E>,
        C::Yield: Yields<Y>,
    {
        NoDelegate(PhantomData)
    }
}
impl<Y> AsOtherItem<Y> {
    /// Never type-checks; what it gives does, so that there is one error.
    pub fn wrap<I>(self, _: I) -> NoDelegate<Y, ()>
    where
        I: IntoIterator,
        I::Item: Yields<Y>,
    {
        NoDelegate(PhantomData)
    }
}
impl<R, E> AsOtherThrow<R, E> {
    /// Never type-checks; what it gives does, so that there is one error.
    pub fn wrap<C>(self, _: C) -> NoDelegate<C::Yield, C::Return>
    where
        C: Coroutine<R>,
        C::Throw: Throws<E>,
    {
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
    fn forward(&mut self, _: Handed<R, E>, _: &mut Progress<T, E>) -> Option<Y> {
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

/// What only `Y` is: it carries the message.
#[diagnostic::on_unimplemented(
    message = "the delegate yields `{Self}`, and the coroutine yields `{Y}`",
    label = "expected `{Y}`, found `{Self}`",
    note = "what a delegate yields is handed on as it is; yield what you make of it: `for value in .. {{ co_yield!(..) }}`"
)]
pub trait Yields<Y> {}
#[diagnostic::do_not_recommend]
impl<Y> Yields<Y> for Y {}

/// What only `E` is: it carries the message.
#[diagnostic::on_unimplemented(
    message = "the delegate can be thrown `{Self}`, and the coroutine `{E}`",
    label = "expected `{E}`, found `{Self}`",
    note = "what is thrown into a coroutine goes to its delegate: both need the same `Throw = ..`"
)]
pub trait Throws<E> {}
#[diagnostic::do_not_recommend]
impl<E> Throws<E> for E {}

/// What nothing implements: it only carries the message.
#[diagnostic::on_unimplemented(
    message = "`yield_from!` cannot delegate to `{Self}` in a coroutine that is sent `{R}` and thrown `{E}`",
    label = "neither a `Coroutine<{R}, Throw = {E}>` nor an iterator",
    note = "the delegate must be a coroutine with the same R, Yield and Throw, or an `IntoIterator` of what is yielded"
)]
pub trait YieldFrom<R, E> {}

/// First level: a coroutine of the same R, Yield and Throw.
pub trait ChooseCoroutine {
    /// Chooses.
    fn coro_choose(&self) -> AsCoroutine;
}
impl<R, E, Y, D: Coroutine<R, Yield = Y, Throw = E>> ChooseCoroutine for &&&&&Kind<D, R, E, Y> {
    #[inline]
    fn coro_choose(&self) -> AsCoroutine {
        AsCoroutine
    }
}

/// Second level: what gives the same when it is iterated over.
pub trait ChooseIterator {
    /// Chooses.
    fn coro_choose(&self) -> AsIterator;
}
impl<R, E, Y, D: IntoIterator<Item = Y>> ChooseIterator for &&&&Kind<D, R, E, Y> {
    #[inline]
    fn coro_choose(&self) -> AsIterator {
        AsIterator
    }
}

/// Third level: a coroutine of the same R and Throw and another Yield.
pub trait ChooseOtherYield<R, E, Y> {
    /// Chooses.
    fn coro_choose(&self) -> AsOtherYield<R, E, Y>;
}
impl<R, E, Y, D: Coroutine<R, Throw = E>> ChooseOtherYield<R, E, Y> for &&&Kind<D, R, E, Y> {
    fn coro_choose(&self) -> AsOtherYield<R, E, Y> {
        AsOtherYield(PhantomData)
    }
}

/// Fourth level: what gives something else when it is iterated over.
pub trait ChooseOtherItem<Y> {
    /// Chooses.
    fn coro_choose(&self) -> AsOtherItem<Y>;
}
impl<R, E, Y, D: IntoIterator> ChooseOtherItem<Y> for &&Kind<D, R, E, Y> {
    fn coro_choose(&self) -> AsOtherItem<Y> {
        AsOtherItem(PhantomData)
    }
}

/// Fifth level: a coroutine of the same R and another Throw.
pub trait ChooseOtherThrow<R, E> {
    /// Chooses.
    fn coro_choose(&self) -> AsOtherThrow<R, E>;
}
impl<R, E, Y, D: Coroutine<R>> ChooseOtherThrow<R, E> for &Kind<D, R, E, Y> {
    fn coro_choose(&self) -> AsOtherThrow<R, E> {
        AsOtherThrow(PhantomData)
    }
}

/// Last level: anything else.
pub trait ChooseNothing<R, E> {
    /// Chooses.
    fn coro_choose(&self) -> AsNothing<R, E>;
}
impl<R, E, Y, D> ChooseNothing<R, E> for Kind<D, R, E, Y> {
    fn coro_choose(&self) -> AsNothing<R, E> {
        AsNothing(PhantomData)
    }
}
