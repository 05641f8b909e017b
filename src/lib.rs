//! Python's coroutines on stable Rust.

#![no_std]

pub use coro_macros::coroutine;

#[cfg(feature = "alloc")]
pub use coro_core::BoxCoroutine;
pub use coro_core::{CloseError, Coroutine, Interrupt, Iter, Resume, Status, Stop, next};
#[cfg(feature = "std")]
pub use coro_core::{Shared, SharedCloseError, SharedStop};

/// What emitted code may name. Not for users: it changes without notice.
#[doc(hidden)]
pub use coro_core::__private;

/// Everything that a module of coroutines usually needs, except the attribute, which is written by its path:
/// `use coro::prelude::*;`
pub mod prelude {
    #[cfg(feature = "alloc")]
    pub use crate::BoxCoroutine;
    pub use crate::{CloseError, Coroutine, Interrupt, Iter, Resume, Status, Stop, next};
    #[cfg(feature = "std")]
    pub use crate::{Shared, SharedStop};
    pub use crate::{co_raise, co_try, co_yield, yield_from};
}

/// Suspends the coroutine, hands a value out, and evaluates to what is sent in:
/// `let sent = co_yield!(value);`, or `co_yield!()` for `()`.
///
/// A marker of `#[coro::coroutine]`, which replaces it; anywhere else it is a compile error.
#[macro_export]
macro_rules! co_yield {
    ($($anything:tt)*) => {
        ::core::compile_error!(
            "`co_yield!` may only stand directly in the body of a `#[coro::coroutine]` function: not in a closure, an async block, a nested item or another macro's argument"
        )
    };
}

/// Delegates to another coroutine, or to anything that can be iterated over, and evaluates to what it returns:
/// `let result = yield_from!(sub);`, or `yield_from!(sub, value)` for one that has already started.
///
/// A marker of `#[coro::coroutine]`, which replaces it; anywhere else it is a compile error.
#[macro_export]
macro_rules! yield_from {
    ($($anything:tt)*) => {
        ::core::compile_error!(
            "`yield_from!` may only stand directly in the body of a `#[coro::coroutine]` function: not in a closure, an async block, a nested item or another macro's argument"
        )
    };
}

/// Catches what is thrown or closed at a yield inside its block, as a `Result<T, Interrupt<E>>`:
/// `match co_try!({ co_yield!(value) }) { .. }`.
///
/// A marker of `#[coro::coroutine]`, which replaces it; anywhere else it is a compile error.
#[macro_export]
macro_rules! co_try {
    ($($anything:tt)*) => {
        ::core::compile_error!(
            "`co_try!` may only stand directly in the body of a `#[coro::coroutine]` function: not in a closure, an async block, a nested item or another macro's argument"
        )
    };
}

/// Raises an error or an [`Interrupt`]: to the enclosing [`co_try!`], else out of the coroutine:
/// `co_raise!(error)`.
///
/// A marker of `#[coro::coroutine]`, which replaces it; anywhere else it is a compile error.
#[macro_export]
macro_rules! co_raise {
    ($($anything:tt)*) => {
        ::core::compile_error!(
            "`co_raise!` may only stand directly in the body of a `#[coro::coroutine]` function: not in a closure, an async block, a nested item or another macro's argument"
        )
    };
}
