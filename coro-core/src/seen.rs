//! Whether it can be seen when a value is dropped.
//!
//! Where a drop cannot be put into Rust's place, that does not matter if it only gives memory back. What the types do not say to do so is
//! refused.

use core::fmt::{self, Debug};
use core::marker::PhantomData;

use crate::no_drop::{Harmless, NoDrop};
use crate::probe::{Forget, Keep};

/// A drop that gives memory back, and does nothing else, is nothing: `NoDrop<Memory>`.
#[derive(Debug)]
pub struct Memory;

impl<F: Copy> Harmless<Memory> for F {}

#[cfg(feature = "alloc")]
macro_rules! memory {
    ($([$($generics:tt)*] $type:ty;)*) => { $(impl<$($generics)*> NoDrop<Memory> for $type {})* };
}

#[cfg(feature = "alloc")]
mod of_alloc {
    use super::{Memory, NoDrop};
    use alloc::borrow::Cow;
    use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque, vec_deque};
    use alloc::{boxed::Box, string::String, vec, vec::Vec};

    memory! {
        [] String; [] Box<str>; [] Cow<'_, str>;
        [T: NoDrop<Memory>] Box<T>; [T: NoDrop<Memory>] Box<[T]>;
        [T: NoDrop<Memory>] Vec<T>; [T: NoDrop<Memory>] vec::IntoIter<T>;
        [T: NoDrop<Memory>] VecDeque<T>; [T: NoDrop<Memory>] vec_deque::IntoIter<T>;
        [T: NoDrop<Memory>] BinaryHeap<T>; [T: NoDrop<Memory>] BTreeSet<T>;
        [K: NoDrop<Memory>, V: NoDrop<Memory>] BTreeMap<K, V>;
    }
}

#[cfg(feature = "std")]
mod of_std {
    use super::{Memory, NoDrop};
    use std::collections::{HashMap, HashSet};
    use std::hash::RandomState;
    use std::path::PathBuf;

    memory! {
        [] PathBuf;
        [T: NoDrop<Memory>] HashSet<T, RandomState>;
        [K: NoDrop<Memory>, V: NoDrop<Memory>] HashMap<K, V, RandomState>;
    }
}

/// The question whether the drop of a `T` can be seen.
pub struct Seen<T>(PhantomData<fn() -> T>);

impl<T> Debug for Seen<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seen")
    }
}

/// Asks whether the drop of a part can be seen.
pub const fn seen<T>(_: &T) -> Seen<T> {
    Seen(PhantomData)
}

/// First level: a copy.
pub trait SeenCopy {
    /// Answers.
    fn coro_seen(&self) -> Forget;
}
impl<T: Copy> SeenCopy for &&Seen<T> {
    fn coro_seen(&self) -> Forget {
        Forget
    }
}

/// Second level: memory alone, or nothing.
pub trait SeenMemory {
    /// Answers.
    fn coro_seen(&self) -> Forget;
}
impl<T: NoDrop<Memory>> SeenMemory for &Seen<T> {
    fn coro_seen(&self) -> Forget {
        Forget
    }
}

/// Last level: it may.
pub trait SeenEffect {
    /// Answers.
    fn coro_seen(&self) -> Keep;
}
impl<T> SeenEffect for Seen<T> {
    fn coro_seen(&self) -> Keep {
        Keep
    }
}

/// The fate of a temporary that ends at the next yield.
#[diagnostic::on_unimplemented(
    message = "this temporary lives to the end of the block, out of a branch, an `unsafe` block or a `format_args!`, and a yield comes before that",
    label = "it has to be dropped at the end of the block",
    note = "bind it ahead of that, or write `#[coro::coroutine(pinned)]`, whose frame holds it"
)]
pub trait Released {}
impl Released for Forget {}

/// Lets through what need not be held.
#[inline]
pub fn released<F: Released>(_: F) {}

/// The fate of what borrows from a local and is not mentioned after a yield.
#[diagnostic::on_unimplemented(
    message = "this borrows from a local, and may have something to drop at the end of its scope, behind a yield",
    label = "held to the end of its scope, which a coroutine that can be moved cannot do",
    note = "end its scope ahead of the yield, by a block or by `drop(..)`, or write `#[coro::coroutine(pinned)]`"
)]
pub trait Over {}
impl Over for Forget {}

/// Lets through what has ended with its last mention.
#[inline]
pub fn over<F: Over>(fate: F) -> F {
    fate
}
