//! What becomes of a local that is dead but still in scope at a yield. In goes the local, out comes either
//! itself, because it has a destructor that runs at the end of its scope, or [`Gone`], because forgetting it
//! cannot be seen, and keeping it would prolong a borrow. Its type decides, by the number of references that
//! method lookup has to strip:
//!
//! ```text
//! let fate = fate!(line);
//! let line = if fate.forgets() { fate.nothing() } else { fate.holds(); fate.keep(line) };
//! ```
//!
//! A local that is forgotten must not even be mentioned: what it borrowed from may have been changed since, as in
//! `let last = v.last(); ..; v.push(1); co_yield!(n)`. So each mention stands behind a [`Cut`], a call whose type has no
//! values: rustc type-checks what follows it, which is how the question gets its answer, but sees no use of a
//! local there, because control cannot come to it.
//!
//! A local out of which something was taken by value (`let node = *boxed;`) is gone if that was a move, and is still there
//! if it was a copy. `fate!(boxed, taken: ANSWER)` asks for the type of what was taken, with one of the
//! questions in `question.rs`; the fate of what was moved out of is to be forgotten. Where one state may be reached with the local
//! and without, `taken!` asks alone:
//!
//! ```text
//! let taken = taken!((&&given(*boxed)).coro_given());
//! let boxed = if taken.moves() { None } else { taken.stays(); Some(boxed) };
//! ```
//!
//! An unknown type parameter is kept as it is. A closure written in the same body is the one thing lookup
//! cannot judge, since rustc learns what it captures after it has chosen the method; `fate!(closure, (_, _))`, with a
//! hole for each parameter, is for those.

use core::marker::PhantomData;

use crate::no_drop::{Foreign, NoDrop};
use crate::private::never;

/// In place of a local that had nothing to drop.
#[derive(Clone, Copy)]
pub struct Gone;

impl core::fmt::Debug for Gone {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("_")
    }
}

/// What a call answers that control does not come back from.
pub type Cut = core::convert::Infallible;

/// The answer to a question, of which the type is all that matters: it stands where no code runs. A pattern in it may not
/// cover all values.
#[doc(hidden)]
#[macro_export]
macro_rules! __coro_taken {
    ($answer:expr) => {{
        #[allow(
            unreachable_code,
            unreachable_patterns,
            unused_variables,
            unused_mut,
            deprecated,
            dead_code
        )]
        let answer = if true {
            $crate::__private::fate()
        } else {
            $crate::__private::cut();
            $answer
        };
        answer
    }};
}

/// What becomes of a local. What is asked of a closure is to hold nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! __coro_fate {
    ($local:ident, taken: $answer:expr) => {
        $crate::__private::taken!($answer.or((&&&$crate::__private::idle(&$local)).coro_idle()))
    };
    ($local:ident, taken: $answer:expr, closures: $closures:ident) => {
        $crate::__private::taken!(
            $answer.or(
                (&&&$crate::__private::idle_with::<_, $crate::__private::$closures>(&$local))
                    .coro_idle()
            )
        )
    };
    ($local:ident, closures: $closures:ident) => {
        $crate::__private::taken!(
            (&&&$crate::__private::idle_with::<_, $crate::__private::$closures>(&$local))
                .coro_idle()
        )
    };
    ($local:ident) => {
        $crate::__private::taken!((&&&$crate::__private::idle(&$local)).coro_idle())
    };
    ($closure:ident, $arguments:ty) => {
        $crate::__private::taken!($crate::__private::lent::<$arguments, _>($closure))
    };
}

/// Says that two locals have one type, where no code runs.
#[doc(hidden)]
#[macro_export]
macro_rules! __coro_alike {
    ($new:ident, $old:expr) => {
        #[allow(unreachable_code, unused_variables, clippy::diverging_sub_expression)]
        if false {
            $crate::__private::cut();
            $crate::__private::alike(&$new, &$old);
        }
    };
}

/// Has rustc find one type for both.
pub const fn alike<T>(_: &T, _: &T) {}

/// Stands for an answer whose type is found where no code runs.
#[inline]
#[must_use]
pub fn fate<T: Default>() -> T {
    T::default()
}

/// Control does not come here.
///
/// # Panics
///
/// If it does.
#[cold]
pub fn cut() -> Cut {
    never()
}

/// The question of what becomes of a `T`, in which closures of the same body may be that hold what `C` says.
#[derive(Debug)]
pub struct Idle<T, C = Foreign>(PhantomData<fn() -> (T, C)>);

/// Asks what becomes of a local.
#[inline]
pub const fn idle<T>(_: &T) -> Idle<T> {
    Idle(PhantomData)
}

/// The same, of one with closures in it.
#[inline]
pub const fn idle_with<T, C>(_: &T) -> Idle<T, C> {
    Idle(PhantomData)
}

/// The answer: it has nothing to drop.
#[derive(Debug, Default, Clone, Copy)]
pub struct Forget;

