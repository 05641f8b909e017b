//! The types that have nothing to drop although they are not `Copy`: borrows, the borrowing iterators and
//! views of core, alloc and std, adapters of such, and what is made of them. The list is read by `probe`; a
//! type that is missing here is kept to the end of its scope, which is never wrong, only sometimes a borrow
//! that lasts too long. What has a destructor with an effect (guards, `cell::Ref`, `Drain`) must not be here.
//! Plain values are listed for the sake of what contains them; an adapter's closure must be `Copy`, since one
//! that is not may own something. Of a closure in the same body rustc does not know yet whether it is, and would take any for one; there
//! its text says whether it may own.

use core::cell::{Cell, OnceCell, RefCell};
use core::convert::Infallible;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ops::{self, Bound, ControlFlow};
use core::{array, char, cmp, iter, num, option, pin, result, slice, str, task, time};

/// Dropping it does nothing, if what closures of the same body hold is as `H` says.
pub trait NoDrop<H = Foreign> {}

/// There are no such closures.
#[derive(Debug)]
pub struct Foreign;
/// They hold references and copies: what is called more than once, and is written without `move`, has taken nothing out of its surroundings.
#[derive(Debug)]
pub struct Borrowing;
/// They may own.
#[derive(Debug)]
pub struct Owning;

/// A closure that owns nothing.
pub trait Harmless<H> {}
impl<F: Copy> Harmless<Foreign> for F {}
impl<F> Harmless<Borrowing> for F {}

macro_rules! no_drop {
    ($([$($generics:tt)*] $type:ty;)*) => { $(impl<H, $($generics)*> NoDrop<H> for $type {})* };
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
    [T: NoDrop<H>] Option<T>; [T: NoDrop<H>, E: NoDrop<H>] Result<T, E>; [T: NoDrop<H>] task::Poll<T>;
    [B: NoDrop<H>, C: NoDrop<H>] ControlFlow<B, C>; [P: NoDrop<H>] pin::Pin<P>; [T: NoDrop<H>] cmp::Reverse<T>;
    [T: NoDrop<H>] num::Wrapping<T>; [T: NoDrop<H>] num::Saturating<T>;
    [T: NoDrop<H>] Cell<T>; [T: NoDrop<H>] OnceCell<T>; [T: NoDrop<H>] RefCell<T>;
    [] ops::RangeFull; [T: NoDrop<H>] ops::Range<T>; [T: NoDrop<H>] ops::RangeInclusive<T>;
    [T: NoDrop<H>] ops::RangeFrom<T>; [T: NoDrop<H>] ops::RangeTo<T>; [T: NoDrop<H>] ops::RangeToInclusive<T>;
    [T: NoDrop<H>] Bound<T>;
    [T: NoDrop<H>, const N: usize] [T; N]; [T: NoDrop<H>, const N: usize] array::IntoIter<T, N>;
    [] ();
    [A: NoDrop<H>] (A,); [A: NoDrop<H>, B: NoDrop<H>] (A, B); [A: NoDrop<H>, B: NoDrop<H>, C: NoDrop<H>] (A, B, C);
    [A: NoDrop<H>, B: NoDrop<H>, C: NoDrop<H>, D: NoDrop<H>] (A, B, C, D);
    [A: NoDrop<H>, B: NoDrop<H>, C: NoDrop<H>, D: NoDrop<H>, E: NoDrop<H>] (A, B, C, D, E);
    [A: NoDrop<H>, B: NoDrop<H>, C: NoDrop<H>, D: NoDrop<H>, E: NoDrop<H>, F: NoDrop<H>] (A, B, C, D, E, F);
}

