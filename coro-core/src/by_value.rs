//! What takes its receiver by value, as far as types say it without lookup: iterators, what is ordered, and what points
//! to a copy.
//!
//! ```text
//! it.last()       is it an iterator: `iterator(&it)`
//! it.take(3)      is it an iterator, or a reader: `reader(&it)`
//! a.or(Some(1))   is it an option, or a result: `optional(&a)`
//! a.max(b)        is it ordered: `ranked(&a)`
//! guard.scale(2)  is what it points to a copy, which the method takes: `copies(&guard)`
//! ```

use core::fmt::{self, Debug};
use core::marker::PhantomData;
use core::ops::Deref;

use crate::guard::{OfOther, OfStandard};
use crate::question::{Moved, Stays};

/// The question whether a `T` iterates.
pub struct Iterates<T>(PhantomData<fn() -> T>);

/// Asks whether a local iterates.
#[inline]
pub const fn iterator<T>(_: &T) -> Iterates<T> {
    Iterates(PhantomData)
}

/// First level: it does.
pub trait IteratorItself {
    /// Answers.
    fn coro_iterator(&self) -> OfStandard;
}
impl<T: Iterator> IteratorItself for &Iterates<T> {
    #[inline]
    fn coro_iterator(&self) -> OfStandard {
        OfStandard
    }
}

/// Last level: all others.
pub trait IteratorOther {
    /// Answers.
    fn coro_iterator(&self) -> OfOther;
}
impl<T> IteratorOther for Iterates<T> {
    #[inline]
    fn coro_iterator(&self) -> OfOther {
        OfOther
    }
}

/// The question whether a `T` is read from.
pub struct Reads<T>(PhantomData<fn() -> T>);

/// Asks whether a local is read from.
#[inline]
pub const fn reader<T>(_: &T) -> Reads<T> {
    Reads(PhantomData)
}

/// First level: it is.
pub trait ReaderItself {
    /// Answers.
    fn coro_reader(&self) -> OfStandard;
}
#[cfg(feature = "std")]
impl<T: std::io::Read> ReaderItself for &Reads<T> {
    #[inline]
    fn coro_reader(&self) -> OfStandard {
        OfStandard
    }
}

/// Last level: all others.
pub trait ReaderOther {
    /// Answers.
    fn coro_reader(&self) -> OfOther;
}
impl<T> ReaderOther for Reads<T> {
    #[inline]
    fn coro_reader(&self) -> OfOther {
        OfOther
    }
}

/// The question whether a `T` is an option or a result.
pub struct Chooses<T>(PhantomData<fn() -> T>);

/// Asks whether a local is an option or a result.
#[inline]
pub const fn optional<T>(_: &T) -> Chooses<T> {
    Chooses(PhantomData)
}

/// First level: it is.
pub trait OptionalItself {
    /// Answers.
    fn coro_optional(&self) -> OfStandard;
}
impl<T> OptionalItself for &Chooses<Option<T>> {
    #[inline]
    fn coro_optional(&self) -> OfStandard {
        OfStandard
    }
}
impl<T, E> OptionalItself for &Chooses<Result<T, E>> {
    #[inline]
    fn coro_optional(&self) -> OfStandard {
        OfStandard
    }
}

/// Last level: all others.
pub trait OptionalOther {
    /// Answers.
    fn coro_optional(&self) -> OfOther;
}
impl<T> OptionalOther for Chooses<T> {
    #[inline]
    fn coro_optional(&self) -> OfOther {
        OfOther
    }
}

/// The question whether a `T` is ordered.
pub struct Ranked<T>(PhantomData<fn() -> T>);

/// Asks whether a local is ordered.
#[inline]
pub const fn ranked<T>(_: &T) -> Ranked<T> {
    Ranked(PhantomData)
}

/// First level: it is.
pub trait RankedItself {
    /// Answers.
    fn coro_ranked(&self) -> OfStandard;
}
impl<T: Ord> RankedItself for &Ranked<T> {
    #[inline]
    fn coro_ranked(&self) -> OfStandard {
        OfStandard
    }
}

/// Last level: all others.
pub trait RankedOther {
    /// Answers.
    fn coro_ranked(&self) -> OfOther;
}
impl<T> RankedOther for Ranked<T> {
    #[inline]
    fn coro_ranked(&self) -> OfOther {
        OfOther
    }
}

/// The question whether a `T` points to a copy.
pub struct Copies<T: ?Sized>(PhantomData<fn() -> *mut T>);

/// Asks whether a local points to a copy.
#[inline]
pub const fn copies<T: ?Sized>(_: &T) -> Copies<T> {
    Copies(PhantomData)
}

/// First level: it does.
pub trait CopiesTarget {
    /// Answers.
    fn coro_copies(&self) -> Stays;
}
impl<T: Deref<Target: Copy> + ?Sized> CopiesTarget for &Copies<T> {
    #[inline]
    fn coro_copies(&self) -> Stays {
        Stays
    }
}

/// Last level: all others.
pub trait CopiesNothing {
    /// Answers.
    fn coro_copies(&self) -> Moved;
}
impl<T: ?Sized> CopiesNothing for Copies<T> {
    #[inline]
    fn coro_copies(&self) -> Moved {
        Moved
    }
}

impl<T> Debug for Iterates<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Iterates")
    }
}

impl<T> Debug for Reads<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reads")
    }
}

impl<T> Debug for Chooses<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chooses")
    }
}

impl<T> Debug for Ranked<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ranked")
    }
}

impl<T: ?Sized> Debug for Copies<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Copies")
    }
}
