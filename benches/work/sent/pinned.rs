//! As coroutines of the other engine, `#[coro::coroutine(pinned)]`: the bodies of `ours.rs`, to the letter.

use coro_pinned as engine;

#[path = "ours.rs"]
#[allow(clippy::duplicate_mod, reason = "the same source for both engines")]
mod bodies;

pub(crate) use bodies::*;
