//! Loops over scalars.

pub(super) mod by_hand;
pub(super) mod corosensei;
pub(super) mod diapause;
pub(super) mod fauxgen;
pub(super) mod genawaiter;
pub(super) mod next_gen;
pub(super) mod ours;
pub(super) mod pinned;

use coro as engine;
