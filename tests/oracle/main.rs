//! The oracle: the same body as a coroutine of either engine and as a plain function must do the same.
//!
//! A table of bodies by hand, a module per topic, and [`random`] ones. What can be thrown into is in [`interrupts`].

mod ends;
mod found;
mod harness;
mod log;
mod rng;

mod alternatives;
mod asserted;
mod assigned;
mod closures;
mod control;
mod copied;
mod cycles;
mod dead_borrows;
mod destructured;
mod doubts;
mod extended;
mod frames;
mod hidden_returns;
mod hides;
mod imports;
mod in_macros;
mod interrupts;
mod joins;
mod landings;
mod left;
mod lent_places;
mod let_go;
mod moves;
mod order;
mod patterns;
mod positions;
mod random;
mod readings;
mod receivers;
mod refuted;
mod scopes;
mod seems;
mod shapes;
mod slots;
mod taken;
mod temporaries;
mod through;
mod told;
