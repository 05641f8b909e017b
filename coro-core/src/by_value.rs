//! What takes its receiver by value, as far as types say it without lookup: iterators, what is ordered, and what points
//! to a copy.
//!
//! ```text
//! it.last()       is it an iterator: `iterator(&it)`
//! it.into_iter()  is it iterated over itself, or is the method one of its own: `iterating(&it)`
//! it.take(3)      is it an iterator, or a reader: `reader(&it)`
//! a.or(Some(1))   is it an option, or a result: `optional(&a)`
//! a.max(b)        is it ordered: `ranked(&a)`
//! guard.scale(2)  is what it points to a copy, which the method takes: `copies(&guard)`
//! ```

use core::fmt::{self, Debug};
use core::marker::PhantomData;
use core::ops::Deref;

use crate::question::{Moved, Stays};
use crate::whose::{OfOther, OfStandard};

/// A question of two levels: what the standard library's method consumes, and all others.
macro_rules! question {
    ($asked:ident $ask:ident $answer:ident $itself:ident $other:ident: $what:literal) => {
        #[doc = concat!("The question whether a `T` is ", $what, ".")]
        pub struct $asked<T>(PhantomData<fn() -> T>);

        impl<T> Debug for $asked<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($asked))
            }
        }

        #[doc = concat!("Asks whether a local is ", $what, ".")]
        #[inline]
        pub const fn $ask<T>(_: &T) -> $asked<T> {
            $asked(PhantomData)
        }

        /// First level: it is.
        pub trait $itself {
            /// Answers.
            fn $answer(&self) -> OfStandard;
        }

        /// Last level: all others.
        pub trait $other {
            /// Answers.
            fn $answer(&self) -> OfOther;
        }
        impl<T> $other for $asked<T> {
            #[inline]
            fn $answer(&self) -> OfOther {
                OfOther
            }
        }
    };
}

/// The types of which it is so.
macro_rules! answered {
    ($asked:ident $answer:ident $itself:ident: $([$($generics:tt)*] $type:ty;)*) => {$(
        impl<$($generics)*> $itself for &$asked<$type> {
            #[inline]
            fn $answer(&self) -> OfStandard {
                OfStandard
            }
        }
    )*};
}

question!(Iterates iterator coro_iterator IteratorItself IteratorOther: "an iterator");
answered!(Iterates coro_iterator IteratorItself: [T: Iterator] T;);

question!(Reads reader coro_reader ReaderItself ReaderOther: "read from");
#[cfg(feature = "std")]
answered!(Reads coro_reader ReaderItself: [T: std::io::Read] T;);

question!(Chooses optional coro_optional OptionalItself OptionalOther: "an option or a result");
answered!(Chooses coro_optional OptionalItself: [T] Option<T>; [T, E] Result<T, E>;);

question!(Ranked ranked coro_ranked RankedItself RankedOther: "ordered");
answered!(Ranked coro_ranked RankedItself: [T: Ord] T;);

question!(Iterating iterating coro_iterating IteratingItself IteratingOther: "iterated over itself");
answered!(Iterating coro_iterating IteratingItself: [T: IntoIterator] T;);

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

impl<T: ?Sized> Debug for Copies<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Copies")
    }
}
