//! Delegation, for `yield_from!`: in goes an operand of any type, out comes something that can be entered
//! and forwarded to. Which kind of delegate it is, the operand's type decides by the number of references
//! that method lookup has to strip ("autoref specialisation"):
//!
//! ```text
//! let mut sub = (&&&&&&kind(&sub, &input, &outlet)).coro_choose().wrap(sub);
//! match sub.forward(Handed::First((&&first(&input)).coro_first()), &mut ended) { Some(y) => .., None => .. }
//! ```
//!
//! A coroutine of the same R and Throw comes first, then whatever can be iterated over; the last two levels
//! exist for the sake of their error messages. The wrappers do not mention R: what is sent may borrow from a
//! different place at each resume.

use core::marker::PhantomData;
use core::mem;

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
