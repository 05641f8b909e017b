//! The pinned engine's runtime: a coroutine whose body is a frame that rustc makes. In goes an async block
//! and the [`Channel`] that it speaks through; out comes a `Coroutine` that can be moved, for the frame
//! stands in a box. This file knows what the calls mean; the body knows nothing but the channel.
//!
//! There is no executor: each resume polls the frame once, with a waker that does nothing, and the frame
//! answers through its channel. The channel belongs to one coroutine and is named by nothing but its body,
//! so a yield can reach no other coroutine, whatever polls what (see `ARCHITECTURE.md`).

mod channel;
mod index;
mod slot;

use alloc::boxed::Box;
use core::convert::Infallible;
use core::fmt::{self, Debug};
use core::future::Future;
use core::iter::FusedIterator;
use core::panic::Location;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};

pub use channel::{Channel, pause, suspend};
pub use index::{Flat, NestedArrays, NestedOthers, flat, nested};

use crate::machine::Stands;
use crate::{Coroutine, Resume, Status, Stop};
use channel::{Answer, Raised, Yielded};

/// The channel of a frame. A macro, for without the feature `alloc` it is an error (see `unpinned.rs`).
#[doc(hidden)]
#[macro_export]
macro_rules! __coro_channel {
    ($resume:ty, $yields:ty, $throws:ty) => {
        $crate::__private::Channel::<$resume, $yields, $throws>::new()
    };
}

/// A coroutine made by `#[coro::coroutine(pinned)]`: a frame of rustc's making in one box.
///
/// It is seen as `impl Coroutine`, moves freely, and is `Send` where what its body holds is, and what is sent, yielded and thrown, which pass through a channel.
#[must_use = "a coroutine does nothing until it is primed, sent a value or iterated over"]
pub struct Pinned<F, R, Y, E> {
    /// `None`: finished.
    running: Option<Running<F, R, Y, E>>,
    /// The yield at which it is suspended; `None` before the first.
    suspended: Option<At>,
}

/// The frame is dropped before the channel that it speaks through.
struct Running<F, R, Y, E> {
    frame: Pin<Box<F>>,
    channel: Channel<R, Y, E>,
}

/// A yield point.
#[derive(Debug, Clone, Copy)]
struct At {
    line: &'static Location<'static>,
    takes: Takes,
}

/// What a yield point takes of what comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// That it is resumed: what is sent is `()`, and nothing catches.
    Nothing,
    /// What is sent; nothing catches.
    Sent,
    /// What is thrown or closed, too.
    All,
}

impl<T, F: Future<Output = T>, R, Y, E> Pinned<F, R, Y, E> {
    /// Puts a frame into its box, beside the channel that it speaks through. Nothing runs.
    #[inline]
    pub fn new(channel: Channel<R, Y, E>, frame: F) -> Self {
        let frame = Box::pin(frame);
        Self {
            running: Some(Running { frame, channel }),
            suspended: None,
        }
    }

    /// Polls the frame once. It is out of its place meanwhile, so that a panic leaves it finished.
    #[inline]
    fn step(&mut self, input: Option<Resume<R, E>>) -> Result<Y, Stop<T, E>> {
        let Some(mut running) = self.running.take() else {
            return Err(Stop::Exhausted);
        };
        if let Some(input) = input
            && !self.takes(Takes::Nothing)
        {
            running.channel.send(input);
        }
        let polled = running
            .frame
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()));
        match polled {
            Poll::Ready(value) => Err(Stop::Returned(value)),
            Poll::Pending => match running.channel.answer() {
                Some(Answer::Yielded(Yielded { value, at })) => {
                    self.running = Some(running);
                    self.suspended = Some(at);
                    Ok(value)
                }
                Some(Answer::Raised(Raised(interrupt))) => {
                    drop(running);
                    Err(crate::private::raise(interrupt))
                }
                None => crate::once::foreign(),
            },
        }
    }

    /// From the yield where it stands.
    #[inline]
    fn go_on(&mut self, input: Resume<R, E>) -> Result<Y, Stop<T, E>> {
        match input {
            Resume::Throw(error) if !self.takes(Takes::All) => self.leave(Stop::Raised(error)),
            Resume::Close if !self.takes(Takes::All) => self.leave(Stop::Closed),
            input => self.step(Some(input)),
        }
    }

    /// What leaves the body at the yield where it stands: its locals are dropped, and no code of it runs.
    #[inline]
    fn leave(&mut self, stop: Stop<T, E>) -> Result<Y, Stop<T, E>> {
        drop(self.running.take());
        Err(stop)
    }
}

impl<T, F: Future<Output = T>, R, Y, E> Coroutine<R> for Pinned<F, R, Y, E> {
    type Yield = Y;
    type Return = T;
    type Throw = E;

    #[inline]
    fn prime(&mut self) -> Result<Option<Y>, Stop<T, E>> {
        match self.status() {
            Status::Created => self.step(None).map(Some),
            Status::Suspended => Ok(None),
            Status::Finished => Err(Stop::Exhausted),
        }
    }

    #[inline]
    fn resume(&mut self, input: Resume<R, E>) -> Result<Y, Stop<T, E>> {
        if self.running.is_none() {
            return Err(crate::private::finished(input));
        }
        if self.suspended.is_none() && matches!(input, Resume::Send(_)) {
            drop(self.step(None)?);
        }
        self.go_on(input)
    }

    #[inline]
    fn coro_proceed(&mut self, input: Resume<R, E>) -> Result<Y, Stop<T, E>> {
        match self.status() {
            Status::Created => self.step(None),
            Status::Suspended => self.go_on(input),
            Status::Finished => Err(crate::private::finished(input)),
        }
    }

    #[inline]
    fn status(&self) -> Status {
        self.stands().status()
    }

    #[inline]
    fn location(&self) -> Option<&'static Location<'static>> {
        self.stands().location()
    }
}

impl<F, R, Y, E> Pinned<F, R, Y, E> {
    #[inline]
    const fn stands(&self) -> Stands {
        match (&self.running, &self.suspended) {
            (None, _) => Stands::Finished,
            (Some(_), None) => Stands::Created,
            (Some(_), Some(at)) => Stands::At(at.line),
        }
    }

    #[inline]
    fn takes(&self, what: Takes) -> bool {
        self.suspended.is_some_and(|at| at.takes == what)
    }
}

impl<F: Future<Output = ()>, Y> Iterator for Pinned<F, (), Y, Infallible> {
    type Item = Y;

    #[inline]
    fn next(&mut self) -> Option<Y> {
        self.step(self.suspended.is_some().then_some(Resume::Send(())))
            .ok()
    }
}

impl<F: Future<Output = ()>, Y> FusedIterator for Pinned<F, (), Y, Infallible> {}

impl<F, R, Y, E> Debug for Pinned<F, R, Y, E> {
    /// The status and the line; what is in the frame, only the body knows.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.stands().show(f).finish_non_exhaustive()
    }
}
