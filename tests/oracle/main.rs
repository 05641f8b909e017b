//! The oracle: the same body as a coroutine and as a plain function must do the same.

mod harness;
mod log;

mod closures;
mod control;
mod cycles;
mod moves;
mod patterns;
mod positions;
mod random;
mod temporaries;
