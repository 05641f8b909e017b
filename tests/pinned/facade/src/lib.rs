//! `coro`, but that `#[coro::coroutine]` is `#[coro::coroutine(pinned)]`: the tests of the one engine, compiled
//! against this, are the tests of the other.

pub use coro::*;
pub use coro_macros::pinned as coroutine;
