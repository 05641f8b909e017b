//! A coroutine as an iterator. An iterator's end says nothing; this one keeps the `Stop` behind it.

use core::iter::FusedIterator;

use crate::{Coroutine, Resume, Stop};

/// The values of a coroutine that is sent `()`, keeping what ended it.
///
/// Made by [`Iter::new`] or [`Coroutine::iter`]. The first `next` primes a created coroutine; a started
/// one continues from where it stands. A raise ends the iteration like a return: ask
/// [`stop`](Self::stop) which it was.
///
/// ```
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
/// # use support::*;
/// use coro_core::Iter;
///
/// let mut it = Iter::new(sum_to(3)); // yields 0, 1, 2 and returns their sum
/// let mut seen = Vec::new();
/// for x in &mut it {
///     seen.push(x);
/// }
/// assert_eq!(seen, [0, 1, 2]);
/// assert_eq!(it.into_return(), Some(3));
/// ```
#[derive(Debug, Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Iter<C: Coroutine> {
    coroutine: C,
    stop: Option<Stop<C::Return, C::Throw>>,
}

impl<C: Coroutine> Iter<C> {
    /// Iterates over the coroutine, or over a `&mut` to it. Nothing runs before the first `next`.
    #[inline]
    pub const fn new(coroutine: C) -> Self {
        Self {
            coroutine,
            stop: None,
        }
    }

    /// What ended the iteration, `None` while it has not ended.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::{Iter, Stop};
    /// let mut it = Iter::new(sum_to(1));
    /// assert_eq!((it.next(), it.stop()), (Some(0), None));
    /// assert_eq!((it.next(), it.stop()), (None, Some(&Stop::Returned(0))));
    /// ```
    #[inline]
    pub const fn stop(&self) -> Option<&Stop<C::Return, C::Throw>> {
        self.stop.as_ref()
    }

    /// What the coroutine returned: `None` if it raised, was closed or had already finished, or if the iteration has not ended.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::Iter;
    /// let mut it = Iter::new(sum_to(3));
    /// assert_eq!(it.by_ref().last(), Some(2));
    /// assert_eq!(it.into_return(), Some(3));
    /// assert_eq!(Iter::new(sum_to(3)).into_return(), None);
    /// ```
    #[inline]
    pub fn into_return(self) -> Option<C::Return> {
        self.stop.and_then(Stop::into_return)
    }

    /// The coroutine, as far as the iteration took it. What ended it is dropped.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::{Coroutine, Iter};
    /// let mut it = Iter::new(count_to(3));
    /// it.next();
    /// assert_eq!(it.into_inner().send(()), Ok(1));
    /// ```
    #[inline]
    pub fn into_inner(self) -> C {
        self.coroutine
    }
}

impl<C: Coroutine> Iterator for Iter<C> {
    type Item = C::Yield;

    #[inline]
    fn next(&mut self) -> Option<C::Yield> {
        if self.stop.is_some() {
            return None;
        }
        match self.coroutine.coro_proceed(Resume::Send(())) {
            Ok(value) => Some(value),
            Err(stop) => {
                self.stop = Some(stop);
                None
            }
        }
    }
}

impl<C: Coroutine> FusedIterator for Iter<C> {}
