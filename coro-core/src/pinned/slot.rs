//! Where a message lies between a frame and its resumer. The two share it, and never at one moment; but
//! safe code cannot say so, so with `std` it is behind a lock that is always free, and the coroutine can be
//! sent to another thread. Without `std` there is no lock, and a pinned coroutine stays in its thread.

#[cfg(not(feature = "std"))]
use alloc::rc::Rc as Handle;
#[cfg(feature = "std")]
use alloc::sync::Arc as Handle;
#[cfg(not(feature = "std"))]
use core::cell::Cell as Place;
#[cfg(feature = "std")]
use std::sync::{Mutex as Place, PoisonError};

/// A shared place for one message.
pub(super) struct Slot<M>(Handle<Place<Option<M>>>);

impl<M> Slot<M> {
    pub(super) fn new() -> Self {
        Self(Handle::new(Place::new(None)))
    }

    /// What lay there before, the message in its stead. No code of the user runs under the lock.
    #[inline]
    pub(super) fn replace(&self, message: Option<M>) -> Option<M> {
        #[cfg(feature = "std")]
        {
            let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            core::mem::replace(&mut *place, message)
        }
        #[cfg(not(feature = "std"))]
        self.0.replace(message)
    }
}

impl<M> Clone for Slot<M> {
    fn clone(&self) -> Self {
        Self(Handle::clone(&self.0))
    }
}
