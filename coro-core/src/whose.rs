//! Whose a method is that consumes by its name: one of the standard library's, or whatever lookup finds.
//!
//! An iterator and a reader are consumed by methods that a borrow of them has, too, so lookup (`question`) would find these by any receiver.

use core::marker::PhantomData;

use crate::question::Moved;

/// The question whose a method is that consumes by its name.
pub struct Whose<T>(PhantomData<fn() -> T>);

impl<T> core::fmt::Debug for Whose<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Whose")
    }
}

/// Asks whose method it is.
pub const fn whose<T>(_: &T) -> Whose<T> {
    Whose(PhantomData)
}

/// One of the standard library that consumes: an iterator's, of which a borrow is one, too, and has the same method; an option's, a result's.
#[derive(Clone, Copy, Debug, Default)]
pub struct OfStandard;
/// Lookup says.
#[derive(Clone, Copy, Debug, Default)]
pub struct OfOther;

impl OfStandard {
    /// Whatever lookup finds.
    #[must_use]
    pub fn or<A>(self, _: A) -> Moved {
        Moved
    }
}

impl OfOther {
    /// What lookup finds.
    pub fn or<A>(self, found: A) -> A {
        found
    }
}

/// First level: iterators.
pub trait WhoseIterator {
    /// Answers.
    fn coro_whose(&self) -> OfStandard;
}
impl<T: Iterator> WhoseIterator for &&&Whose<T> {
    fn coro_whose(&self) -> OfStandard {
        OfStandard
    }
}

/// Second level: readers, of which a borrow is one, too.
pub trait WhoseReader {
    /// Answers.
    fn coro_whose(&self) -> OfStandard;
}
#[cfg(feature = "std")]
impl<T: std::io::Read> WhoseReader for &&Whose<T> {
    fn coro_whose(&self) -> OfStandard {
        OfStandard
    }
}

/// Third level: what else of the standard library has such methods.
pub trait WhoseStandard {
    /// Answers.
    fn coro_whose(&self) -> OfStandard;
}
macro_rules! of_standard {
    ($([$($generics:tt)*] $type:ty;)*) => {$(
        impl<$($generics)*> WhoseStandard for &Whose<$type> {
            fn coro_whose(&self) -> OfStandard {
                OfStandard
            }
        }
    )*};
}
of_standard! {
    [T] Option<T>; [T, E] Result<T, E>; [T, const N: usize] [T; N];
    [T] core::task::Poll<T>; [T] core::ops::Bound<T>;
}
// A box is moved out of.
#[cfg(feature = "alloc")]
of_standard! {
    [T] alloc::boxed::Box<Option<T>>; [T, E] alloc::boxed::Box<Result<T, E>>;
    [T] alloc::boxed::Box<alloc::vec::Vec<T>>;
}

/// Last level: all others.
pub trait WhoseOther {
    /// Answers.
    fn coro_whose(&self) -> OfOther;
}
impl<T> WhoseOther for Whose<T> {
    fn coro_whose(&self) -> OfOther {
        OfOther
    }
}
