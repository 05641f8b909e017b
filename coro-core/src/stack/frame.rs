//! What runs on a [`Stack`](super::Stack): the requests and replies of a frame, the call as a delegate of
//! `yield_from!`, and the slot in which a frame lives and leaves what it returned.

use alloc::rc::Rc;
use core::cell::RefCell;
use core::convert::Infallible;
use core::fmt::{self, Debug};
use core::mem;
use core::panic::Location;

use crate::{Coroutine, Resume, Status, Stop};

/// What a frame yields: made by [`give`], and by [`call`] under a `yield_from!`.
///
/// `Y` is what the stack yields, `R` what it is sent, `E` what it may be thrown; `'a` is how long its frames live
/// (`'static` if they borrow nothing).
pub struct Request<'a, Y = (), R = (), E = Infallible>(pub(super) Asked<'a, Y, R, E>);

pub(super) enum Asked<'a, Y, R, E> {
    Yield(Y),
    Call(Rc<dyn Frame<'a, Y, R, E> + 'a>),
}

/// What a frame is sent: the value that was sent to the stack, or word that the called frame has returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply<R = ()>(pub(super) Option<R>);

impl<R> Reply<R> {
    /// The value that was sent to the stack: `co_yield!(give(v)).sent()`.
    ///
    /// # Panics
    ///
    /// If nothing was sent, because the yield was a call. `yield_from!(call(..))` takes that reply itself, so this needs
    /// a request of `call` that was taken out and yielded by hand.
    #[inline]
    #[track_caller]
    pub fn sent(self) -> R {
        self.0
            .expect("nothing was sent: this is the reply to a call")
    }
}

impl<R> From<R> for Reply<R> {
    /// For who resumes a frame without a stack.
    ///
    /// ```
    /// # mod frames { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/frames.rs")); }
    /// # use frames::echo;
    /// # use coro_core::{Coroutine, stack::Reply};
    /// let mut frame = echo(1);
    /// assert_eq!(format!("{:?}", frame.send(Reply::from(7)).unwrap()), "Yield(7)");
    /// ```
    #[inline]
    fn from(value: R) -> Self {
        Self(Some(value))
    }
}

/// Yields a value out of the stack: `co_yield!(give(value))`, and `yield_from!(values.map(give))`.
#[inline]
pub const fn give<'a, Y, R, E>(value: Y) -> Request<'a, Y, R, E> {
    Request(Asked::Yield(value))
}

/// Calls another frame: `let result = yield_from!(call(child));`.
///
/// # Panics
///
/// If the frame has already been started.
#[inline]
#[track_caller]
pub fn call<'a, C, T, Y, R, E>(frame: C) -> Call<'a, T, Y, R, E>
where
    C: Coroutine<Reply<R>, Yield = Request<'a, Y, R, E>, Return = T, Throw = E> + 'a,
    T: 'a,
{
    Call {
        step: Step::Created(slot(frame)),
        line: Location::caller(),
    }
}

/// A call, made by [`call`] for `yield_from!`: a coroutine that yields one request and returns what the called
/// frame returned.
#[must_use = "a call does nothing unless it is delegated to: `yield_from!(call(frame))`"]
pub struct Call<'a, T, Y = (), R = (), E = Infallible> {
    step: Step<'a, T, Y, R, E>,
    line: &'static Location<'static>,
}

enum Step<'a, T, Y, R, E> {
    Created(Rc<dyn Returning<'a, T, Y, R, E> + 'a>),
    Waiting(Rc<dyn Returning<'a, T, Y, R, E> + 'a>),
    Finished,
}

impl<'a, T, Y, R, E> Coroutine<Reply<R>> for Call<'a, T, Y, R, E> {
    type Yield = Request<'a, Y, R, E>;
    type Return = T;
    type Throw = E;

    fn prime(&mut self) -> Result<Option<Self::Yield>, Stop<T, E>> {
        match mem::replace(&mut self.step, Step::Finished) {
            Step::Created(frame) => {
                let request = Request(Asked::Call(frame.clone()));
                self.step = Step::Waiting(frame);
                Ok(Some(request))
            }
            waiting @ Step::Waiting(_) => {
                self.step = waiting;
                Ok(None)
            }
            Step::Finished => Err(Stop::Exhausted),
        }
    }

