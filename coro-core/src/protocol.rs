//! The words of the protocol: what goes into a coroutine, what comes out when it does not yield, and
//! where it stands. Plain data; the calls that exchange it are in `coroutine`.

use core::error::Error;
use core::fmt::{self, Debug, Display};

/// What a suspended coroutine is resumed with: the three calls of [PEP 342] as one value.
///
/// ```
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
/// # use support::*;
/// use coro_core::{Coroutine, Resume, Stop};
///
/// let mut c = tally();
/// assert_eq!(c.resume(Resume::Send(2)), Ok(2));
/// assert_eq!(c.resume(Resume::Throw("no".into())), Err(Stop::Raised("no".into())));
/// assert_eq!(c.resume(Resume::Close), Err(Stop::Exhausted));
/// ```
///
/// [PEP 342]: https://peps.python.org/pep-0342/
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resume<R, E> {
    /// The yield evaluates to this value.
    Send(R),
    /// This error is raised at the yield.
    Throw(E),
    /// A close is raised at the yield, as Python's `GeneratorExit` is.
    Close,
}

/// Why a coroutine did not yield: Python's `StopIteration` and the exceptions that leave a generator.
///
/// `Display` speaks of what happened and includes the error's own text; that is why
/// [`Error::source`] is empty and `E` need not be an [`Error`] itself.
///
/// ```
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
/// # use support::*;
/// use coro_core::{Coroutine, Stop};
///
/// let mut c = tally();
/// assert_eq!(c.send(5), Ok(5));
/// let stop = c.send(0).unwrap_err(); // this body returns its total when it is sent 0
/// assert_eq!(stop, Stop::Returned(5));
/// assert_eq!(stop.into_return(), Some(5));
/// assert_eq!(c.send(1).unwrap_err().to_string(), "the coroutine is already finished");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop<T, E> {
    /// The body returned: Python's `StopIteration.value`.
    Returned(T),
    /// An error left the body: one thrown in and not caught, or one that it raised.
    Raised(E),
    /// A close left the body: Python's `GeneratorExit`.
    Closed,
    /// The coroutine had already finished; nothing ran.
    Exhausted,
}

impl<T, E> Stop<T, E> {
    /// The value that the body returned, if it returned.
    pub const fn returned(&self) -> Option<&T> {
        match self {
            Self::Returned(value) => Some(value),
            _ => None,
        }
    }

    /// The error that left the body, if one did.
    pub const fn raised(&self) -> Option<&E> {
        match self {
            Self::Raised(error) => Some(error),
            _ => None,
        }
    }

    /// The value that the body returned, if it returned.
    pub fn into_return(self) -> Option<T> {
        match self {
            Self::Returned(value) => Some(value),
            _ => None,
        }
    }

    /// The error that left the body, if one did.
    pub fn into_raised(self) -> Option<E> {
        match self {
            Self::Raised(error) => Some(error),
            _ => None,
        }
    }

    /// Whether the body returned.
    pub const fn is_returned(&self) -> bool {
        matches!(self, Self::Returned(_))
    }

    /// Whether an error left the body.
    pub const fn is_raised(&self) -> bool {
        matches!(self, Self::Raised(_))
    }

    /// Whether a close left the body.
    pub const fn is_closed(&self) -> bool {
        matches!(self, Self::Closed)
    }

    /// Whether the coroutine had already finished.
    pub const fn is_exhausted(&self) -> bool {
        matches!(self, Self::Exhausted)
    }
}

impl<T, E: Display> Display for Stop<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Returned(_) => f.write_str("the coroutine returned"),
            Self::Raised(error) => write!(f, "the coroutine raised: {error}"),
            Self::Closed => f.write_str("the coroutine was closed"),
            Self::Exhausted => f.write_str("the coroutine is already finished"),
        }
    }
}

impl<T: Debug, E: Debug + Display> Error for Stop<T, E> {}

/// What is raised at a yield: `co_try!` catches it, `co_raise!` raises it.
///
/// An error converts into it, so that `co_raise!(error)` needs no wrapping.
///
/// ```
/// use coro_core::Interrupt;
///
/// assert_eq!(Interrupt::from("disk full"), Interrupt::Thrown("disk full"));
/// assert_eq!(Interrupt::Thrown(3).into_thrown(), Some(3));
/// assert!(Interrupt::<u8>::Close.is_close());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interrupt<E> {
    /// This error was thrown in.
    Thrown(E),
    /// The coroutine is being closed: Python's `GeneratorExit`.
    Close,
}

impl<E> Interrupt<E> {
    /// The error, if one was thrown.
    pub const fn thrown(&self) -> Option<&E> {
        match self {
            Self::Thrown(error) => Some(error),
            Self::Close => None,
        }
    }

    /// The error, if one was thrown.
    pub fn into_thrown(self) -> Option<E> {
        match self {
            Self::Thrown(error) => Some(error),
            Self::Close => None,
        }
    }

    /// Whether an error was thrown.
    pub const fn is_thrown(&self) -> bool {
        matches!(self, Self::Thrown(_))
    }

    /// Whether the coroutine is being closed.
    pub const fn is_close(&self) -> bool {
        matches!(self, Self::Close)
    }
}

impl<E> From<E> for Interrupt<E> {
    #[inline]
    fn from(error: E) -> Self {
        Self::Thrown(error)
    }
}

impl<E: Display> Display for Interrupt<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Thrown(error) => write!(f, "thrown into the coroutine: {error}"),
            Self::Close => f.write_str("the coroutine is being closed"),
        }
    }
}

impl<E: Debug + Display> Error for Interrupt<E> {}

/// Where a coroutine stands; Python's `inspect.getgeneratorstate`.
///
/// ```
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
/// # use support::*;
/// use coro_core::{Coroutine, Status, next};
///
/// let mut c = count_to(1);
/// assert_eq!(c.status(), Status::Created);
/// assert_eq!(next(&mut c), Ok(0));
/// assert_eq!(c.status(), Status::Suspended);
/// assert!(next(&mut c).is_err());
/// assert_eq!(c.status(), Status::Finished);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nothing of the body has run.
    Created,
    /// It waits at a yield.
    Suspended,
    /// It returned, raised, was closed or panicked; it will not run again.
    Finished,
}

impl Status {
    /// Whether nothing of the body has run.
    pub const fn is_created(self) -> bool {
        matches!(self, Self::Created)
    }

    /// Whether it waits at a yield.
    pub const fn is_suspended(self) -> bool {
        matches!(self, Self::Suspended)
    }

    /// Whether it will not run again.
    pub const fn is_finished(self) -> bool {
        matches!(self, Self::Finished)
    }
}

impl Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Created => "created",
            Self::Suspended => "suspended",
            Self::Finished => "finished",
        })
    }
}

/// Why a coroutine could not be closed; see [`Coroutine::close`](crate::Coroutine::close).
///
/// ```
/// use coro_core::CloseError;
///
/// let error = CloseError::<i32, &str>::Ignored(7);
/// assert_eq!(error.to_string(), "the coroutine ignored the close and yielded");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseError<Y, E> {
    /// The body answered the close by yielding this value, and is still suspended: Python's
    /// "generator ignored GeneratorExit".
    Ignored(Y),
    /// The body answered the close by raising this error.
    Raised(E),
}

impl<Y, E: Display> Display for CloseError<Y, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ignored(_) => f.write_str("the coroutine ignored the close and yielded"),
            Self::Raised(error) => write!(f, "the coroutine raised while it was closed: {error}"),
        }
    }
}

impl<Y: Debug, E: Debug + Display> Error for CloseError<Y, E> {}
