//! The name of a boxed coroutine: one word for what is long to write.

use alloc::boxed::Box;
use core::convert::Infallible;

use crate::Coroutine;

/// A boxed coroutine: sent `R`, yields `Y`, returns `T`, may be thrown `E`.
///
/// It is a [`Coroutine`] itself, so it can be kept in collections, returned from recursive functions
/// and delegated to. Every parameter after the lifetime has the default of the trait.
///
/// ```
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
/// # use support::*;
/// use coro_core::{BoxCoroutine, Coroutine};
///
/// let mut several: Vec<BoxCoroutine<'_, (), u32>> = vec![count_to(1).boxed(), count_to(9).boxed()];
/// assert_eq!(several[1].send(()), Ok(1)); // primed to 0, then sent ()
/// ```
pub type BoxCoroutine<'a, R = (), Y = (), T = (), E = Infallible> =
    Box<dyn Coroutine<R, Yield = Y, Return = T, Throw = E> + 'a>;
