//! The types that have nothing to drop although they are not `Copy`: borrows, the borrowing iterators and
//! views of core, alloc and std, adapters of such, and what is made of them. The list is read by `probe`; a
//! type that is missing here is kept to the end of its scope, which is never wrong, only sometimes a borrow
//! that lasts too long. What has a destructor with an effect (guards, `cell::Ref`, `Drain`) must not be here.
//! Plain values are listed for the sake of what contains them; an adapter's closure must be `Copy`, since one
//! that is not may own something.

use core::cell::{Cell, OnceCell, RefCell};
use core::convert::Infallible;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ops::{self, Bound, ControlFlow};
use core::{array, char, cmp, iter, num, option, pin, result, slice, str, task, time};

/// Dropping it does nothing.
pub trait NoDrop {}

macro_rules! no_drop {
    ($([$($generics:tt)*] $type:ty;)*) => { $(impl<$($generics)*> NoDrop for $type {})* };
}

// Plain values and references.
no_drop! {
    [] bool; [] char; [] Infallible; [] cmp::Ordering; [] time::Duration;
    [] u8; [] u16; [] u32; [] u64; [] u128; [] usize;
    [] i8; [] i16; [] i32; [] i64; [] i128; [] isize;
    [] f32; [] f64;
    [T: ?Sized] &T; [T: ?Sized] &mut T; [T: ?Sized] *const T; [T: ?Sized] *mut T;
    [T: ?Sized] PhantomData<T>; [T: ?Sized] ManuallyDrop<T>; [T] MaybeUninit<T>;
}

// Made of such.
no_drop! {
    [T: NoDrop] Option<T>; [T: NoDrop, E: NoDrop] Result<T, E>; [T: NoDrop] task::Poll<T>;
    [B: NoDrop, C: NoDrop] ControlFlow<B, C>; [P: NoDrop] pin::Pin<P>; [T: NoDrop] cmp::Reverse<T>;
    [T: NoDrop] num::Wrapping<T>; [T: NoDrop] num::Saturating<T>;
    [T: NoDrop] Cell<T>; [T: NoDrop] OnceCell<T>; [T: NoDrop] RefCell<T>;
    [] ops::RangeFull; [T: NoDrop] ops::Range<T>; [T: NoDrop] ops::RangeInclusive<T>;
    [T: NoDrop] ops::RangeFrom<T>; [T: NoDrop] ops::RangeTo<T>; [T: NoDrop] ops::RangeToInclusive<T>;
    [T: NoDrop] Bound<T>;
    [T: NoDrop, const N: usize] [T; N]; [T: NoDrop, const N: usize] array::IntoIter<T, N>;
    [] ();
    [A: NoDrop] (A,); [A: NoDrop, B: NoDrop] (A, B); [A: NoDrop, B: NoDrop, C: NoDrop] (A, B, C);
    [A: NoDrop, B: NoDrop, C: NoDrop, D: NoDrop] (A, B, C, D);
    [A: NoDrop, B: NoDrop, C: NoDrop, D: NoDrop, E: NoDrop] (A, B, C, D, E);
    [A: NoDrop, B: NoDrop, C: NoDrop, D: NoDrop, E: NoDrop, F: NoDrop] (A, B, C, D, E, F);
}

// Borrowing iterators of core.
no_drop! {
    [T] slice::Iter<'_, T>; [T] slice::IterMut<'_, T>; [T] slice::Windows<'_, T>;
    [T] slice::Chunks<'_, T>; [T] slice::ChunksMut<'_, T>; [T] slice::RChunks<'_, T>;
    [T] slice::RChunksMut<'_, T>; [T] slice::ChunksExact<'_, T>; [T] slice::ChunksExactMut<'_, T>;
    [T] slice::RChunksExact<'_, T>; [T] slice::RChunksExactMut<'_, T>;
    [T, P: FnMut(&T) -> bool + Copy] slice::Split<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Copy] slice::SplitMut<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Copy] slice::SplitInclusive<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Copy] slice::SplitN<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Copy] slice::RSplit<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Copy] slice::RSplitN<'_, T, P>;
    [T, P: Copy] slice::ChunkBy<'_, T, P>; [T, P: Copy] slice::ChunkByMut<'_, T, P>;
    [] slice::EscapeAscii<'_>;
    [T] option::Iter<'_, T>; [T] option::IterMut<'_, T>; [T: NoDrop] option::IntoIter<T>;
    [T] result::Iter<'_, T>; [T] result::IterMut<'_, T>; [T: NoDrop] result::IntoIter<T>;
    [] str::Chars<'_>; [] str::CharIndices<'_>; [] str::Bytes<'_>; [] str::Lines<'_>;
    [] str::SplitWhitespace<'_>; [] str::SplitAsciiWhitespace<'_>; [] str::EncodeUtf16<'_>;
    [] str::EscapeDebug<'_>; [] str::EscapeDefault<'_>; [] str::EscapeUnicode<'_>;
    [] str::Utf8Chunks<'_>;
    [] char::ToLowercase; [] char::ToUppercase; [] char::EscapeDebug; [] char::EscapeDefault;
    [] char::EscapeUnicode;
}

