//! The trait: what can be done with a coroutine, whoever made it. The required methods are what a
//! machine knows; the provided ones are Python's calls in terms of `resume`.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::panic::Location;

#[cfg(feature = "alloc")]
use crate::BoxCoroutine;
use crate::{CloseError, Iter, Resume, Status, Stop};

/// A computation that can be suspended at a yield, resumed with a value, thrown into and closed:
/// Python's generator ([PEP 342]).
///
/// `R` is what is sent in. A coroutine that takes borrowed values is `for<'a> Coroutine<&'a str>`,
/// also written `Coroutine<&str>` in an `impl` or `dyn` type of `#[coro::coroutine]`.
///
/// What each call does depends on where the coroutine stands:
///
/// | | [`Created`](Status::Created) | [`Suspended`](Status::Suspended) | [`Finished`](Status::Finished) |
/// |---|---|---|---|
/// | [`prime`](Self::prime) | runs to the first yield: `Ok(Some(y))` | `Ok(None)`, nothing runs | `Err(Exhausted)` |
/// | [`send`](Self::send) | primes, drops what that yields, delivers the value | the yield evaluates to the value | `Err(Exhausted)` |
/// | [`throw`](Self::throw) | the body never runs: `Err(Raised(e))` | raised at the yield | `Err(Raised(e))` |
/// | [`close`](Self::close) | the body never runs: `Ok(None)` | a close is raised at the yield | `Ok(None)` |
///
/// In one thing this is kinder than Python: a just-created coroutine may be sent a value, where Python
/// raises `TypeError`; it primes itself. A finished coroutine never panics and never runs again. A
/// panic in the body leaves it finished.
///
/// The trait is object safe; `&mut C` and `Box<C>` are coroutines where `C` is.
///
/// # Examples
///
/// ```
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
/// # use support::*;
/// use coro_core::{Coroutine, Stop};
///
/// fn feed(mut c: impl Coroutine<i32, Yield = i32, Return = i32, Throw = String>) -> i32 {
///     for n in [1, 2, 3] {
///         println!("so far {}", c.send(n).unwrap());
///     }
///     match c.send(0) {
///         Err(Stop::Returned(total)) => total,
///         other => panic!("{other:?}"),
///     }
/// }
/// assert_eq!(feed(tally()), 6);
/// ```
///
/// [PEP 342]: https://peps.python.org/pep-0342/
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a coroutine that is sent `{R}`",
    label = "not a `Coroutine<{R}>`",
    note = "coroutines are made by functions with the attribute `#[coro::coroutine]`; `&mut C` and `Box<C>` are coroutines where `C` is"
)]
#[must_use = "a coroutine does nothing until it is primed, sent a value or iterated over"]
pub trait Coroutine<R = ()> {
    /// What a yield hands out.
    type Yield;
    /// What the body returns.
    type Return;
    /// What can be thrown in, and what the body can raise.
    type Throw;

    /// Runs a created coroutine to its first yield; Python's first `next(c)`.
    ///
    /// `Ok(Some(y))` is what the first yield hands out, `Ok(None)` says that the coroutine had
    /// already been started, and that nothing ran.
    ///
    /// # Errors
    ///
    /// The [`Stop`] of the body if it ends before its first yield; [`Stop::Exhausted`] if it had
    /// already finished.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::Coroutine;
    /// let mut c = tally();
    /// assert_eq!(c.prime(), Ok(Some(0)));
    /// assert_eq!(c.prime(), Ok(None));
    /// ```
    fn prime(&mut self) -> Result<Option<Self::Yield>, Stop<Self::Return, Self::Throw>>;

    /// Resumes the coroutine: [`send`](Self::send), [`throw`](Self::throw) and the raw form of
    /// [`close`](Self::close) in one.
    ///
    /// # Errors
    ///
    /// The [`Stop`] says why the coroutine did not yield. `resume(Resume::Close)` answers
    /// [`Stop::Closed`] where [`close`](Self::close) says `Ok(None)`, and [`Stop::Exhausted`] if the
    /// coroutine had already finished.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::{Coroutine, Resume, Stop};
    /// let mut c = tally();
    /// assert_eq!(c.resume(Resume::Send(4)), Ok(4));
    /// assert_eq!(c.resume(Resume::Close), Err(Stop::Closed));
    /// ```
    fn resume(
        &mut self,
        input: Resume<R, Self::Throw>,
    ) -> Result<Self::Yield, Stop<Self::Return, Self::Throw>>;

