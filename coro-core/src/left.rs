//! What a pattern leaves behind of a value.
//!
//! `let Token { text, .. } = token;` moves one part out; what is left of `token` has to stay until its scope ends, and no one
//! can hold a value that has lost a part. So where that cannot be told from taking all of it, it is done as written;
//! elsewhere the value is looked at through `&mut`, and each part that the pattern binds is taken as by `part`: a copy is
//! copied, what has an empty value is replaced by that. Other types are refused.
//!
//! ```text
//! let left = taken!((&&given(match token { Token { text, .. } => (text,), .. })).coro_given().leaves(fate of token));
//! let (text,) = if left.forgets() {
//!     left.lets_go();
//!     match token { Token { text, .. } => (text,), .. }
//! } else {
//!     left.holds();
//!     match &mut token { Token { text, .. } => (taken!((&&&behind(text, BY VALUE)).coro_behind()).out_of(text),), .. }
//! };
//! ```
//!
//! A pattern binds other types behind a `&mut` than it does by value, unless there is a reference on the way; so
//! each part is asked for both. All questions stand where no code runs (see `probe`).

use core::fmt::{self, Debug};
use core::marker::PhantomData;
use core::mem;

use crate::part::{Hollow, Part};
use crate::private::never;
use crate::probe::{Cut, Forget, Keep, cut};
use crate::question::{Moved, Stays};

impl Stays {
    /// It is whole.
    #[must_use]
    pub fn leaves<F>(self, _: F) -> Forget {
        Forget
    }

    /// Nothing is left behind.
    #[must_use]
    pub fn all<F>(self, _: F) -> Self {
        self
    }
}

impl Moved {
    /// What is left has a fate.
    pub fn leaves<F>(self, fate: F) -> F {
        fate
    }

    /// What is left need not be held.
    #[must_use]
    pub fn all<F: LetGo>(self, _: F) -> Self {
        self
    }
}

impl Stays {
    /// All stays.
    #[must_use]
    pub fn beside<B, F>(self, _: B, _: F) -> Self {
        self
    }
}

impl Moved {
    /// A part stays if all that is bound of it is copied: then it has to be one that need not be held.
    #[must_use]
    pub fn beside<B: Beside<F>, F>(self, _: B, _: F) -> Self {
        self
    }
}

/// What becomes of a part with this fate.
#[diagnostic::on_unimplemented(
    message = "this pattern copies out of a part that has a destructor, and moves another: what it leaves cannot be held across a yield",
    label = "what is left has to be dropped at the end of its scope",
    note = "bind the part whole, as in `(text, guard)`, and look into it then, or write `#[coro::coroutine(pinned)]`, whose frame holds the rest"
)]
pub trait Beside<F> {}
impl<F> Beside<F> for Moved {}
#[diagnostic::do_not_recommend]
impl<F: LetGo> Beside<F> for Stays {}

/// The fate of what need not be held.
#[diagnostic::on_unimplemented(
    message = "what this pattern leaves of a value cannot be held across a yield",
    label = "what is left has to be dropped at the end of its scope",
    note = "name the parts that it leaves, as in `Token {{ text, line: _line }}`, or write `#[coro::coroutine(pinned)]`, whose frame holds the rest"
)]
pub trait LetGo {}
impl LetGo for Forget {}

impl Forget {
    /// It does.
    #[inline]
    pub const fn lets_go(self) {}

    /// Whatever the order is.
    #[inline]
    pub fn orders<A>(self, _: A) {}
}

/// The drop of none of the parts that are left can be seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nobody;
/// One has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Single;
/// More have.
#[derive(Clone, Copy, Debug, Default)]
pub struct Several;

/// How many there are with one more.
pub trait Also<F> {
    /// So many.
    type Count: Default;
}
impl Also<Forget> for Nobody {
    type Count = Self;
}
impl Also<Keep> for Nobody {
    type Count = Single;
}
impl Also<Forget> for Single {
    type Count = Self;
}
impl Also<Keep> for Single {
    type Count = Several;
}
impl<F> Also<F> for Several {
    type Count = Self;
}

macro_rules! also {
    ($($count:ty)*) => {$(
        impl $count {
            /// And what has this fate.
            #[must_use]
            pub fn also<F>(self, _: F) -> <Self as Also<F>>::Count
            where
                Self: Also<F>,
            {
                Default::default()
            }
        }
    )*};
}
also!(Nobody Single Several);

/// The order of dropping cannot be seen.
#[diagnostic::on_unimplemented(
    message = "several parts that are left of this value have to be dropped in the order of their declaration",
    label = "what is left has to be held across a yield",
    note = "name them: what is bound last is dropped first, as in `S {{ part, b: _b, a: _a }}`; or write `#[coro::coroutine(pinned)]`, whose frame holds the rest"
)]
pub trait InOrder {}
impl InOrder for Nobody {}
impl InOrder for Single {}

/// Whether a move is made that only shows rustc that it could be.
macro_rules! shows {
    ($($left:ty)*) => {$(
        impl $left {
            /// It is not: rustc alone looks at it.
            #[inline]
            #[must_use]
            pub const fn shows(self) -> bool {
                false
            }
        }
    )*};
}
shows!(Forget Keep crate::part::TakeCopy crate::part::TakeHollow);

impl Keep {
    /// If there is none.
    #[inline]
    pub fn orders<A: InOrder>(self, _: A) {}

    /// It does not: control does not come here.
    #[cold]
    pub fn lets_go(self) -> Cut {
        cut()
    }
}

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
