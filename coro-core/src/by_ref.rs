//! Loops over a local by reference: `for line in lines.by_ref()`, `for n in &mut numbers`.
//!
//! The reference cannot stay in a coroutine that can be moved. What it points to iterates by itself, mostly: then
//! nothing is kept, and each round makes the reference anew. Whether it does, the type of the head
//! decides by the number of references that method lookup has to strip:
//!
//! ```text
//! let mut iter = { let head = &mut numbers; (&&head_of(&head)).coro_iterate(head) };
//! match turn(&mut iter, || &mut numbers) { Some(n) => .., None => .. }
//! ```
//!
//! Of anything else (`&mut list`) the iterator is made once, as by any other `for`.

use core::marker::PhantomData;

/// The question of how `H` is iterated over.
#[derive(Debug)]
pub struct Head<H>(PhantomData<fn() -> H>);

/// Asks how the head of a loop is iterated over.
#[inline]
pub const fn head_of<H>(_: &H) -> Head<H> {
    Head(PhantomData)
}

/// In place of a reference to an iterator.
#[derive(Debug, Clone)]
pub struct Itself;

/// An iterator that was made of the head.
#[derive(Debug, Clone)]
pub struct Made<I>(I);

/// First level: a reference to an iterator.
pub trait HeadItself {
    /// Begins.
    fn coro_iterate<H>(&self, head: H) -> Itself;
}
impl<I: Iterator> HeadItself for &Head<&mut I> {
    #[inline]
    fn coro_iterate<H>(&self, _: H) -> Itself {
        Itself
    }
}

/// Last level: anything else.
pub trait HeadOther<H> {
    /// Begins.
    fn coro_iterate(&self, head: H) -> Made<H::IntoIter>
    where
        H: IntoIterator;
}
impl<H> HeadOther<H> for Head<H> {
    #[inline]
    fn coro_iterate(&self, head: H) -> Made<H::IntoIter>
    where
        H: IntoIterator,
    {
        Made(head.into_iter())
    }
}

/// What gives the items of a loop whose head is an `H`.
pub trait Turn<H> {
    /// The items.
    type Item;
    /// The next item.
    fn turn(&mut self, head: impl FnOnce() -> H) -> Option<Self::Item>;
}
impl<'a, I: Iterator> Turn<&'a mut I> for Itself {
    type Item = I::Item;

    #[inline]
    fn turn(&mut self, head: impl FnOnce() -> &'a mut I) -> Option<I::Item> {
        head().next()
    }
}
impl<H, I: Iterator> Turn<H> for Made<I> {
    type Item = I::Item;

    #[inline]
    fn turn(&mut self, _: impl FnOnce() -> H) -> Option<I::Item> {
        self.0.next()
    }
}

/// One round of the loop.
#[inline]
pub fn turn<H, T: Turn<H>>(iter: &mut T, head: impl FnOnce() -> H) -> Option<T::Item> {
    iter.turn(head)
}
