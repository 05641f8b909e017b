//! How a part comes out of a value that stays whole: as it is, copied, or with an empty value left in its place.

use core::fmt::{self, Debug};
use core::marker::PhantomData;
use core::mem;

use crate::part::{Hollow, Part};
use crate::private::never;

/// The question of how a part comes out of a value, by its types behind a `&mut` and by value.
pub struct Behind<B, V>(PhantomData<fn() -> (B, V)>);

impl<B, V> Debug for Behind<B, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Behind")
    }
}

/// Asks how a part comes out of a value.
pub fn behind<B, V>(_: B, _: V) -> Behind<B, V> {
    Behind(PhantomData)
}

/// It is a reference to elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct OutAsIs;
/// It is copied.
#[derive(Clone, Copy, Debug, Default)]
pub struct OutCopied;
/// It leaves an empty value.
#[derive(Clone, Copy, Debug, Default)]
pub struct OutHollow;

impl crate::part::Again for OutAsIs {}
impl crate::part::Again for OutCopied {}

impl OutAsIs {
    /// The part.
    #[inline]
    pub fn out_of<T>(self, part: T) -> T {
        part
    }
}

impl OutCopied {
    /// The part; the whole keeps it too.
    #[inline]
    pub const fn out_of<T: Copy>(self, part: &mut T) -> T {
        *part
    }
}

impl OutHollow {
    /// The part; the whole keeps an empty value.
    #[inline]
    pub fn out_of<T: Hollow>(self, part: &mut T) -> T {
        mem::replace(part, T::hollow())
    }
}

/// First level: a copy. So is what is not known yet, which the level below could not be asked for: it would be a reference to itself.
pub trait BehindCopy {
    /// Answers.
    fn coro_behind(&self) -> OutCopied;
}
impl<T: Copy> BehindCopy for &&Behind<&mut T, T> {
    fn coro_behind(&self) -> OutCopied {
        OutCopied
    }
}

/// Second level: the same type both ways.
pub trait BehindAsIs {
    /// Answers.
    fn coro_behind(&self) -> OutAsIs;
}
impl<T> BehindAsIs for &Behind<T, T> {
    fn coro_behind(&self) -> OutAsIs {
        OutAsIs
    }
}

/// Last level: all others.
pub trait BehindHollow {
    /// Answers.
    fn coro_behind(&self) -> OutHollow;
}
impl<T> BehindHollow for Behind<&mut T, T> {
    fn coro_behind(&self) -> OutHollow {
        OutHollow
    }
}

/// The place is taken as a whole, and leaves an empty value.
#[derive(Clone, Copy, Debug, Default)]
pub struct Emptied;
/// Its parts are taken one by one.
#[derive(Clone, Copy, Debug, Default)]
pub struct ByParts;
/// A part is not taken by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct WithTheWhole;

impl Emptied {
    /// It is.
    #[inline]
    #[must_use]
    pub const fn is_emptied(self) -> bool {
        true
    }

    /// What is in the place.
    #[inline]
    pub fn out_of<T: Hollow>(self, place: &mut T) -> T {
        mem::replace(place, T::hollow())
    }

    /// How a part is taken then.
    #[must_use]
    pub fn unless<H>(self, _: H) -> WithTheWhole {
        WithTheWhole
    }
}

impl ByParts {
    /// It is not.
    #[inline]
    #[must_use]
    pub const fn is_emptied(self) -> bool {
        false
    }

    /// Control does not come here.
    #[cold]
    pub fn out_of<T>(self, _: &mut T) -> T {
        never()
    }

    /// How a part is taken then.
    #[inline]
    pub fn unless<H>(self, how: H) -> H {
        how
    }
}

impl WithTheWhole {
    /// Control does not come here.
    #[cold]
    pub fn out_of<B, V>(self, _: B) -> V {
        never()
    }
}

/// First level: copies.
pub trait PlaceCopied {
    /// Answers.
    fn coro_emptied(&self) -> ByParts;
}
impl<T: Copy> PlaceCopied for &&Part<T> {
    fn coro_emptied(&self) -> ByParts {
        ByParts
    }
}

/// Second level: places with an empty value.
pub trait PlaceEmptied {
    /// Answers.
    fn coro_emptied(&self) -> Emptied;
}
impl<T: Hollow> PlaceEmptied for &Part<T> {
    fn coro_emptied(&self) -> Emptied {
        Emptied
    }
}

/// Last level: all others.
pub trait PlaceByParts {
    /// Answers.
    fn coro_emptied(&self) -> ByParts;
}
impl<T> PlaceByParts for Part<T> {
    fn coro_emptied(&self) -> ByParts {
        ByParts
    }
}
