//! The works by hand and by coro, as `benches/work` has them.

#[path = "../../work/game.rs"]
pub(crate) mod game;
#[path = "../../work/input.rs"]
pub(crate) mod input;

pub(crate) use self::input::Input;
use coro as engine;

#[path = "../../work/loops/by_hand.rs"]
pub(crate) mod loops;
#[path = "../../work/loops/ours.rs"]
pub(crate) mod our_loops;

#[path = "../../work/kept/by_hand.rs"]
pub(crate) mod kept;
#[path = "../../work/kept/ours.rs"]
pub(crate) mod our_kept;

#[path = "../../work/sent/ours.rs"]
pub(crate) mod our_sent;
#[path = "../../work/sent/by_hand.rs"]
pub(crate) mod sent;

#[path = "../../work/composed/by_hand.rs"]
pub(crate) mod composed;
#[path = "../../work/composed/ours.rs"]
pub(crate) mod our_composed;

/// One contender's way of doing it.
pub(crate) type Run = fn(&Input) -> u64;