/// The answer: it may have a destructor.
#[derive(Debug, Default, Clone, Copy)]
pub struct Keep;

impl Forget {
    /// Yes.
    #[inline]
    #[must_use]
    pub const fn forgets(self) -> bool {
        true
    }

    /// What is left of it.
    #[inline]
    #[must_use]
    pub const fn nothing(self) -> Gone {
        Gone
    }

    /// It does not: control does not come here.
    #[cold]
    pub fn holds(self) -> Cut {
        cut()
    }

    /// Nothing is left of it.
    #[inline]
    pub fn keep<T>(self, _: T) -> Gone {
        Gone
    }
}

impl Keep {
    /// No.
    #[inline]
    #[must_use]
    pub const fn forgets(self) -> bool {
        false
    }

    /// Control does not come here.
    ///
    /// # Panics
    ///
    /// If it does.
    #[cold]
    pub fn nothing<T>(self) -> T {
        never()
    }

    /// It does.
    #[inline]
    pub const fn holds(self) {}

    /// It is kept.
    #[inline]
    pub fn keep<T>(self, local: T) -> T {
        local
    }
}

/// First level: a copy has nothing to drop. Of a closure of the same body rustc would take that for granted.
pub trait IdleCopy {
    /// Answers.
    fn coro_idle(&self) -> Forget;
}
impl<T: Copy> IdleCopy for &&Idle<T> {
    #[inline]
    fn coro_idle(&self) -> Forget {
        Forget
    }
}

/// Second level: known to have nothing to drop.
pub trait IdleNoDrop {
    /// Answers.
    fn coro_idle(&self) -> Forget;
}
impl<T: NoDrop<C>, C> IdleNoDrop for &Idle<T, C> {
    #[inline]
    fn coro_idle(&self) -> Forget {
        Forget
    }
}

/// Last level: anything else.
pub trait IdleKept {
    /// Answers.
    fn coro_idle(&self) -> Keep;
}
impl<T, C> IdleKept for Idle<T, C> {
    #[inline]
    fn coro_idle(&self) -> Keep {
        Keep
    }
}

/// Forgets a closure written without `move`: if it can be called more than once, it has taken nothing out of
/// its surroundings, so all it holds is references and copies. `Args` is the tuple of its arguments, `(_, _)`.
#[inline]
pub fn lent<Args, F: Lent<Args>>(_: F) -> Forget {
    Forget
}

/// A closure that can be called more than once with the arguments `Args`.
#[diagnostic::on_unimplemented(
    message = "this closure owns what it captures and stands unused at a yield",
    note = "end its scope before the yield, by a block or by `drop`"
)]
pub trait Lent<Args> {}

/// A closure that can be called with the arguments `Args`.
pub trait Called<Args> {}

macro_rules! lent {
    ($($arg:ident)*) => {
        impl<F: ?Sized, O, $($arg),*> Lent<($($arg,)*)> for F where F: FnMut($($arg),*) -> O {}
        impl<F, O, $($arg),*> Called<($($arg,)*)> for F where F: FnOnce($($arg),*) -> O {}
    };
}
lent!();
lent!(A);
lent!(A B);
lent!(A B C);
lent!(A B C D);
lent!(A B C D G);
lent!(A B C D G H);
lent!(A B C D G H I);
lent!(A B C D G H I J);
lent!(A B C D G H I J K);
lent!(A B C D G H I J K L);
lent!(A B C D G H I J K L M);
lent!(A B C D G H I J K L M N);
lent!(A B C D G H I J K L M N P);
lent!(A B C D G H I J K L M N P Q);

/// Lets through what rustc makes static where it is borrowed. What has a destructor is a temporary that would have to be held to the
/// end of the block, and looks the same to a macro.
///
/// ```
/// struct Plain;
/// coro_core::__private::promoted(|| Plain);
/// ```
///
/// ```compile_fail,E0080
/// struct Noisy;
/// impl Drop for Noisy {
///     fn drop(&mut self) {}
/// }
/// coro_core::__private::promoted(|| Noisy);
/// ```
#[inline]
pub fn promoted<T>(_: impl FnOnce() -> T) {
    const {
        assert!(
            !core::mem::needs_drop::<T>(),
            "a borrowed value with a destructor looks like a constant, and would be dropped at the next yield: bind it to a name of its own first"
        );
    }
}

/// The same of a constant or a static by its name: a static may have a destructor, which does not run.
///
/// ```
/// static NAME: String = String::new();
/// const SIZE: usize = 3;
/// coro_core::__private::named(|| &NAME);
/// coro_core::__private::named(|| &SIZE);
/// ```
///
/// ```compile_fail,E0515
/// struct Noisy;
/// impl Drop for Noisy {
///     fn drop(&mut self) {}
/// }
/// const NOISY: Noisy = Noisy;
/// coro_core::__private::named(|| &NOISY);
/// ```
#[inline]
pub fn named<'a, T: ?Sized + 'a>(_: impl FnOnce() -> &'a T) {}
