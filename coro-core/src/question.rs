//! Whether a mention took its local, or something out of it: questions to types, asked where no code runs (see `probe`).
//!
//! ```text
//! *boxed          is it a copy: `given(*boxed)`
//! b.finish()      by which receiver is `finish` found: `verdict((&b).finish())`, and behind each `Deref`
//! f()             can `f` be called again: `callable::<(), _>(&f)`
//! ```

use core::fmt::{self, Debug};
use core::marker::PhantomData;
use core::ops::Deref;

use crate::probe::{Cut, Forget, cut};

/// The question whether a `T` is copied.
#[derive(Debug)]
pub struct Given<T>(PhantomData<fn() -> T>);

/// Asks whether what is taken is copied.
#[inline]
pub fn given<T>(_: T) -> Given<T> {
    Given(PhantomData)
}

/// The answer: it is copied, or looked at.
#[derive(Debug, Default, Clone, Copy)]
pub struct Stays;

/// The answer: it is moved.
#[derive(Debug, Default, Clone, Copy)]
pub struct Moved;

impl Stays {
    /// No.
    #[inline]
    #[must_use]
    pub const fn moves(self) -> bool {
        false
    }

    /// It does.
    #[inline]
    pub const fn stays(self) {}

    /// What it was taken out of has a fate of its own.
    #[inline]
    pub fn or<F>(self, fate: F) -> F {
        fate
    }
}

impl Moved {
    /// Yes.
    #[inline]
    #[must_use]
    pub const fn moves(self) -> bool {
        true
    }

    /// It does not: control does not come here.
    #[cold]
    pub fn stays(self) -> Cut {
        cut()
    }

    /// There is nothing left of what it was taken out of.
    #[inline]
    pub fn or<F>(self, _: F) -> Forget {
        Forget
    }
}

/// First level: a copy.
pub trait GivenCopy {
    /// Answers.
    fn coro_given(&self) -> Stays;
}
impl<T: Copy> GivenCopy for &Given<T> {
    #[inline]
    fn coro_given(&self) -> Stays {
        Stays
    }
}

/// Last level: anything else.
pub trait GivenMoved {
    /// Answers.
    fn coro_given(&self) -> Moved;
}
impl<T> GivenMoved for Given<T> {
    #[inline]
    fn coro_given(&self) -> Moved {
        Moved
    }
}

impl Moved {
    /// If every question is answered so.
    pub fn and<A>(self, other: A) -> A {
        other
    }
}

impl Stays {
    /// Whatever the other questions say.
    #[must_use]
    pub fn and<A>(self, _: A) -> Self {
        self
    }
}

/// What a method of ours gives that lookup has found before the user's.
#[derive(Clone, Copy, Debug)]
pub struct Asked;

/// The question of which method lookup found, by what it gives.
pub struct Verdict<T>(PhantomData<fn() -> T>);

/// Asks which method was found.
pub fn verdict<T>(_: T) -> Verdict<T> {
    Verdict(PhantomData)
}

/// First level: ours, so the user's is not found by this receiver.
pub trait VerdictAsked {
    /// Answers.
    fn coro_verdict(&self) -> Moved;
}
impl VerdictAsked for &Verdict<Asked> {
    fn coro_verdict(&self) -> Moved {
        Moved
    }
}

/// Last level: the user's.
pub trait VerdictFound {
    /// Answers.
    fn coro_verdict(&self) -> Stays;
}
impl<T> VerdictFound for Verdict<T> {
    fn coro_verdict(&self) -> Stays {
        Stays
    }
}

/// What is behind a `Deref`.
pub struct Peek<T: ?Sized>(PhantomData<fn() -> *mut T>);

/// Asks what is behind a `Deref`.
pub fn peek<T: ?Sized>(_: &mut T) -> Peek<T> {
    Peek(PhantomData)
}

/// Nothing is behind it.
#[derive(Clone, Copy, Debug)]
pub struct Nothing;

