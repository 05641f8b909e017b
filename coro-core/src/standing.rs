//! A state that is looked at where it stands. To resume a delegate, the state that keeps it is not taken apart:
//! nothing is moved while delegates yield, however deep they are in each other. An arm that panics leaves the
//! finished state behind because it takes the state first; here a guard sees to that.

use core::fmt::{self, Debug};
use core::mem;

use crate::machine::State;

/// Holds a state in its place; dropped, by a panic, it leaves the finished one.
pub struct Standing<'a, S: State>(&'a mut S);

/// Ends what only says where to go on, and keeps nothing, without a call of the function that drops states.
#[inline]
pub const fn passed<S: State>(at: S) {
    core::mem::forget(at);
}

/// Takes hold of a state.
#[inline]
pub const fn stand<S: State>(state: &mut S) -> Standing<'_, S> {
    Standing(state)
}

impl<S: State> Standing<'_, S> {
    /// The state.
    #[inline]
    pub const fn state(&mut self) -> &mut S {
        self.0
    }

    /// The coroutine is suspended in it again.
    #[inline]
    pub const fn stay(self) {
        mem::forget(self);
    }
}

impl<S: State> Drop for Standing<'_, S> {
    #[inline]
    fn drop(&mut self) {
        *self.0 = S::finished();
    }
}

impl<S: State> Debug for Standing<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Standing").finish_non_exhaustive()
    }
}
