//! What a delegate that has been started is sent first, where the program says nothing: `()`, if it can be.

use core::marker::PhantomData;

use crate::Resume;

/// The question of what a started delegate is sent when no value is given.
#[derive(Debug)]
pub struct First<R>(pub(crate) PhantomData<fn() -> R>);

/// Asks what a started delegate is sent when no value is given.
#[inline]
pub const fn first<R, E>(_: &Resume<R, E>) -> First<R> {
    First(PhantomData)
}

/// First level: `()` is sent.
pub trait FirstUnit {
    /// The value.
    fn coro_first(&self) -> Option<()>;
}
impl FirstUnit for &First<()> {
    #[inline]
    fn coro_first(&self) -> Option<()> {
        Some(())
    }
}

/// Last level: there is nothing to send.
pub trait FirstOther<R> {
    /// No value.
    fn coro_first(&self) -> Option<R>;
}
impl<R> FirstOther<R> for First<R> {
    #[inline]
    fn coro_first(&self) -> Option<R> {
        None
    }
}
