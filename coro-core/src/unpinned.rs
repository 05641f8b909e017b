//! What stands in for `pinned.rs` without the feature `alloc`: one error that names the feature. What the channel is made by
//! is that error, so rustc has nothing to say of what is done with it.

/// The channel of a frame, which cannot be made.
#[doc(hidden)]
#[macro_export]
macro_rules! __coro_channel {
    ($($types:tt)*) => {
        ::core::compile_error!(
            "a pinned coroutine needs the heap, for what borrows from itself cannot be moved: turn on the feature `alloc` (or `std`) of the crate `coro`, or remove `pinned`"
        )
    };
}

/// In place of a frame.
#[derive(Debug)]
pub struct Pinned;

/// The channel of a frame of the type `F`: there is none.
pub trait Opens<F> {
    /// What the function returns.
    type Made;
}

impl Pinned {
    /// Stands where the frame would be made.
    pub fn new<C: Opens<F>, F>(_: C, _: F) -> C::Made {
        unreachable!("a channel cannot be made")
    }
}

/// What is sent through a channel: nothing, for there is none.
pub trait Sends {
    /// What a yield evaluates to.
    type Sent;
}

/// Stands where a yield would be.
#[allow(
    clippy::unused_async,
    reason = "it is awaited, as the one of a frame is"
)]
pub async fn suspend<C: Sends, Y, L>(_: &C, _: Y, _: L) -> C::Sent {
    unreachable!("a channel cannot be made")
}

/// Stands where a yield would be to which `()` is sent.
#[allow(
    clippy::unused_async,
    reason = "it is awaited, as the one of a frame is"
)]
pub async fn pause<C: Sends, Y, L>(_: &C, _: Y, _: L) -> C::Sent {
    unreachable!("a channel cannot be made")
}
