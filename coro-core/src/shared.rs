//! A coroutine behind a handle that can be cloned and sent to other threads. A call that finds the
//! coroutine running is told so; nothing here ever waits.

use core::error::Error;
use core::fmt::{self, Debug, Display};
use core::panic::Location;
use std::sync::{Arc, Mutex, MutexGuard, TryLockError};

use crate::{CloseError, Coroutine, Resume, Status, Stop};

/// A cloneable handle to one coroutine.
///
/// Each method is the one of [`Coroutine`] through `&self`. A call while the coroutine runs, from its
/// own body or from another thread, gets `AlreadyExecuting`, where Python raises "ValueError: generator
/// already executing"; never a deadlock or a panic. A panic in the body finishes the coroutine and leaves
/// the handles usable. A coroutine that holds a handle to itself is a cycle, as with [`Arc`].
///
/// ```
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
/// # use support::*;
/// use coro_core::{Shared, SharedStop, Stop};
///
/// let one = Shared::new(tally());
/// let two = one.clone();
/// assert_eq!(one.send(2), Ok(2));
/// assert_eq!(two.send(3), Ok(5));
/// assert_eq!(one.send(0), Err(SharedStop::Stop(Stop::Returned(5))));
/// ```
#[derive(Debug)]
#[must_use = "a coroutine does nothing until it is primed, sent a value or iterated over"]
pub struct Shared<C>(Arc<Mutex<C>>);

impl<C> Clone for Shared<C> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// What [`Shared::send`] and its siblings answer when the coroutine did not yield.
///
/// ```
/// use coro_core::SharedStop;
///
/// let stop = SharedStop::<(), std::convert::Infallible>::AlreadyExecuting;
/// assert_eq!(stop.to_string(), "coroutine already executing");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SharedStop<T, E> {
    /// What [`Coroutine::resume`] answered.
    Stop(Stop<T, E>),
    /// The coroutine is running: the call came from its own body or from another thread.
    AlreadyExecuting,
}

/// What [`Shared::close`] answers when the coroutine could not be closed.
///
/// ```
/// use coro_core::{CloseError, SharedCloseError};
///
/// let error = SharedCloseError::<i32, &str>::Close(CloseError::Ignored(7));
/// assert_eq!(error.to_string(), "the coroutine ignored the close and yielded");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SharedCloseError<Y, E> {
    /// What [`Coroutine::close`] answered.
    Close(CloseError<Y, E>),
    /// The coroutine is running: the call came from its own body or from another thread.
    AlreadyExecuting,
}

impl<C> Shared<C> {
    /// Shares the coroutine. Nothing runs.
    pub fn new(coroutine: C) -> Self {
        Self(Arc::new(Mutex::new(coroutine)))
    }

    /// The coroutine, if this is its last handle.
    pub fn into_inner(self) -> Option<C> {
        let mutex = Arc::into_inner(self.0)?;
        Some(
            mutex
                .into_inner()
                .unwrap_or_else(|poisoned| poisoned.into_inner()),
        )
    }

    /// [`Coroutine::prime`].
    ///
    /// # Errors
    ///
    /// Those of [`Coroutine::prime`], and [`SharedStop::AlreadyExecuting`].
    pub fn prime<R>(&self) -> Result<Option<C::Yield>, SharedStop<C::Return, C::Throw>>
    where
        C: Coroutine<R>,
    {
        self.attempt()
            .ok_or(SharedStop::AlreadyExecuting)?
            .prime()
            .map_err(SharedStop::Stop)
    }

    /// [`Coroutine::resume`].
    ///
    /// # Errors
    ///
    /// Those of [`Coroutine::resume`], and [`SharedStop::AlreadyExecuting`], which drops the input.
    pub fn resume<R>(
        &self,
        input: Resume<R, C::Throw>,
    ) -> Result<C::Yield, SharedStop<C::Return, C::Throw>>
    where
        C: Coroutine<R>,
    {
        self.attempt()
            .ok_or(SharedStop::AlreadyExecuting)?
            .resume(input)
            .map_err(SharedStop::Stop)
    }

    /// [`Coroutine::send`].
    ///
    /// # Errors
    ///
    /// Those of [`Coroutine::send`], and [`SharedStop::AlreadyExecuting`], which drops the value.
    pub fn send<R>(&self, value: R) -> Result<C::Yield, SharedStop<C::Return, C::Throw>>
    where
        C: Coroutine<R>,
    {
        self.resume(Resume::Send(value))
    }

    /// [`Coroutine::throw`].
    ///
    /// # Errors
    ///
    /// Those of [`Coroutine::throw`], and [`SharedStop::AlreadyExecuting`], which drops the error.
    pub fn throw<R>(&self, error: C::Throw) -> Result<C::Yield, SharedStop<C::Return, C::Throw>>
    where
        C: Coroutine<R>,
    {
        self.resume(Resume::Throw(error))
    }

    /// [`Coroutine::close`].
    ///
    /// # Errors
    ///
    /// Those of [`Coroutine::close`], and [`SharedCloseError::AlreadyExecuting`].
    pub fn close<R>(&self) -> Result<Option<C::Return>, SharedCloseError<C::Yield, C::Throw>>
    where
        C: Coroutine<R>,
    {
        let mut coroutine = self.attempt().ok_or(SharedCloseError::AlreadyExecuting)?;
        coroutine.close().map_err(SharedCloseError::Close)
    }

    /// [`Coroutine::status`]; `None` while the coroutine is running.
    pub fn status<R>(&self) -> Option<Status>
    where
        C: Coroutine<R>,
    {
        self.attempt().map(|coroutine| coroutine.status())
    }

    /// [`Coroutine::location`]; also `None` while the coroutine is running.
    pub fn location<R>(&self) -> Option<&'static Location<'static>>
    where
        C: Coroutine<R>,
    {
        self.attempt()?.location()
    }

    /// The coroutine, unless it is running. A lock poisoned by a panic in the body is as good as new:
    /// the panic has left the coroutine finished.
    fn attempt(&self) -> Option<MutexGuard<'_, C>> {
        match self.0.try_lock() {
            Ok(guard) => Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}

const BUSY: &str = "coroutine already executing";

impl<T, E: Display> Display for SharedStop<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stop(stop) => Display::fmt(stop, f),
            Self::AlreadyExecuting => f.write_str(BUSY),
        }
    }
}

impl<Y, E: Display> Display for SharedCloseError<Y, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Close(error) => Display::fmt(error, f),
            Self::AlreadyExecuting => f.write_str(BUSY),
        }
    }
}

impl<T: Debug, E: Debug + Display> Error for SharedStop<T, E> {}
impl<Y: Debug, E: Debug + Display> Error for SharedCloseError<Y, E> {}
