//! The oracle: the same body as a coroutine and as a plain function must do the same.
//!
//! A table of bodies by hand, a module per topic, and [`random`] ones. Rows that wait for the engine stand in `pending.rs`, which
//! is not compiled.

mod found;
mod harness;
mod log;

mod closures;
mod control;
mod cycles;
mod moves;
mod patterns;
mod positions;
mod random;
mod shapes;
mod temporaries;
