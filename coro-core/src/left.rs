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

pub(crate) mod out;

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
