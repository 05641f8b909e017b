//! What takes its receiver by value, as far as types say it without lookup: iterators, what is ordered, and what points
//! to a copy.
//!
//! ```text
//! it.last()       is it an iterator: `iterator(&it)`
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
