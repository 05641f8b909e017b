//! As generators of genawaiter, in a box, with an `Arc` and a lock: the bodies of `genawaiter.rs`, to the letter.

use crate::work::flavours::sync as flavour;

#[path = "genawaiter.rs"]
#[allow(clippy::duplicate_mod, reason = "the same source for all flavours")]
mod bodies;

pub(crate) use bodies::*;
