//! Recursion as deep as memory: [`Stack`] runs a coroutine whose yields may be calls of other coroutines, and
//! keeps the active ones in a vector. This is Python's trampoline, as in [PEP 342], example 3, which "lets coroutines
//! 'call' other coroutines by yielding the coroutine they wish to invoke".
//!
//! A coroutine that runs on a stack is a *frame*: it yields [`Request`]s and is sent [`Reply`]s.
//!
//! | Python's trampoline | a frame |
//! |---|---|
//! | `result = yield add(2, 2)` | `let result = yield_from!(call(add(2, 2)));` |
//! | `yield x + y`, the result of a sub-coroutine | `return x + y`, as in Python since PEP 380 |
//! | `yield ReadWait(sock)`, for who runs it | `co_yield!(give(ReadWait(sock)))` |
//! | `got = yield value` | `let got = co_yield!(give(value)).sent();` |
//! | `Task(target).run()` | `Stack::new(target)`, a coroutine too |
//!
//! Frames may call frames that return other types. In `impl Coroutine<Reply<R>, Yield = Request<'a, Y, R, E>, Return = T,
//! Throw = E>`, `R`, `Y` and `E` are those of the stack and the same for all its frames, and `'a` is what they may
//! borrow; `Reply` is `Reply<()>`, `Request<'a, Y>` is `Request<'a, Y, (), Infallible>`.
//!
//! # When
//!
//! Recursion by `yield_from!` of a `BoxCoroutine` or a `Box<dyn Iterator>` is the simpler thing, and right where it is
//! not deep; where it may be deeper than some hundred levels, use a stack. Through boxes each resume passes through
//! all levels, so that a value that is yielded at depth *d* costs *d* steps, and each level takes room on the thread's
//! stack, also when it is dropped: ten thousand levels fit into the 8 MiB of a main thread if the code is optimised,
//! a hundred thousand do not. On a `Stack` a resume goes straight to the innermost frame, whatever the depth; throwing,
//! closing and dropping go from frame to frame in a loop. The price is one allocation and some 25 ns for each call,
//! that the stack stays on its thread (it is not `Send`), and that what is sent has one lifetime (`&'a str`, not
//! `for<'b> &'b str`).
//!
//! A call in tail position still keeps its caller's frame. A loop saves it: let frames return the next frame, boxed, and call it
//! from a `loop` in the frame below.
//!
//! # How it ends
//!
//! What [PEP 380] says of `yield from` holds of a call. What is thrown goes to the innermost frame, and what leaves a
//! frame is raised at the call in its caller. A close goes to the innermost frame too; what a frame returns in answer
//! is dropped, and the close is raised at the call in its caller. A frame that answers it by a yield leaves those that
//! are still active suspended; the value comes out as [`CloseError::Ignored`](crate::CloseError::Ignored).
//!
//! [PEP 342]: https://peps.python.org/pep-0342/
//! [PEP 380]: https://peps.python.org/pep-0380/

mod frame;

use alloc::rc::Rc;
use alloc::vec::Vec;
use core::convert::Infallible;
use core::fmt::{self, Debug};
use core::iter::FusedIterator;
use core::mem;
use core::panic::Location;

use crate::{Coroutine, Resume, Status, Stop};
use frame::{Asked, Frame, Returning, slot};
pub use frame::{Call, Reply, Request, call, give};

/// The active frames, the innermost last. Dropped innermost first.
struct Frames<'a, Y, R, E>(Vec<Rc<dyn Frame<'a, Y, R, E> + 'a>>);

impl<Y, R, E> Drop for Frames<'_, Y, R, E> {
    fn drop(&mut self) {
        while let Some(frame) = self.0.pop() {
            frame.clear();
        }
    }
}

/// A coroutine that runs a frame and all that it calls; see the [module](self), which says when to use it.
///
/// It is sent `R`, yields `Y`, returns `T` (what the first frame returns) and may be thrown `E`, by the contract of
/// [`Coroutine`]; it is an iterator where nothing is sent, returned or thrown. Dropping it drops the frames' locals, the
/// innermost frame's first. A panic in a frame does so too, and leaves it finished.
///
/// ```
/// # mod frames { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/frames.rs")); }
/// # use frames::echo;
/// use coro_core::{Coroutine, Stack, Stop};
///
/// // A million frames, each of which calls the next; the innermost gives what it is sent.
/// let mut c = Stack::new(echo(1_000_000));
/// assert_eq!(c.prime(), Ok(Some(0)));
/// assert_eq!(c.send(5), Ok(5));
/// assert_eq!(c.throw("enough".into()), Err(Stop::Raised("enough".into())));
/// ```
#[doc(alias = "trampoline")]
#[must_use = "a coroutine does nothing until it is primed, sent a value or iterated over"]
pub struct Stack<'a, R = (), Y = (), T = (), E = Infallible> {
    frames: Frames<'a, Y, R, E>,
    first: Rc<dyn Returning<'a, T, Y, R, E> + 'a>,
    started: bool,
}

impl<'a, R, Y, T, E> Stack<'a, R, Y, T, E> {
    /// A stack on which this frame will run. Nothing runs yet.
    ///
    /// # Panics
    ///
    /// If the frame has already been started.
    #[track_caller]
    pub fn new<C>(frame: C) -> Self
    where
        C: Coroutine<Reply<R>, Yield = Request<'a, Y, R, E>, Return = T, Throw = E> + 'a,
        T: 'a,
    {
        let first = slot(frame);
        Self {
            frames: Frames(alloc::vec![first.clone()]),
            first,
            started: false,
        }
    }

