//! Whether a local owns what a body borrows from it.
//!
//! `let config = load(); for tag in &config.tags { co_yield!(..); }` holds a borrow of `config` across the yield if that is a value, and none of it if
//! it is a reference. How something is borrowed, names and shapes say; what the owner is, its type. It is asked, and what owns is refused in words
//! that lead to `pinned`:
//!
//! ```text
//! apart(taken!((&&located(&config)).coro_located().or((&&&lending::<Collection, _>(&config.tags)).coro_lending())))
//! ```
//!
//! Only types of the standard library are known to lend by the names of their methods; all others are left to rustc.

use core::cell::RefCell;
use core::fmt::{self, Debug};
use core::marker::PhantomData;

/// It lends text.
#[derive(Debug)]
pub struct Text;
/// It lends its items.
#[derive(Debug)]
pub struct Collection;
/// It lends what may be there.
#[derive(Debug)]
pub struct Optional;
/// It lends through guards.
#[derive(Debug)]
pub struct Cell;
/// It lends through guards, if nobody has died holding one.
#[derive(Debug)]
pub struct Lock;
/// It lends its next item.
#[derive(Debug)]
pub struct Peeking;

/// It lends, whatever that is.
#[derive(Debug)]
pub struct Anything;

/// What owns what its methods lend, as a `K` does; or points to that, and lends no longer than it lives itself.
pub trait Lends<K> {}

macro_rules! lenders {
    ($($kind:ident: $([$($generics:tt)*] $type:ty;)*)*) => {$($(
        impl<$($generics)*> Lends<$kind> for $type {}
        impl<$($generics)*> Lends<Anything> for $type {}
    )*)*};
}
macro_rules! pointers {
    ($([$($generics:tt)*] $type:ty;)*) => { $(impl<K, $($generics)*> Lends<K> for $type {})* };
}

lenders! {
    Text: [] str;
    Collection: [T] [T]; [T, const N: usize] [T; N];
    Optional: [T] Option<T>;
    Cell: [T: ?Sized] RefCell<T>;
}
// What iterates over a reference to it is made anew for each round.
impl<I: Iterator> Lends<Peeking> for core::iter::Peekable<I> {}
pointers! {
    [T: Lends<K> + ?Sized] core::cell::Ref<'_, T>; [T: Lends<K> + ?Sized] core::cell::RefMut<'_, T>;
}

#[cfg(feature = "alloc")]
mod of_alloc {
    use super::{Anything, Collection, Lends, Text};
    use alloc::borrow::{Cow, ToOwned};
    use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};
    use alloc::{boxed::Box, rc::Rc, string::String, sync::Arc, vec::Vec};

    lenders! {
        Text: [] String;
        Collection:
            [T] Vec<T>; [T] VecDeque<T>; [T] LinkedList<T>; [T] BinaryHeap<T>; [T] BTreeSet<T>; [K, V] BTreeMap<K, V>;
    }
    pointers! {
        [T: Lends<K> + ?Sized] Box<T>; [T: Lends<K> + ?Sized] Rc<T>; [T: Lends<K> + ?Sized] Arc<T>;
        [T: Lends<K> + ToOwned + ?Sized] Cow<'_, T>;
    }
}

#[cfg(feature = "std")]
mod of_std {
    use super::{Anything, Collection, Lends, Lock};
    use std::collections::{HashMap, HashSet};
    use std::sync::{Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard};

    lenders! {
        Collection: [T, S] HashSet<T, S>; [K, V, S] HashMap<K, V, S>;
        Lock: [T: ?Sized] Mutex<T>; [T: ?Sized] RwLock<T>;
    }
    pointers! {
        [T: Lends<K> + ?Sized] MutexGuard<'_, T>; [T: Lends<K> + ?Sized] RwLockReadGuard<'_, T>;
        [T: Lends<K> + ?Sized] RwLockWriteGuard<'_, T>;
    }
}

/// The answer: it is owned, and lends so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Owned;

/// The answer: it is behind a reference, or nobody knows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Elsewhere;

/// The answer: it is no reference.
#[derive(Clone, Copy, Debug, Default)]
pub struct Here;

impl Owned {
    /// What it owns may be elsewhere.
    pub fn or<A>(self, there: A) -> A {
        there
    }
}

impl Elsewhere {
    /// Whatever is there.
    #[must_use]
    pub fn or<A>(self, _: A) -> Self {
        self
    }
}

impl Here {
    /// What is there.
    pub fn or<A>(self, there: A) -> A {
        there
    }
}

/// The question whether a `T` lends as a `K` does.
pub struct Lending<K, T: ?Sized>(PhantomData<fn(&T) -> K>);

