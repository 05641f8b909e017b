//! Whether a method that consumes, by its name, is called on a local or on what a guard points to.
//!
//! `found.unwrap_or(0)` takes an `Option` and is the end of it; on a guard of one it copies, through `Deref`, and the guard lives on to the
//! end of its scope. A macro reads the first. So where a yield follows, a guard is refused, by its type:
//!
//! ```text
//! match unguarded(taken!((&&&&guarding(&found)).coro_guarding())) { () => found.unwrap_or(0) }
//! ```
//!
//! A method without arguments is asked for as in `question`: `.or(ANSWER)`.

use core::marker::PhantomData;
use core::ops::Deref;
use core::pin::Pin;

use crate::no_drop::{Foreign, NoDrop};
use crate::question::{Moved, Stays};

/// The question whether a `T` is a guard, in which closures of the same body may be that hold what `C` says.
pub struct Guarding<T, C = Foreign>(PhantomData<fn() -> (T, C)>);

impl<T, C> core::fmt::Debug for Guarding<T, C> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Guarding")
    }
}

/// Asks whether a local is a guard.
pub const fn guarding<T>(_: &T) -> Guarding<T> {
    Guarding(PhantomData)
}

/// The same, of one with closures in it.
pub const fn guarding_with<T, C>(_: &T) -> Guarding<T, C> {
    Guarding(PhantomData)
}

/// The answer: it is consumed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Consumed;

/// The answer: what it points to may be copied, and it lives on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Guard;

impl Consumed {
    /// It is moved.
    #[must_use]
    pub const fn taken(self) -> Moved {
        Moved
    }

    /// Whatever the method is.
    #[must_use]
    pub fn or<A>(self, _: A) -> Self {
        self
    }

    /// What a box holds is moved out of it, if it is no copy.
    pub fn behind<A>(self, taken: A) -> A {
        taken
    }
}

impl Guard {
    /// It stays.
    #[must_use]
    pub const fn taken(self) -> Stays {
        Stays
    }

    /// What it points to stays there.
    #[must_use]
    pub fn behind<A>(self, _: A) -> Stays {
        Stays
    }

    /// If the method is not its own.
    #[must_use]
    pub fn or<A: Finds>(self, _: A) -> A::Guard {
        A::Guard::default()
    }
}

/// Which method was found.
pub trait Finds {
    /// What that says of a guard.
    type Guard: Default;
}
impl Finds for Moved {
    type Guard = Consumed;
}
impl Finds for Stays {
    type Guard = Guard;
}

/// Whether what a method is called on may live on, whatever the method is.
pub trait Points {
    /// It does.
    const LIVES: bool;
}
impl Points for Consumed {
    const LIVES: bool = false;
}
impl Points for Guard {
    const LIVES: bool = true;
}

/// It is no guard.
#[diagnostic::on_unimplemented(
    message = "by its name this method consumes what it is called on, which points to something else",
    label = "this is released at the next yield if it is consumed, and at the end of its scope if it is not",
    note = "write `(*guard).method(..)` for what it points to, or `{{ guard }}.method(..)` to consume it"
)]
pub trait Unguarded {}
impl Unguarded for Consumed {}

/// Lets through what is no guard.
#[inline]
pub const fn unguarded<A: Unguarded>(_: &A) {}

/// First level: nothing to drop.
pub trait GuardingNothing {
    /// Answers.
    fn coro_guarding(&self) -> Consumed;
}
impl<T: NoDrop<C>, C> GuardingNothing for &&&Guarding<T, C> {
    fn coro_guarding(&self) -> Consumed {
        Consumed
    }
}

/// Second level: pointers that consume what they own.
pub trait GuardingOwner {
    /// Answers.
    fn coro_guarding(&self) -> Consumed;
}
impl<P, C> GuardingOwner for &&Guarding<Pin<P>, C> {
    fn coro_guarding(&self) -> Consumed {
        Consumed
    }
}
#[cfg(feature = "alloc")]
impl<T: ?Sized, C> GuardingOwner for &&Guarding<alloc::boxed::Box<T>, C> {
    fn coro_guarding(&self) -> Consumed {
        Consumed
    }
}

/// Third level: whatever else points.
pub trait GuardingPointer {
    /// Answers.
    fn coro_guarding(&self) -> Guard;
}
impl<T: Deref, C> GuardingPointer for &Guarding<T, C> {
    fn coro_guarding(&self) -> Guard {
        Guard
    }
}

/// Last level: all others.
pub trait GuardingOther {
    /// Answers.
    fn coro_guarding(&self) -> Consumed;
}
impl<T, C> GuardingOther for Guarding<T, C> {
    fn coro_guarding(&self) -> Consumed {
        Consumed
    }
}

/// An argument that has no type of its own.
#[derive(Clone, Copy, Debug)]
pub struct Hole;

/// Stands for an argument.
pub fn hole<T>() -> T {
    crate::private::never()
}

/// Lookup cannot be asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unknown;

/// What lookup has found.
pub trait Found {
    /// A method that borrows, as far as can be seen.
    const BORROWS: bool;
}
impl Found for Moved {
    const BORROWS: bool = false;
}
impl Found for Stays {
    const BORROWS: bool = true;
}
impl Found for Unknown {
    const BORROWS: bool = true;
}

/// Lets through what the method consumes, and what has nothing to drop.
///
/// ```compile_fail,E0080
/// use coro_core::__private::{Stays, consumed};
/// consumed(&String::new(), Stays);
/// ```
#[inline]
pub fn consumed<T, A: Found>(value: &T, found: A) {
    consumed_or_pointed_to(value, Consumed, found);
}

/// The same, and what lives on behind a pointer.
///
/// ```
/// use coro_core::__private::{Guard, Stays, consumed_or_pointed_to};
/// consumed_or_pointed_to(&String::new(), Guard, Stays);
/// ```
#[inline]
pub fn consumed_or_pointed_to<T, P: Points, A: Found>(_: &T, _: P, _: A) {
    const {
        assert!(
            P::LIVES || !(A::BORROWS && core::mem::needs_drop::<T>()),
            "a method has the name of one that consumes, and may borrow: what it is called on would be dropped at the next yield; write `Type::method(&value, ..)`, or `{{ value }}.method(..)` if it does consume"
        );
    }
}
