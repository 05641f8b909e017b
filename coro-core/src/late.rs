//! Answers that are found late.
//!
//! Method lookup, by which the types are asked (see `probe`), takes the type of a local as it is known where the question stands, and rustc may learn it
//! only from an arm behind. So the question stands behind that, and where its answer is wanted it is taken on trust:
//!
//! ```text
//! let (ty, promise) = (typed(), Promised::default());
//! loop { match at {
//!     .. => { let fate = taken!({ says(&ty, &last); later(&promise) }); let last = if fate.forgets() { .. } .. }
//!     Finished => { late! {{ let mut last = ty.value(); answered(&promise, fate!(last)); }} .. }
//! } }
//! ```
//!
//! What a promised answer is good for depends on its type, which is known in the end.

use core::fmt::{self, Debug};
use core::marker::PhantomData;

use crate::private::never;
use crate::probe::{Cut, Forget, Gone, Keep};
use crate::question::{Moved, Stays};

/// An answer of a type that is found later.
pub struct Promised<A>(PhantomData<fn() -> A>);

impl<A> Debug for Promised<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Promised")
    }
}

impl<A> Clone for Promised<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for Promised<A> {}

impl<A> Default for Promised<A> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

/// Takes it on trust.
pub fn later<A>(_: &Promised<A>) -> Promised<A> {
    never()
}

/// The same, where only its type counts.
pub fn promised<A>(_: &Promised<A>) -> A {
    never()
}

/// Keeps the promise.
pub fn answered<A>(_: &Promised<A>, _: A) {}

/// Code that is typed behind all arms, and never runs.
#[doc(hidden)]
#[macro_export]
macro_rules! __coro_late {
    ($($asked:tt)*) => {
        #[allow(
            unreachable_code,
            unused_variables,
            unused_mut,
            deprecated,
            clippy::diverging_sub_expression
        )]
        if false {
            $crate::__private::cut();
            $($asked)*
        }
    };
}

/// What becomes of a local.
pub trait Fate {
    /// Nothing, where it is held; otherwise control does not come back.
    type Holds;
    /// Whether it is forgotten.
    const FORGETS: bool;
    /// It is mentioned.
    fn holds() -> Self::Holds;
}

/// What is kept of a `T`.
pub trait Keeps<T>: Fate {
    /// What a state keeps.
    type Kept;
    /// It.
    fn keep(local: T) -> Self::Kept;
}

/// What is left of what is forgotten.
pub trait Leaves<K>: Fate {
    /// It. Control does not come here where the local is held.
    fn nothing() -> K;
}

/// Whether something was taken.
pub trait Answer {
    /// Nothing, where it stays; otherwise control does not come back.
    type Stays;
    /// Whether it was.
    const MOVES: bool;
    /// It is mentioned.
    fn stays() -> Self::Stays;
}

impl<A: Fate> Promised<A> {
    /// Whether the local is forgotten.
    #[inline]
    #[must_use]
    pub const fn forgets(self) -> bool {
        A::FORGETS
    }

    /// What is left of what is forgotten.
    #[inline]
    #[must_use]
    pub fn nothing<K>(self) -> K
    where
        A: Leaves<K>,
    {
        A::nothing()
    }

    /// Control goes on where the local is held.
    #[inline]
    pub fn holds(self) -> A::Holds {
        A::holds()
    }

    /// What is kept of it.
    #[inline]
    pub fn keep<T>(self, local: T) -> A::Kept
    where
        A: Keeps<T>,
    {
        A::keep(local)
    }
}

impl<A: Answer> Promised<A> {
    /// Whether it was taken.
    #[inline]
    #[must_use]
    pub const fn moves(self) -> bool {
        A::MOVES
    }

    /// Control goes on where it stays.
    #[inline]
    pub fn stays(self) -> A::Stays {
        A::stays()
    }
}

impl Fate for Forget {
    type Holds = Cut;
    const FORGETS: bool = true;

    fn holds() -> Cut {
        Self.holds()
    }
}

impl<T> Keeps<T> for Forget {
    type Kept = Gone;

    #[inline]
    fn keep(_: T) -> Gone {
        Gone
    }
}

impl Leaves<Gone> for Forget {
    #[inline]
    fn nothing() -> Gone {
        Gone
    }
}

impl Fate for Keep {
    type Holds = ();
    const FORGETS: bool = false;

    #[inline]
    fn holds() {}
}

impl<T> Keeps<T> for Keep {
    type Kept = T;

    #[inline]
    fn keep(local: T) -> T {
        local
    }
}

impl<T> Leaves<T> for Keep {
    fn nothing() -> T {
        Self.nothing()
    }
}

impl Answer for Stays {
    type Stays = ();
    const MOVES: bool = false;

    #[inline]
    fn stays() {}
}

impl Answer for Moved {
    type Stays = Cut;
    const MOVES: bool = true;

    fn stays() -> Cut {
        Self.stays()
    }
}