impl<K, T: ?Sized> Debug for Lending<K, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lending")
    }
}

/// Asks whether it owns what it lends.
pub const fn lending<K, T: ?Sized>(_: &T) -> Lending<K, T> {
    Lending(PhantomData)
}

/// The question whether a `T` is an iterator, which lends itself to be iterated further.
pub struct Stepping<T>(PhantomData<fn() -> T>);

impl<T> Debug for Stepping<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stepping")
    }
}

/// Asks whether it lends itself.
pub const fn stepping<T>(_: &T) -> Stepping<T> {
    Stepping(PhantomData)
}

/// Has no implementors; a type that is an error has all traits.
pub trait Unknown {}

/// First level: what rustc has reported already, and references to an iterator, which lend what they point to.
pub trait LendingUnknown {
    /// Answers.
    fn coro_lending(&self) -> Elsewhere;
}
impl<K, T: Unknown + ?Sized> LendingUnknown for &&Lending<K, T> {
    fn coro_lending(&self) -> Elsewhere {
        Elsewhere
    }
}

impl<T: ?Sized> LendingUnknown for &&Stepping<&mut T> {
    fn coro_lending(&self) -> Elsewhere {
        Elsewhere
    }
}

/// Second level: what is known to.
pub trait LendingOwner {
    /// Answers.
    fn coro_lending(&self) -> Owned;
}
impl<K, T: Lends<K> + ?Sized> LendingOwner for &Lending<K, T> {
    fn coro_lending(&self) -> Owned {
        Owned
    }
}

impl<T: Iterator> LendingOwner for &Stepping<T> {
    fn coro_lending(&self) -> Owned {
        Owned
    }
}

/// Last level: all others.
pub trait LendingOther {
    /// Answers.
    fn coro_lending(&self) -> Elsewhere;
}
impl<K, T: ?Sized> LendingOther for Lending<K, T> {
    fn coro_lending(&self) -> Elsewhere {
        Elsewhere
    }
}

impl<T> LendingOther for Stepping<T> {
    fn coro_lending(&self) -> Elsewhere {
        Elsewhere
    }
}

/// The question whether a `T` is a reference.
pub struct Located<T>(PhantomData<fn() -> T>);

impl<T> Debug for Located<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Located")
    }
}

/// Asks whether a place is one in what a reference points to.
pub const fn located<T>(_: &T) -> Located<T> {
    Located(PhantomData)
}

/// First level: references.
pub trait LocatedElsewhere {
    /// Answers.
    fn coro_located(&self) -> Elsewhere;
}
impl<T: ?Sized> LocatedElsewhere for &Located<&T> {
    fn coro_located(&self) -> Elsewhere {
        Elsewhere
    }
}
impl<T: ?Sized> LocatedElsewhere for &Located<&mut T> {
    fn coro_located(&self) -> Elsewhere {
        Elsewhere
    }
}

/// Last level: values.
pub trait LocatedHere {
    /// Answers.
    fn coro_located(&self) -> Here;
}
impl<T> LocatedHere for Located<T> {
    fn coro_located(&self) -> Here {
        Here
    }
}

/// What is not borrowed from a local.
#[diagnostic::on_unimplemented(
    message = "this borrows from a local across a yield, which a coroutine that can be moved cannot hold",
    label = "this is owned by a local, by a temporary, or by an argument that is passed by value",
    note = "write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument by reference"
)]
pub trait Apart {}
impl Apart for Elsewhere {}

/// Lets through what is not borrowed from.
#[inline]
pub fn apart<A: Apart>(_: A) {}

/// What is not borrowed through a `&mut` argument that is used again.
#[diagnostic::on_unimplemented(
    message = "this borrows through a `&mut` argument across a yield, and the argument is used again, which a coroutine that can be moved cannot hold",
    label = "what is borrowed here is behind the argument",
    note = "write `#[coro::coroutine(pinned)]`, or go by an index instead of holding a borrow"
)]
pub trait Free {}
impl Free for Elsewhere {}

/// Lets through what leaves the argument free.
#[inline]
pub fn free<A: Free>(_: A) {}

/// What can be given away: no borrow from a local.
#[diagnostic::on_unimplemented(
    message = "what is yielded borrows from a local, which stays in the coroutine",
    label = "this is owned by a local, or by an argument that is passed by value",
    note = "yield an owned value, or take what is borrowed as an argument by reference"
)]
pub trait Given {}
impl Given for Elsewhere {}

/// Lets through what can be given away.
#[inline]
pub fn given<A: Given>(_: A) {}
