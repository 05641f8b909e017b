//! A part moved out of a local that a state holds as a whole.
//!
//! `for x in self.items { co_yield!(x) }` moves one field; what is left of `self` has to stay
//! until its scope ends, and a macro cannot name the other fields. So the field is taken and an
//! empty value of its type is left in its place, where the type has one that costs nothing and
//! whose drop does nothing. A `Copy` field is copied. Other types are refused.

use core::marker::PhantomData;
use core::{array, cell, mem};

use crate::private::never;
use crate::probe::{Cut, cut};

#[cfg(feature = "alloc")]
use alloc::{borrow::Cow, boxed::Box, collections, rc, string::String, vec, vec::Vec};

/// Types with an empty value that is free to make and to drop.
#[diagnostic::on_unimplemented(
    message = "this field cannot be moved out of a value that is held across a yield",
    label = "the rest of the value has to be dropped at the end of its scope",
    note = "name all its parts where it is taken apart, as in `let Self {{ field, rest: _rest }} = self;`, or write `#[coro::coroutine(pinned)]`, whose frame holds the rest"
)]
pub trait Hollow {
    /// The empty value.
    fn hollow() -> Self;
}

macro_rules! hollow {
    ($([$($generics:tt)*] $ty:ty = $empty:expr;)*) => {$(
        impl<$($generics)*> Hollow for $ty {
            fn hollow() -> Self {
                $empty
            }
        }
    )*};
}

hollow! {
    [T] Option<T> = None;
    [T: Hollow, E] Result<T, E> = Ok(T::hollow());
    [T: Hollow] cell::RefCell<T> = Self::new(T::hollow());
    [T: Hollow, const N: usize] [T; N] = array::from_fn(|_| T::hollow());
}

#[cfg(feature = "alloc")]
hollow! {
    [] String = String::new();
    [T] rc::Weak<T> = Self::new();
    [T] Vec<T> = Vec::new();
    [T] vec::IntoIter<T> = Vec::new().into_iter();
    [T] Box<[T]> = Box::default();
    [] Box<str> = Box::default();
    [] Cow<'_, str> = Cow::Borrowed("");
    [T: Clone] Cow<'_, [T]> = Cow::Borrowed(&[]);
    [T] collections::VecDeque<T> = Self::new();
    [T] collections::LinkedList<T> = Self::new();
    [T: Ord] collections::BinaryHeap<T> = Self::new();
    [K, V] collections::BTreeMap<K, V> = Self::new();
    [T] collections::BTreeSet<T> = Self::new();
}

#[cfg(feature = "std")]
hollow! {
    [K, V, S: Default] std::collections::HashMap<K, V, S> = Self::default();
    [T, S: Default] std::collections::HashSet<T, S> = Self::default();
    [] std::path::PathBuf = Self::new();
    [] std::ffi::OsString = Self::new();
}

/// The type of a part.
pub struct Part<T>(PhantomData<fn() -> T>);

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Part<T> {}

impl<T> core::fmt::Debug for Part<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Part")
    }
}

/// Asks for the type of a part.
#[inline]
pub const fn part<T>(_: &T) -> Part<T> {
    Part(PhantomData)
}

/// How a part is taken, by its type, which is asked where no code runs (see `probe`).
#[doc(hidden)]
#[macro_export]
macro_rules! __coro_part {
    ($part:expr) => {
        $crate::__private::taken!((&&$crate::__private::part(&$part)).coro_part())
    };
}

/// Copies a part.
#[derive(Clone, Copy, Debug, Default)]
pub struct TakeCopy;
/// Leaves an empty value in place of a part.
#[derive(Clone, Copy, Debug, Default)]
pub struct TakeHollow;

/// What may be mentioned again.
#[diagnostic::on_unimplemented(
    message = "this part is moved out of its value, and mentioned again after that",
    label = "moved out here",
    note = "only a copy can be mentioned again: clone it, or assign it anew before that"
)]
pub trait Again {}
impl Again for TakeCopy {}

/// Lets through what may be mentioned again.
#[inline]
pub const fn again<P: Again + Copy>(_: P) {}

/// Ends what is moved only for rustc to see. Control does not come here.
#[cold]
pub fn moved<T>(_: T) -> ! {
    match never::<core::convert::Infallible>() {}
}

impl TakeCopy {
    /// Yes.
    #[inline]
    #[must_use]
    pub const fn copies(self) -> bool {
        true
    }

    /// The part; the whole keeps it too.
    #[inline]
    pub const fn copy<T: Copy>(self, part: &T) -> T {
        *part
    }

    /// Control does not come here: the whole need not be `mut`.
    #[cold]
    pub fn takes(self) -> Cut {
        cut()
    }

    /// Nor here.
    #[cold]
    pub fn take<T>(self, _: &mut T) -> T {
        never()
    }
}

impl TakeHollow {
    /// No.
    #[inline]
    #[must_use]
    pub const fn copies(self) -> bool {
        false
    }

    /// Control does not come here.
    #[cold]
    pub fn copy<T>(self, _: &T) -> T {
        never()
    }

    /// It does.
    #[inline]
    pub const fn takes(self) {}

    /// The part; the whole keeps an empty value.
    #[inline]
    pub fn take<T: Hollow>(self, part: &mut T) -> T {
        mem::replace(part, T::hollow())
    }
}

/// First level: `Copy` types.
pub trait PartCopy {
    /// How the part is taken.
    fn coro_part(&self) -> TakeCopy;
}
impl<T: Copy> PartCopy for &Part<T> {
    #[inline]
    fn coro_part(&self) -> TakeCopy {
        TakeCopy
    }
}

/// Second level: all others.
pub trait PartHollow {
    /// How the part is taken.
    fn coro_part(&self) -> TakeHollow;
}
impl<T> PartHollow for Part<T> {
    #[inline]
    fn coro_part(&self) -> TakeHollow {
        TakeHollow
    }
}
