//! Coroutines in asynchronous programs (feature `futures`): as a [`Stream`], as a [`Sink`], and as a task whose yields
//! are requests that futures answer. Nothing here names a runtime.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use alloc::boxed::Box;
use futures_core::{FusedStream, Stream};
use futures_sink::Sink;

use crate::{Coroutine, Iter, Resume, Stop, next};

/// A coroutine that is sent `()`, as a stream of what it yields. Made by [`stream`].
///
/// It never waits: each poll runs the coroutine to its next yield. One that has to wait is for [`answered`].
#[must_use = "streams do nothing unless polled"]
pub struct CoroutineStream<C: Coroutine>(Iter<C>);

/// Makes a stream of a coroutine.
///
/// ```
/// use coro::prelude::*;
/// use futures_util::StreamExt;
///
/// #[coro::coroutine]
/// fn count(to: u32) -> impl Coroutine<(), Yield = u32, Return = &'static str> {
///     for n in 0..to {
///         co_yield!(n);
///     }
///     "done"
/// }
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let mut stream = coro::futures::stream(count(3));
/// let mut seen = Vec::new();
/// while let Some(n) = stream.next().await {
///     seen.push(n);
/// }
/// assert_eq!(seen, [0, 1, 2]);
/// assert_eq!(stream.stop(), Some(&Stop::Returned("done")));
/// # });
/// ```
pub const fn stream<C: Coroutine>(coroutine: C) -> CoroutineStream<C> {
    CoroutineStream(Iter::new(coroutine))
}

impl<C: Coroutine> CoroutineStream<C> {
    /// What ended the stream, `None` while it has not ended.
    pub const fn stop(&self) -> Option<&Stop<C::Return, C::Throw>> {
        self.0.stop()
    }

    /// The coroutine, as far as the stream took it.
    pub fn into_inner(self) -> C {
        self.0.into_inner()
    }
}

impl<C: Coroutine> Clone for CoroutineStream<C>
where
    Iter<C>: Clone,
{
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<C: Coroutine> fmt::Debug for CoroutineStream<C>
where
    Iter<C>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CoroutineStream").field(&self.0).finish()
    }
}

// The coroutine is moved freely: it is not pinned by the pin of the stream.
impl<C: Coroutine> Unpin for CoroutineStream<C> {}

impl<C: Coroutine> Stream for CoroutineStream<C> {
    type Item = C::Yield;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<C::Yield>> {
        Poll::Ready(self.0.next())
    }
}

impl<C: Coroutine> FusedStream for CoroutineStream<C> {
    fn is_terminated(&self) -> bool {
        self.stop().is_some()
    }
}

/// A coroutine as a sink: what is sent to the sink is sent to it. Made by [`sink`].
///
/// It is always ready. What it yields is dropped; the error is the [`Stop`] of a coroutine that has ended. Closing the
/// sink closes the coroutine: its handlers run, and what it answers, other than with an error, is dropped. One that yields in answer to the close is not
/// closed, and may be sent to again.
#[derive(Debug, Clone)]
#[must_use = "sinks do nothing unless polled"]
pub struct CoroutineSink<C>(C);

/// Makes a sink of a coroutine. A coroutine that takes a `&str` of any lifetime is a sink of any `&str`.
///
/// ```
/// use coro::prelude::*;
/// use futures_util::SinkExt;
///
/// #[coro::coroutine]
/// fn total(out: &mut u32) -> impl Coroutine<u32> {
///     loop {
///         *out += co_yield!();
///     }
/// }
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let mut sum = 0;
/// let mut sink = coro::futures::sink(total(&mut sum));
/// sink.send(2).await.unwrap();
/// sink.send(3).await.unwrap();
/// SinkExt::<u32>::close(&mut sink).await.unwrap();
/// assert_eq!(sink.send(4).await, Err(Stop::Exhausted));
/// drop(sink);
/// assert_eq!(sum, 5);
/// # });
/// ```
pub const fn sink<C>(coroutine: C) -> CoroutineSink<C> {
    CoroutineSink(coroutine)
}

impl<C> CoroutineSink<C> {
    /// The coroutine.
    pub fn into_inner(self) -> C {
        self.0
    }
}

impl<C> Unpin for CoroutineSink<C> {}

impl<R, C: Coroutine<R>> Sink<R> for CoroutineSink<C> {
    type Error = Stop<C::Return, C::Throw>;