    /// How many frames are active: 1 at the start, 0 at the end.
    pub const fn depth(&self) -> usize {
        self.frames.0.len()
    }

    /// Where each active frame stands, the innermost last: Python's traceback. Empty before the start.
    ///
    /// ```
    /// # mod frames { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/frames.rs")); }
    /// # use frames::echo;
    /// # use coro_core::{Coroutine, Stack};
    /// let mut c = Stack::new(echo(3));
    /// assert_eq!((c.depth(), c.traceback().count()), (1, 0));
    /// c.prime().unwrap();
    /// assert_eq!((c.depth(), c.traceback().count()), (3, 3));
    /// assert_eq!(c.traceback().last(), c.location());
    /// ```
    pub fn traceback(&self) -> impl DoubleEndedIterator<Item = &'static Location<'static>> {
        self.frames.0.iter().filter_map(|frame| frame.location())
    }

    /// Runs until a frame yields a value, or the first one ends.
    fn run(&mut self, mut input: Option<Resume<Reply<R>, E>>) -> Result<Y, Stop<T, E>> {
        // Taken, so that a panic in a frame leaves nothing behind.
        let mut frames = Frames(mem::take(&mut self.frames.0));
        // The lowest so many frames are being closed; those that they call meanwhile are not.
        let mut closing = match input {
            Some(Resume::Close) => frames.0.len(),
            _ => 0,
        };
        while let Some(innermost) = frames.0.last() {
            let stop = match innermost.step(input) {
                Ok(Request(Asked::Yield(value))) => {
                    self.frames.0 = mem::take(&mut frames.0);
                    return Ok(value);
                }
                Ok(Request(Asked::Call(frame))) => {
                    frames.0.push(frame);
                    input = None;
                    continue;
                }
                Err(stop) => stop,
            };
            if frames.0.len() == 1 {
                return Err(match stop {
                    Stop::Returned(()) => self.first.take().map_or(Stop::Exhausted, Stop::Returned),
                    Stop::Raised(error) => Stop::Raised(error),
                    Stop::Closed => Stop::Closed,
                    Stop::Exhausted => Stop::Exhausted,
                });
            }
            input = Some(match stop {
                Stop::Returned(()) if frames.0.len() > closing => Resume::Send(Reply(None)),
                Stop::Returned(()) => {
                    innermost.clear();
                    Resume::Close
                }
                Stop::Raised(error) => Resume::Throw(error),
                // A frame that was never finished is not exhausted; if it says so, there is nothing to go on with.
                Stop::Closed | Stop::Exhausted => Resume::Close,
            });
            frames.0.pop();
            closing = closing.min(frames.0.len());
        }
        Err(Stop::Exhausted)
    }
}

impl<R, Y, T, E> Coroutine<R> for Stack<'_, R, Y, T, E> {
    type Yield = Y;
    type Return = T;
    type Throw = E;

    fn prime(&mut self) -> Result<Option<Y>, Stop<T, E>> {
        match self.status() {
            Status::Created => {
                self.started = true;
                self.run(None).map(Some)
            }
            Status::Suspended => Ok(None),
            Status::Finished => Err(Stop::Exhausted),
        }
    }

    fn resume(&mut self, input: Resume<R, E>) -> Result<Y, Stop<T, E>> {
        match (input, self.status()) {
            (Resume::Send(value), _) => {
                self.prime()?;
                self.run(Some(Resume::Send(Reply(Some(value)))))
            }
            (Resume::Throw(error), Status::Suspended) => self.run(Some(Resume::Throw(error))),
            (Resume::Close, Status::Suspended) => self.run(Some(Resume::Close)),
            (Resume::Throw(error), _) => {
                drop(Frames(mem::take(&mut self.frames.0)));
                Err(Stop::Raised(error))
            }
            (Resume::Close, Status::Created) => {
                drop(Frames(mem::take(&mut self.frames.0)));
                Err(Stop::Closed)
            }
            (Resume::Close, Status::Finished) => Err(Stop::Exhausted),
        }
    }

    fn status(&self) -> Status {
        match (self.frames.0.is_empty(), self.started) {
            (true, _) => Status::Finished,
            (false, false) => Status::Created,
            (false, true) => Status::Suspended,
        }
    }

    /// The line where the innermost frame stands.
    fn location(&self) -> Option<&'static Location<'static>> {
        self.frames.0.last()?.location()
    }
}

impl<Y> Iterator for Stack<'_, (), Y, (), Infallible> {
    type Item = Y;

    fn next(&mut self) -> Option<Y> {
        crate::next(self).ok()
    }
}

impl<Y> FusedIterator for Stack<'_, (), Y, (), Infallible> {}

impl<R, Y, T, E> Debug for Stack<'_, R, Y, T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_struct("Stack");
        fields.field("status", &self.status());
        fields.field("depth", &self.depth());
        match self.location() {
            Some(line) => fields.field("location", &format_args!("{line}")),
            None => fields.field("location", &None::<()>),
        };
        fields.finish()
    }
}
