//! What a frame and its resumer say to each other, one message at a time, and the futures that the body
//! of a frame awaits: the only ones that it may.

use core::fmt::{self, Debug};
use core::future::Future;
use core::marker::PhantomData;
use core::panic::Location;
use core::pin::Pin;
use core::task::{Context, Poll};

use super::slot::Slot;
use super::{At, Takes};
use crate::delegate::first::First;
use crate::delegate::kind::{Kind, Outlet, outlet};
use crate::{Interrupt, Resume};

/// One message.
enum Message<R, Y, E> {
    /// To the frame.
    Sent(Resume<R, E>),
    /// From the frame.
    Answered(Answer<Y, E>),
}

/// What a frame says before it waits.
pub(super) enum Answer<Y, E> {
    Yielded(Yielded<Y>),
    Raised(Raised<E>),
}

/// A value for the resumer.
pub(super) struct Yielded<Y> {
    pub(super) value: Y,
    pub(super) at: At,
}

/// What no `co_try!` of the body catches.
pub(super) struct Raised<E>(pub(super) Interrupt<E>);

/// One end of the way between a frame and its resumer.
pub struct Channel<R, Y, E>(Slot<Message<R, Y, E>>);

impl<R, Y, E> Channel<R, Y, E> {
    /// A way with nothing on it.
    #[allow(clippy::new_without_default, reason = "emitted code calls it by name")]
    pub fn new() -> Self {
        Self(Slot::new())
    }

    /// The resumer's end.
    #[must_use]
    pub fn other_end(&self) -> Self {
        Self(self.0.clone())
    }

    #[inline]
    pub(super) fn send(&self, input: Resume<R, E>) {
        self.0.replace(Some(Message::Sent(input)));
    }

    #[inline]
    pub(super) fn answer(&self) -> Option<Answer<Y, E>> {
        match self.0.replace(None) {
            Some(Message::Answered(answer)) => Some(answer),
            Some(Message::Sent(_)) | None => None,
        }
    }

    #[inline]
    fn put(&self, answer: Answer<Y, E>) {
        self.0.replace(Some(Message::Answered(answer)));
    }

    /// `co_yield!` where nothing catches: evaluates to what is sent, and to nothing else, for at a throw or
    /// a close the frame is dropped instead.
    #[inline]
    pub fn suspend(&self, value: Y, line: &'static Location<'static>) -> Suspend<'_, R, Y, E> {
        Suspend(self.yielded(value, line, Takes::Sent))
    }

    /// `co_yield!` in a `co_try!`, and a yield of a delegate: evaluates to whatever comes in.
    #[inline]
    pub fn exchange(&self, value: Y, line: &'static Location<'static>) -> Exchange<'_, R, Y, E> {
        self.yielded(value, line, Takes::All)
    }

    #[inline]
    fn yielded(
        &self,
        value: Y,
        line: &'static Location<'static>,
        takes: Takes,
    ) -> Exchange<'_, R, Y, E> {
        let at = At { line, takes };
        self.put(Answer::Yielded(Yielded { value, at }));
        Exchange {
            channel: self,
            waited: false,
        }
    }

    /// Raises out of the coroutine. The frame is dropped while it waits for this.
    #[inline]
    pub fn raise(&self, interrupt: Interrupt<E>) -> Raise {
        self.put(Answer::Raised(Raised(interrupt)));
        Raise
    }

    /// What the coroutine yields.
    #[inline]
    pub const fn outlet(&self) -> Outlet<Y> {
        outlet()
    }

    /// Asks what kind of delegate the operand of a `yield_from!` is.
    #[inline]
    pub const fn kind<D, V>(&self, _: &D, _: &Outlet<V>) -> Kind<D, R, E, V> {
        Kind(PhantomData)
    }

    /// Asks what a started delegate is sent when no value is given.
    #[inline]
    pub const fn first(&self) -> First<R> {
        First(PhantomData)
    }
}

/// [`Channel::suspend`], as a function: the marker is then the beginning of what is wrong with its value.
#[inline]
pub fn suspend<'a, R, Y, E>(
    channel: &'a Channel<R, Y, E>,
    value: Y,
    line: &'static Location<'static>,
) -> Suspend<'a, R, Y, E> {
    channel.suspend(value, line)
}

/// [`Channel::pause`], as a function.
#[inline]
pub fn pause<Y, E>(
    channel: &Channel<(), Y, E>,
    value: Y,
    line: &'static Location<'static>,
) -> Pause {
    channel.pause(value, line)
}

impl<Y, E> Channel<(), Y, E> {
    /// [`Channel::suspend`] where `()` is sent: nothing has to come back through the channel.
    #[inline]
    pub fn pause(&self, value: Y, line: &'static Location<'static>) -> Pause {
        let at = At {
            line,
            takes: Takes::Nothing,
        };
        self.put(Answer::Yielded(Yielded { value, at }));
        Pause(false)
    }
}

/// Waits to be resumed.
#[derive(Debug)]
#[must_use]
pub struct Pause(bool);

impl Future for Pause {
    type Output = ();

    #[inline]
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if core::mem::replace(&mut self.0, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

impl<R, Y, E> Debug for Channel<R, Y, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Channel").finish_non_exhaustive()
    }
}

/// Waits for what is sent in.
#[derive(Debug)]
#[must_use]
pub struct Suspend<'a, R, Y, E>(Exchange<'a, R, Y, E>);

impl<R, Y, E> Future for Suspend<'_, R, Y, E> {
    type Output = R;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<R> {
        match Pin::new(&mut self.0).poll(context) {
            Poll::Ready(Resume::Send(value)) => Poll::Ready(value),
            Poll::Ready(Resume::Throw(_) | Resume::Close) => {
                unreachable!("a frame in which nothing catches is dropped, not resumed")
            }
            Poll::Pending => Poll::Pending,
        }
    }
}

/// Waits for whatever comes in.
#[derive(Debug)]
#[must_use]
pub struct Exchange<'a, R, Y, E> {
    channel: &'a Channel<R, Y, E>,
    /// Whether the value has been handed out.
    waited: bool,
}

impl<R, Y, E> Future for Exchange<'_, R, Y, E> {
    type Output = Resume<R, E>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Resume<R, E>> {
        if !self.waited {
            self.waited = true;
            return Poll::Pending;
        }
        match self.channel.0.replace(None) {
            Some(Message::Sent(input)) => Poll::Ready(input),
            Some(Message::Answered(_)) | None => {
                unreachable!("a frame is polled by its resumer, which has put a message")
            }
        }
    }
}

/// Waits for ever.
#[derive(Debug)]
#[must_use]
pub struct Raise;

impl Future for Raise {
    type Output = core::convert::Infallible;

    #[inline]
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Pending
    }
}