    fn poll_ready(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn start_send(mut self: Pin<&mut Self>, item: R) -> Result<(), Self::Error> {
        self.0.send(item).map(drop)
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn poll_close(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(match self.0.resume(Resume::Close) {
            Err(Stop::Raised(error)) => Err(Stop::Raised(error)),
            _ => Ok(()),
        })
    }
}

/// Runs a coroutine whose yields are requests: each is answered by a future, whose output is sent back. What it returns
/// is the result.
///
/// # Errors
///
/// The [`Stop`] of a coroutine that raised, or that had ended before.
///
/// ```
/// use coro::prelude::*;
///
/// #[coro::coroutine]
/// fn squares(of: [u32; 2]) -> impl Coroutine<u32, Yield = u32, Return = u32> {
///     co_yield!(of[0]) + co_yield!(of[1])
/// }
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let sum = coro::futures::run(squares([3, 4]), |n| async move { n * n }).await;
/// assert_eq!(sum, Ok(25));
/// # });
/// ```
pub async fn run<R: Default, C: Coroutine<R>, F: Future<Output = R>>(
    mut coroutine: C,
    mut answer: impl FnMut(C::Yield) -> F,
) -> Result<C::Return, Stop<C::Return, C::Throw>> {
    let mut step = next(&mut coroutine);
    loop {
        match step {
            Ok(request) => step = coroutine.send(answer(request).await),
            Err(Stop::Returned(value)) => return Ok(value),
            Err(stop) => return Err(stop),
        }
    }
}

/// What a coroutine for [`answered`] yields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<Q, Y> {
    /// A request, whose answer is sent back.
    Ask(Q),
    /// An item of the stream. What is sent back is the default value.
    Item(Y),
}

/// A coroutine that yields requests and items, as a stream of the items. Made by [`answered`].
#[must_use = "streams do nothing unless polled"]
pub struct Answered<C, A, F> {
    coroutine: C,
    answer: A,
    /// The answer that is being waited for: one allocation for all.
    waiting: Pin<Box<Option<F>>>,
    ended: bool,
}

/// Makes a stream of a coroutine that has to wait: a request that it yields is answered by a future.
///
/// A raise ends the stream as a return does, and neither is kept: a coroutine whose errors matter yields them as items.
///
/// ```
/// use coro::futures::{Step, answered};
/// use coro::prelude::*;
/// use std::time::Duration;
/// use futures_util::StreamExt;
///
/// /// Each number after as many milliseconds.
/// #[coro::coroutine]
/// fn slowly(to: u64) -> impl Coroutine<(), Yield = Step<Duration, u64>> {
///     for n in 1..=to {
///         co_yield!(Step::Ask(Duration::from_millis(n)));
///         co_yield!(Step::Item(n));
///     }
/// }
///
/// # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
/// let stream = answered(slowly(3), tokio::time::sleep);
/// assert_eq!(stream.collect::<Vec<_>>().await, [1, 2, 3]);
/// # });
/// ```
pub fn answered<R, C, A, F, Q, Y>(coroutine: C, answer: A) -> Answered<C, A, F>
where
    R: Default,
    C: Coroutine<R, Yield = Step<Q, Y>>,
    A: FnMut(Q) -> F,
    F: Future<Output = R>,
{
    Answered {
        coroutine,
        answer,
        waiting: Box::pin(None),
        ended: false,
    }
}

impl<C, A, F> Answered<C, A, F> {
    /// The coroutine, as far as the stream took it. An answer that it waits for is dropped.
    pub fn into_inner(self) -> C {
        self.coroutine
    }
}

impl<C: fmt::Debug, A, F> fmt::Debug for Answered<C, A, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answered")
            .field("coroutine", &self.coroutine)
            .field("waiting", &self.waiting.is_some())
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

// Only the future is pinned, and that in its own box.
impl<C, A, F> Unpin for Answered<C, A, F> {}

impl<R, C, A, F, Q, Y> Stream for Answered<C, A, F>
where
    R: Default,
    C: Coroutine<R, Yield = Step<Q, Y>>,
    A: FnMut(Q) -> F,
    F: Future<Output = R>,
{
    type Item = Y;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Y>> {
        let this = self.get_mut();
        while !this.ended {
            let step = match this.waiting.as_mut().as_pin_mut() {
                Some(answer) => {
                    let value = ready!(answer.poll(context));
                    this.waiting.set(None);
                    this.coroutine.send(value)
                }
                None => next(&mut this.coroutine),
            };
            match step {
                Ok(Step::Item(item)) => return Poll::Ready(Some(item)),
                Ok(Step::Ask(request)) => this.waiting.set(Some((this.answer)(request))),
                Err(_) => this.ended = true,
            }
        }
        Poll::Ready(None)
    }
}
