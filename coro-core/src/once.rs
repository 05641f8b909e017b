//! Steps that a macro of the user's may return from.
//!
//! What a macro expands to is not seen when a coroutine is compiled. A `return` in it returns from the function
//! around it, and that has to give what the user's gives. An async block does, and it has a second way out, which is not to be
//! ready. So the step's own answers leave it by that: it is polled once, where it stands, and dropped.

use core::pin::pin;
use core::task::{Context, Poll, Waker};

use crate::Stop;

/// What the step returned, or else what it `left`.
#[inline]
pub fn answer<Y, R, T>(
    returned: Option<R>,
    left: Option<Result<Y, Stop<R, T>>>,
) -> Result<Y, Stop<R, T>> {
    match (returned, left) {
        (Some(value), _) => Err(Stop::Returned(value)),
        (None, Some(left)) => left,
        (None, None) => foreign(),
    }
}

/// A body is not ready, and it is not by us that it waits.
#[cold]
pub(crate) fn foreign() -> ! {
    panic!(
        "the body of a coroutine waits for a future: a coroutine cannot `.await`, \
         not even in a macro; yield the future, and let the caller await it"
    )
}

/// What `step` returns, unless it ends pending.
#[inline]
pub fn once<R>(step: impl Future<Output = R>) -> Option<R> {
    match pin!(step).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