    /// Where the coroutine stands; see [`Status`].
    fn status(&self) -> Status;

    /// The source line of the yield at which the coroutine is suspended, `None` when it is created
    /// or finished. At a `yield_from!` it is the line of that marker, not one inside the delegate.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::Coroutine;
    /// let mut c = tally();
    /// assert_eq!(c.location(), None);
    /// let _ = c.prime();
    /// assert!(c.location().is_some_and(|l| l.file().ends_with("mod.rs")));
    /// ```
    fn location(&self) -> Option<&'static Location<'static>>;

    /// Delivers a value: the yield at which the coroutine waits evaluates to it, and the body runs to
    /// its next yield. A created coroutine is primed first; what that yields is dropped.
    ///
    /// # Errors
    ///
    /// The [`Stop`] says why the coroutine did not yield; the value is dropped if it was not delivered.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::{Coroutine, Stop};
    /// let mut c = tally();
    /// assert_eq!(c.send(4), Ok(4));
    /// assert_eq!(c.send(3), Ok(7));
    /// assert_eq!(c.send(0), Err(Stop::Returned(7)));
    /// assert_eq!(c.send(9), Err(Stop::Exhausted));
    /// ```
    #[inline]
    fn send(&mut self, value: R) -> Result<Self::Yield, Stop<Self::Return, Self::Throw>> {
        self.resume(Resume::Send(value))
    }

    /// Raises an error at the yield where the coroutine waits. A body that catches it runs on to its
    /// next yield; otherwise, as on a created or finished coroutine, it comes back and the coroutine
    /// is finished.
    ///
    /// # Errors
    ///
    /// [`Stop::Raised`] with the error if nothing caught it; else the [`Stop`] of the body.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::{Coroutine, Status, Stop};
    /// let mut c = tally();
    /// c.send(4).unwrap();
    /// assert_eq!(c.throw("stop it".into()), Err(Stop::Raised("stop it".into())));
    /// assert_eq!(c.status(), Status::Finished);
    /// ```
    #[inline]
    fn throw(
        &mut self,
        error: Self::Throw,
    ) -> Result<Self::Yield, Stop<Self::Return, Self::Throw>> {
        self.resume(Resume::Throw(error))
    }

    /// Asks the coroutine to end: a close is raised at the yield where it waits, so that its
    /// handlers run. Dropping a coroutine drops its locals and runs no handler.
    ///
    /// `Ok(Some(t))` is what the body returned in answer, `Ok(None)` says that it let the close pass,
    /// had never run, or had already finished.
    ///
    /// # Errors
    ///
    /// [`CloseError::Ignored`] if the body answered with a yield: it is still suspended.
    /// [`CloseError::Raised`] if it raised an error.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::{CloseError, Coroutine};
    /// let mut c = tally();
    /// c.send(4).unwrap();
    /// assert_eq!(c.close(), Ok(None));
    /// assert_eq!(c.close(), Ok(None));
    ///
    /// let mut c = stubborn(OnClose::Yield); // its handler answers a close with `co_yield!(99)`
    /// c.send(4).unwrap();
    /// assert_eq!(c.close(), Err(CloseError::Ignored(99)));
    /// ```
    fn close(&mut self) -> Result<Option<Self::Return>, CloseError<Self::Yield, Self::Throw>> {
        match self.resume(Resume::Close) {
            Ok(value) => Err(CloseError::Ignored(value)),
            Err(Stop::Returned(value)) => Ok(Some(value)),
            Err(Stop::Raised(error)) => Err(CloseError::Raised(error)),
            Err(Stop::Closed | Stop::Exhausted) => Ok(None),
        }
    }

    /// What a round of a loop wants of a coroutine, in one call: a created one runs to its first yield, whatever
    /// the input, and any other is resumed with it.
    #[doc(hidden)]
    #[inline]
    fn coro_proceed(
        &mut self,
        input: Resume<R, Self::Throw>,
    ) -> Result<Self::Yield, Stop<Self::Return, Self::Throw>> {
        if matches!(self.status(), Status::Created)
            && let Some(first) = self.prime()?
        {
            return Ok(first);
        }
        self.resume(input)
    }