// Borrowing iterators of core.
no_drop! {
    [T] slice::Iter<'_, T>; [T] slice::IterMut<'_, T>; [T] slice::Windows<'_, T>;
    [T] slice::Chunks<'_, T>; [T] slice::ChunksMut<'_, T>; [T] slice::RChunks<'_, T>;
    [T] slice::RChunksMut<'_, T>; [T] slice::ChunksExact<'_, T>; [T] slice::ChunksExactMut<'_, T>;
    [T] slice::RChunksExact<'_, T>; [T] slice::RChunksExactMut<'_, T>;
    [T, P: FnMut(&T) -> bool + Harmless<H>] slice::Split<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Harmless<H>] slice::SplitMut<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Harmless<H>] slice::SplitInclusive<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Harmless<H>] slice::SplitN<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Harmless<H>] slice::RSplit<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Harmless<H>] slice::RSplitN<'_, T, P>;
    [T, P: Harmless<H>] slice::ChunkBy<'_, T, P>; [T, P: Harmless<H>] slice::ChunkByMut<'_, T, P>;
    [] slice::EscapeAscii<'_>;
    [T] option::Iter<'_, T>; [T] option::IterMut<'_, T>; [T: NoDrop<H>] option::IntoIter<T>;
    [T] result::Iter<'_, T>; [T] result::IterMut<'_, T>; [T: NoDrop<H>] result::IntoIter<T>;
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
        [F: FnMut(char) -> bool + Harmless<H>] str::$iterator<'_, F>;
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
    [I: NoDrop<H>] iter::Enumerate<I>; [I: NoDrop<H>] iter::Rev<I>; [I: NoDrop<H>] iter::Take<I>;
    [I: NoDrop<H>] iter::Skip<I>; [I: NoDrop<H>] iter::StepBy<I>; [I: NoDrop<H>] iter::Fuse<I>;
    [I: NoDrop<H>] iter::Cloned<I>; [I: NoDrop<H>] iter::Copied<I>; [I: NoDrop<H>] iter::Cycle<I>;
    [I: NoDrop<H>, J: NoDrop<H>] iter::Zip<I, J>; [I: NoDrop<H>, J: NoDrop<H>] iter::Chain<I, J>;
    [I: NoDrop<H> + Iterator<Item: NoDrop<H>>] iter::Peekable<I>;
    [I: NoDrop<H>, F: Harmless<H>] iter::Map<I, F>; [I: NoDrop<H>, F: Harmless<H>] iter::Filter<I, F>;
    [I: NoDrop<H>, F: Harmless<H>] iter::FilterMap<I, F>; [I: NoDrop<H>, F: Harmless<H>] iter::Inspect<I, F>;
    [I: NoDrop<H>, F: Harmless<H>] iter::SkipWhile<I, F>; [I: NoDrop<H>, F: Harmless<H>] iter::TakeWhile<I, F>;
    [I: NoDrop<H>, F: Harmless<H>] iter::MapWhile<I, F>; [I: NoDrop<H>, S: NoDrop<H>, F: Harmless<H>] iter::Scan<I, S, F>;
    [I: NoDrop<H>, U: IntoIterator<IntoIter: NoDrop<H>>, F: Harmless<H>] iter::FlatMap<I, U, F>;
    [I: NoDrop<H> + Iterator<Item: IntoIterator<IntoIter = U, Item = U::Item>>, U: NoDrop<H> + Iterator]
        iter::Flatten<I>;
    [T] iter::Empty<T>; [T: NoDrop<H>] iter::Once<T>; [T: NoDrop<H>] iter::Repeat<T>;
    [T: NoDrop<H>] iter::RepeatN<T>; [F: Harmless<H>] iter::FromFn<F>; [F: Harmless<H>] iter::RepeatWith<F>;
    [T: NoDrop<H>, F: Harmless<H>] iter::Successors<T, F>;
}

#[cfg(feature = "alloc")]
mod of_alloc {
    use super::NoDrop;
    use alloc::collections::{binary_heap, btree_map, btree_set, linked_list, vec_deque};

    no_drop! {
        [K, V] btree_map::Iter<'_, K, V>; [K, V] btree_map::IterMut<'_, K, V>;
        [K, V] btree_map::Keys<'_, K, V>; [K, V] btree_map::Values<'_, K, V>;
        [K, V] btree_map::ValuesMut<'_, K, V>; [K, V] btree_map::Range<'_, K, V>;
        [K, V] btree_map::RangeMut<'_, K, V>; [K, V] btree_map::OccupiedEntry<'_, K, V>;
        [K: NoDrop<H>, V] btree_map::VacantEntry<'_, K, V>; [K: NoDrop<H>, V] btree_map::Entry<'_, K, V>;
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
    use std::sync::mpsc;
    use std::{io, path};

    no_drop! {
        [K, V] hash_map::Iter<'_, K, V>; [K, V] hash_map::IterMut<'_, K, V>;
        [K, V] hash_map::Keys<'_, K, V>; [K, V] hash_map::Values<'_, K, V>;
        [K, V] hash_map::ValuesMut<'_, K, V>; [K, V] hash_map::OccupiedEntry<'_, K, V>;
        [K: NoDrop<H>, V] hash_map::VacantEntry<'_, K, V>; [K: NoDrop<H>, V] hash_map::Entry<'_, K, V>;
        [T] hash_set::Iter<'_, T>; [T, S] hash_set::Union<'_, T, S>;
        [T, S] hash_set::Intersection<'_, T, S>; [T, S] hash_set::Difference<'_, T, S>;
        [T, S] hash_set::SymmetricDifference<'_, T, S>;
        [] path::Iter<'_>; [] path::Components<'_>; [] path::Ancestors<'_>;
        [T: NoDrop<H>] io::Cursor<T>; [T: NoDrop<H>] io::Take<T>; [T: NoDrop<H>] io::Bytes<T>;
        [T: NoDrop<H>] io::Lines<T>; [T: NoDrop<H>] io::Split<T>; [T: NoDrop<H>, U: NoDrop<H>] io::Chain<T, U>;
        [T] mpsc::Iter<'_, T>; [T] mpsc::TryIter<'_, T>;
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::NoDrop;
    use alloc::string::String;
    use alloc::vec::Vec;
    use std::collections::{btree_map, hash_map};
    use std::io;
    use std::mem::needs_drop;
    use std::sync::mpsc;

    const fn drops<T: NoDrop>() -> bool {
        needs_drop::<T>()
    }

    /// Those whose insides are std's own, and not only borrows by their documentation.
    #[test]
    fn nothing_to_drop() {
        assert!(!drops::<btree_map::OccupiedEntry<'_, String, String>>());
        assert!(!drops::<btree_map::Entry<'_, u8, String>>());
        assert!(!drops::<hash_map::OccupiedEntry<'_, String, String>>());
        assert!(!drops::<hash_map::Entry<'_, u8, String>>());
        assert!(!drops::<io::Lines<io::Cursor<&Vec<u8>>>>());
        assert!(!drops::<io::Chain<io::Take<&[u8]>, &[u8]>>());
        assert!(!drops::<mpsc::TryIter<'_, String>>());
        assert!(!drops::<mpsc::Iter<'_, String>>());
    }
}
