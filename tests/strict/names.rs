//! Coroutines that are part of an interface.

use coro::prelude::*;
use std::fmt::{Debug, Display};

/// A trait whose implementations are coroutines.
trait Source {
    /// What it gives.
    type Item;

    /// Everything it gives.
    fn all(&self) -> impl Iterator<Item = Self::Item>;

    /// The same, with a body of its own.
    #[coro::coroutine]
    fn twice(&self) -> impl Iterator<Item = Self::Item> {
        for _ in 0_u8..2 {
            for item in self.all() {
                co_yield!(item);
            }
        }
    }
}

/// Gives one number.
#[derive(Debug, Clone, Copy)]
struct One<T>(
    /// The number.
    T,
);

impl<T: Copy> Source for One<T> {
    type Item = T;

    #[coro::coroutine]
    #[inline]
    fn all(&self) -> impl Iterator<Item = T> {
        co_yield!(self.0);
    }
}

/// Gives the same always: `self` is not mentioned, and its name inside is taken.
#[derive(Debug, Clone, Copy)]
struct Blind;

impl Source for Blind {
    type Item = u8;

    #[coro::coroutine]
    fn all(&self) -> impl Iterator<Item = u8> {
        let this = 1;
        co_yield!(this);
    }
}

/// Bounds of every kind.
///
/// # Panics
///
/// Never.
#[inline]
#[coro::coroutine]
fn bounded<'item, T, F>(
    items: &'item [T],
    mut each: F,
) -> impl Iterator<Item = String> + use<'item, T, F>
where
    T: Display + 'item,
    F: FnMut(&T) -> bool + 'item,
{
    for item in items {
        if each(item) {
            co_yield!(item.to_string());
        }
    }
}

/// An `impl` argument.
#[inline]
#[coro::coroutine]
fn shown(items: impl IntoIterator<Item = impl Debug>) -> impl Iterator<Item = String> {
    for item in items {
        co_yield!(format!("{item:?}"));
    }
}

/// Cloneable, printable, sendable.
#[cfg(not(pinned))]
#[inline]
#[coro::coroutine]
fn everything(
    number: u32,
) -> impl Coroutine<u32, Yield = u32, Return = u32> + Clone + Debug + Send + Sync + Unpin + 'static
{
    let sent = co_yield!(number);
    sent + number
}

#[test]
fn interfaces() {
    assert!(One(3_u32).twice().eq([3, 3]));
    assert!(Blind.all().eq([1]));
    assert!(bounded(&[1_u32, 2], |&item| item > 1).eq(["2"]));
    assert!(shown(["a"]).eq(["\"a\""]));
}

#[cfg(not(pinned))]
#[test]
fn all_bounds() {
    let mut first = everything(1);
    assert_eq!(first.prime(), Ok(Some(1)));
    let mut second = first.clone();
    assert_eq!(first.send(1), Err(Stop::Returned(2)));
    assert_eq!(second.send(2), Err(Stop::Returned(3)));
    assert!(!format!("{first:?}").is_empty());
}
