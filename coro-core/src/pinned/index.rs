//! A yield in the index of an element of a nested array. Between the two indices rustc keeps the first in a temporary, and (up to 1.95 at least)
//! not across an await: what is then read is not what was meant. So such an index is refused, where the types show one.
//!
//! ```text
//! grid[i][{ flat(&taken!((&&nested(&grid)).coro_nested())); co_yield!(1) }]
//! ```

use alloc::boxed::Box;
use core::fmt::{self, Debug};
use core::marker::PhantomData;

/// The question whether the elements of a `T` are arrays, both indexed by the language.
pub struct Nested<T: ?Sized>(PhantomData<fn() -> *mut T>);

/// Asks whether the elements of an array are arrays.
#[inline]
pub const fn nested<T: ?Sized>(_: &T) -> Nested<T> {
    Nested(PhantomData)
}

/// The answer: they are.
#[derive(Debug, Default, Clone, Copy)]
pub struct Arrays;

/// The answer: they are not.
#[derive(Debug, Default, Clone, Copy)]
pub struct Others;

/// What may be indexed by what a yield evaluates to.
#[diagnostic::on_unimplemented(
    message = "a yield in the index of an element of a nested array: rustc does not keep the index before it across the suspension",
    label = "what is read would not be what is meant",
    note = "bind the index first, as in `let column = co_yield!(..); grid[row][column]`"
)]
pub trait Flat {}
#[diagnostic::do_not_recommend]
impl Flat for Others {}

/// Lets through what is not nested.
#[inline]
pub const fn flat<A: Flat>(_: &A) {}

/// First level: arrays, slices and what points to them.
pub trait NestedArrays {
    /// Answers.
    fn coro_nested(&self) -> Arrays;
}

macro_rules! arrays {
    ($($pointer:ty),*) => {$(
        impl<T, const M: usize> NestedArrays for &Nested<$pointer> {
            fn coro_nested(&self) -> Arrays {
                Arrays
            }
        }
    )*};
}
arrays!([[T; M]], &[[T; M]], &mut [[T; M]], Box<[[T; M]]>);

macro_rules! sized {
    ($($pointer:ty),*) => {$(
        impl<T, const M: usize, const N: usize> NestedArrays for &Nested<$pointer> {
            fn coro_nested(&self) -> Arrays {
                Arrays
            }
        }
    )*};
}
sized!(
    [[T; M]; N],
    &[[T; M]; N],
    &mut [[T; M]; N],
    Box<[[T; M]; N]>
);

/// Last level: all others.
pub trait NestedOthers {
    /// Answers.
    fn coro_nested(&self) -> Others;
}
impl<T: ?Sized> NestedOthers for Nested<T> {
    fn coro_nested(&self) -> Others {
        Others
    }
}

impl<T: ?Sized> Debug for Nested<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nested")
    }
}