    /// Puts the coroutine into a box and forgets its type. Where `R` borrows, the box is for one
    /// lifetime; `Box::new(c) as Box<dyn for<'a> Coroutine<&'a str, ..>>` is for all of them.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::{BoxCoroutine, Coroutine};
    /// let mut c: BoxCoroutine<'_, i32, i32, i32, String> = tally().boxed();
    /// assert_eq!(c.send(4), Ok(4));
    /// ```
    #[cfg(feature = "alloc")]
    fn boxed<'a>(self) -> BoxCoroutine<'a, R, Self::Yield, Self::Return, Self::Throw>
    where
        Self: Sized + 'a,
    {
        Box::new(self)
    }

    /// The values of a coroutine that is sent `()`, from where it stands. It borrows the coroutine;
    /// [`Iter::new`] takes it.
    ///
    /// ```
    /// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
    /// # use support::*;
    /// # use coro_core::Coroutine;
    /// let mut c = count_to(5);
    /// assert_eq!(c.iter().take(2).collect::<Vec<_>>(), [0, 1]);
    /// assert_eq!(c.iter().collect::<Vec<_>>(), [2, 3, 4]);
    /// ```
    fn iter(&mut self) -> Iter<&mut Self>
    where
        Self: Sized + Coroutine<()>,
    {
        Iter::new(self)
    }
}

/// Python's `next(c)`: runs a created coroutine to its first yield, and sends a suspended one the
/// default value.
///
/// # Errors
///
/// The [`Stop`] says why the coroutine did not yield.
///
/// ```
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
/// # use support::*;
/// use coro_core::{Coroutine, Stop, next};
///
/// let mut c = count_to(2);
/// assert_eq!(next(&mut c), Ok(0));
/// assert_eq!(next(&mut c), Ok(1));
/// assert_eq!(next(&mut c), Err(Stop::Returned(())));
/// ```
pub fn next<R: Default, C: Coroutine<R> + ?Sized>(
    c: &mut C,
) -> Result<C::Yield, Stop<C::Return, C::Throw>> {
    next_with(c, R::default())
}

/// [`next`] with a value: runs a created coroutine to its first yield, and drops the value; sends it to a suspended one. What
/// schedulers want, which [`Coroutine::send`] does not do: on a created coroutine that drops what the first yield gives, and not the value.
///
/// # Errors
///
/// The [`Stop`] says why the coroutine did not yield.
///
/// ```
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/mod.rs")); }
/// # use support::*;
/// use coro_core::next_with;
///
/// let mut c = tally();
/// assert_eq!(next_with(&mut c, 9), Ok(0)); // starts it
/// assert_eq!(next_with(&mut c, 4), Ok(4));
/// ```
pub fn next_with<R, C: Coroutine<R> + ?Sized>(
    c: &mut C,
    value: R,
) -> Result<C::Yield, Stop<C::Return, C::Throw>> {
    c.coro_proceed(Resume::Send(value))
}

macro_rules! forward_to_the_inside {
    () => {
        type Yield = C::Yield;
        type Return = C::Return;
        type Throw = C::Throw;

        #[inline]
        fn prime(&mut self) -> Result<Option<C::Yield>, Stop<C::Return, C::Throw>> {
            (**self).prime()
        }
        #[inline]
        fn resume(
            &mut self,
            input: Resume<R, C::Throw>,
        ) -> Result<C::Yield, Stop<C::Return, C::Throw>> {
            (**self).resume(input)
        }
        // Calls of their own: what is behind a `dyn` knows that it is a send, and it may answer in its own way.
        #[inline]
        fn send(&mut self, value: R) -> Result<C::Yield, Stop<C::Return, C::Throw>> {
            (**self).send(value)
        }
        #[inline]
        fn throw(&mut self, error: C::Throw) -> Result<C::Yield, Stop<C::Return, C::Throw>> {
            (**self).throw(error)
        }
        #[inline]
        fn close(&mut self) -> Result<Option<C::Return>, CloseError<C::Yield, C::Throw>> {
            (**self).close()
        }
        #[inline]
        fn coro_proceed(
            &mut self,
            input: Resume<R, C::Throw>,
        ) -> Result<C::Yield, Stop<C::Return, C::Throw>> {
            (**self).coro_proceed(input)
        }
        #[inline]
        fn status(&self) -> Status {
            (**self).status()
        }
        #[inline]
        fn location(&self) -> Option<&'static Location<'static>> {
            (**self).location()
        }
    };
}

impl<R, C: Coroutine<R> + ?Sized> Coroutine<R> for &mut C {
    forward_to_the_inside!();
}

#[cfg(feature = "alloc")]
impl<R, C: Coroutine<R> + ?Sized> Coroutine<R> for Box<C> {
    forward_to_the_inside!();
}