/// The iterators that search a string for a pattern. The trait of patterns cannot be named, its usual
/// implementors can.
macro_rules! searching {
    ($($iterator:ident)*) => { $(no_drop! {
        [] str::$iterator<'_, char>; [] str::$iterator<'_, &str>; [] str::$iterator<'_, &&str>;
        [] str::$iterator<'_, &[char]>; [const N: usize] str::$iterator<'_, [char; N]>;
        [const N: usize] str::$iterator<'_, &[char; N]>;
        [F: FnMut(char) -> bool + Copy] str::$iterator<'_, F>;
    }
    #[cfg(feature = "alloc")]
    no_drop! { [] str::$iterator<'_, &alloc::string::String>; }
    )* };
}
searching! {
    Split RSplit SplitInclusive SplitTerminator RSplitTerminator SplitN RSplitN
    Matches RMatches MatchIndices RMatchIndices
}

// Adapters and sources.
no_drop! {
    [I: NoDrop] iter::Enumerate<I>; [I: NoDrop] iter::Rev<I>; [I: NoDrop] iter::Take<I>;
    [I: NoDrop] iter::Skip<I>; [I: NoDrop] iter::StepBy<I>; [I: NoDrop] iter::Fuse<I>;
    [I: NoDrop] iter::Cloned<I>; [I: NoDrop] iter::Copied<I>; [I: NoDrop] iter::Cycle<I>;
    [I: NoDrop, J: NoDrop] iter::Zip<I, J>; [I: NoDrop, J: NoDrop] iter::Chain<I, J>;
    [I: NoDrop + Iterator<Item: NoDrop>] iter::Peekable<I>;
    [I: NoDrop, F: Copy] iter::Map<I, F>; [I: NoDrop, F: Copy] iter::Filter<I, F>;
    [I: NoDrop, F: Copy] iter::FilterMap<I, F>; [I: NoDrop, F: Copy] iter::Inspect<I, F>;
    [I: NoDrop, F: Copy] iter::SkipWhile<I, F>; [I: NoDrop, F: Copy] iter::TakeWhile<I, F>;
    [I: NoDrop, F: Copy] iter::MapWhile<I, F>; [I: NoDrop, S: NoDrop, F: Copy] iter::Scan<I, S, F>;
    [I: NoDrop, U: IntoIterator<IntoIter: NoDrop>, F: Copy] iter::FlatMap<I, U, F>;
    [I: NoDrop + Iterator<Item: IntoIterator<IntoIter = U, Item = U::Item>>, U: NoDrop + Iterator]
        iter::Flatten<I>;
    [T] iter::Empty<T>; [T: NoDrop] iter::Once<T>; [T: NoDrop] iter::Repeat<T>;
    [T: NoDrop] iter::RepeatN<T>; [F: Copy] iter::FromFn<F>; [F: Copy] iter::RepeatWith<F>;
    [F: Copy] iter::OnceWith<F>; [T: NoDrop, F: Copy] iter::Successors<T, F>;
}

#[cfg(feature = "alloc")]
mod of_alloc {
    use super::NoDrop;
    use alloc::collections::{binary_heap, btree_map, btree_set, linked_list, vec_deque};

    no_drop! {
        [K, V] btree_map::Iter<'_, K, V>; [K, V] btree_map::IterMut<'_, K, V>;
        [K, V] btree_map::Keys<'_, K, V>; [K, V] btree_map::Values<'_, K, V>;
        [K, V] btree_map::ValuesMut<'_, K, V>; [K, V] btree_map::Range<'_, K, V>;
        [K, V] btree_map::RangeMut<'_, K, V>;
        [T] btree_set::Iter<'_, T>; [T] btree_set::Range<'_, T>; [T] btree_set::Union<'_, T>;
        [T] btree_set::SymmetricDifference<'_, T>;
        [T] vec_deque::Iter<'_, T>; [T] vec_deque::IterMut<'_, T>;
        [T] linked_list::Iter<'_, T>; [T] linked_list::IterMut<'_, T>;
        [T] binary_heap::Iter<'_, T>;
    }
}

#[cfg(feature = "std")]
mod of_std {
    use super::NoDrop;
    use std::collections::{hash_map, hash_set};
    use std::path;

    no_drop! {
        [K, V] hash_map::Iter<'_, K, V>; [K, V] hash_map::IterMut<'_, K, V>;
        [K, V] hash_map::Keys<'_, K, V>; [K, V] hash_map::Values<'_, K, V>;
        [K, V] hash_map::ValuesMut<'_, K, V>;
        [T] hash_set::Iter<'_, T>; [T, S] hash_set::Union<'_, T, S>;
        [T, S] hash_set::Intersection<'_, T, S>; [T, S] hash_set::Difference<'_, T, S>;
        [T, S] hash_set::SymmetricDifference<'_, T, S>;
        [] path::Iter<'_>; [] path::Components<'_>; [] path::Ancestors<'_>;
    }
}