/// First level: what implements `Deref`.
pub trait PeekDeref<T: ?Sized> {
    /// The target.
    fn coro_peek<'a>(&self) -> &'a mut T
    where
        T: 'a;
}
impl<T: Deref + ?Sized> PeekDeref<T::Target> for &Peek<T> {
    fn coro_peek<'a>(&self) -> &'a mut T::Target
    where
        T::Target: 'a,
    {
        crate::private::never()
    }
}

/// Last level: all others.
pub trait PeekNothing {
    /// Nothing.
    fn coro_peek<'a>(&self) -> &'a mut Nothing;
}
impl<T: ?Sized> PeekNothing for Peek<T> {
    fn coro_peek<'a>(&self) -> &'a mut Nothing {
        crate::private::never()
    }
}

/// What is looked at behind a reference, as which method lookup finds there says nothing of the local.
pub struct Peel<T>(PhantomData<fn() -> T>);

/// Asks whether a local is a reference.
pub fn peel<T>(_: &mut T) -> Peel<T> {
    Peel(PhantomData)
}

/// First level: references.
pub trait PeelReference {
    /// Nothing.
    fn coro_peel<'a>(&self) -> &'a mut Nothing;
    /// Answers: it stays, for there is nothing to drop.
    fn coro_refers(&self) -> Stays;
}
impl<T: ?Sized> PeelReference for &Peel<&T> {
    fn coro_peel<'a>(&self) -> &'a mut Nothing {
        crate::private::never()
    }
    fn coro_refers(&self) -> Stays {
        Stays
    }
}
impl<T: ?Sized> PeelReference for &Peel<&mut T> {
    fn coro_peel<'a>(&self) -> &'a mut Nothing {
        crate::private::never()
    }
    fn coro_refers(&self) -> Stays {
        Stays
    }
}

/// Last level: all others.
pub trait PeelNothing<T> {
    /// The local itself.
    fn coro_peel<'a>(&self) -> &'a mut T
    where
        T: 'a;
    /// Answers: it is as lookup says.
    fn coro_refers(&self) -> Moved;
}
impl<T> PeelNothing<T> for Peel<T> {
    fn coro_peel<'a>(&self) -> &'a mut T
    where
        T: 'a,
    {
        crate::private::never()
    }
    fn coro_refers(&self) -> Moved {
        Moved
    }
}

/// The question of whether `F` can be called with `Args` more than once.
pub struct Callable<Args, F>(PhantomData<fn() -> (Args, F)>);

/// Asks whether a local can be called again.
pub fn callable<Args, F>(_: &F) -> Callable<Args, F> {
    Callable(PhantomData)
}

/// First level: it can.
pub trait CallableAgain {
    /// Answers.
    fn coro_callable(&self) -> Stays;
}
impl<Args, F: crate::probe::Lent<Args>> CallableAgain for &&&Callable<Args, F> {
    fn coro_callable(&self) -> Stays {
        Stays
    }
}

/// Second level: it is called once. With what, its own type says.
pub trait CallableOnce {
    /// Answers.
    fn coro_callable(&self) -> Moved;
}
impl<Args, F: crate::probe::Called<Args>> CallableOnce for &&Callable<Args, F> {
    fn coro_callable(&self) -> Moved {
        Moved
    }
}

/// Third level: what it points to is called, as of an `Rc<dyn Fn()>`. That is borrowed for it.
pub trait CallableThrough {
    /// Answers.
    fn coro_callable(&self) -> Stays;
}
impl<Args, F: Deref<Target: crate::probe::Lent<Args>>> CallableThrough for &Callable<Args, F> {
    fn coro_callable(&self) -> Stays {
        Stays
    }
}

/// Last level: what that points to in turn, as of an `&Rc<dyn Fn()>`.
pub trait CallableFurther {
    /// Answers.
    fn coro_callable(&self) -> Stays;
}
impl<Args, F: Deref<Target: Deref<Target: crate::probe::Lent<Args>>>> CallableFurther
    for Callable<Args, F>
{
    fn coro_callable(&self) -> Stays {
        Stays
    }
}

impl<T> Debug for Verdict<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Verdict")
    }
}

impl<T: ?Sized> Debug for Peek<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Peek")
    }
}

impl<T> Debug for Peel<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Peel")
    }
}

impl<Args, F> Debug for Callable<Args, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Callable")
    }
}