    /// # Panics
    ///
    /// If it is sent anything before the called frame has returned, which no `Stack` does.
    fn resume(&mut self, input: Resume<Reply<R>, E>) -> Result<Self::Yield, Stop<T, E>> {
        let before = mem::replace(&mut self.step, Step::Finished);
        Err(match (input, before) {
            (Resume::Throw(error), _) => Stop::Raised(error),
            (_, Step::Finished) => Stop::Exhausted,
            (Resume::Close, _) => Stop::Closed,
            (Resume::Send(_), Step::Created(frame) | Step::Waiting(frame)) => {
                Stop::Returned(frame.take().expect("the called frame has not returned"))
            }
        })
    }

    fn status(&self) -> Status {
        match self.step {
            Step::Created(_) => Status::Created,
            Step::Waiting(_) => Status::Suspended,
            Step::Finished => Status::Finished,
        }
    }

    fn location(&self) -> Option<&'static Location<'static>> {
        matches!(self.step, Step::Waiting(_)).then_some(self.line)
    }
}

/// A frame whose return type is forgotten; what it returns stays with it.
pub(super) trait Frame<'a, Y, R, E> {
    /// Starts it (`None`) or resumes it.
    fn step(&self, input: Option<Resume<Reply<R>, E>>)
    -> Result<Request<'a, Y, R, E>, Stop<(), E>>;
    /// Drops what it holds: its locals, or what it returned.
    fn clear(&self);
    fn location(&self) -> Option<&'static Location<'static>>;
}

/// The same frame for its caller, who takes what it returned.
pub(super) trait Returning<'a, T, Y, R, E>: Frame<'a, Y, R, E> {
    fn take(&self) -> Option<T>;
}

/// A frame in the one allocation that the stack and the frame's caller share. The caller's share never keeps
/// the locals alive: whatever leaves the stack is cleared or has returned.
pub(super) struct Slot<C, T>(RefCell<Held<C, T>>);

enum Held<C, T> {
    Active(C),
    Returned(T),
    Nothing,
}

#[track_caller]
pub(super) fn slot<C: Coroutine<R>, R>(frame: C) -> Rc<Slot<C, C::Return>> {
    assert!(
        frame.status().is_created(),
        "a frame that is called must not have been started"
    );
    Rc::new(Slot(RefCell::new(Held::Active(frame))))
}

impl<'a, C, T, Y, R, E> Frame<'a, Y, R, E> for Slot<C, T>
where
    C: Coroutine<Reply<R>, Yield = Request<'a, Y, R, E>, Return = T, Throw = E>,
{
    fn step(
        &self,
        input: Option<Resume<Reply<R>, E>>,
    ) -> Result<Request<'a, Y, R, E>, Stop<(), E>> {
        let held = &mut *self.0.borrow_mut();
        let Held::Active(frame) = held else {
            return Err(Stop::Exhausted);
        };
        let answer = match input {
            Some(input) => frame.resume(input),
            None => frame
                .prime()
                .map(|request| request.expect("a frame that is created yields when it is primed")),
        };
        answer.map_err(|stop| {
            *held = Held::Nothing;
            match stop {
                Stop::Returned(value) => {
                    *held = Held::Returned(value);
                    Stop::Returned(())
                }
                Stop::Raised(error) => Stop::Raised(error),
                Stop::Closed => Stop::Closed,
                Stop::Exhausted => Stop::Exhausted,
            }
        })
    }

    fn clear(&self) {
        drop(self.0.replace(Held::Nothing));
    }

    fn location(&self) -> Option<&'static Location<'static>> {
        match &*self.0.borrow() {
            Held::Active(frame) => frame.location(),
            Held::Returned(_) | Held::Nothing => None,
        }
    }
}

impl<'a, C, T, Y, R, E> Returning<'a, T, Y, R, E> for Slot<C, T>
where
    C: Coroutine<Reply<R>, Yield = Request<'a, Y, R, E>, Return = T, Throw = E>,
{
    fn take(&self) -> Option<T> {
        match self.0.replace(Held::Nothing) {
            Held::Returned(value) => Some(value),
            Held::Active(_) | Held::Nothing => None,
        }
    }
}

impl<Y: Debug, R, E> Debug for Request<'_, Y, R, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Asked::Yield(value) => f.debug_tuple("Yield").field(value).finish(),
            Asked::Call(_) => f.write_str("Call"),
        }
    }
}

impl<T, Y, R, E> Debug for Call<'_, T, Y, R, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Call({}, {})", Coroutine::status(self), self.line)
    }
}
