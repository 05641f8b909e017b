//! What coroutines do, one table per feature.

#![cfg_attr(
    pinned,
    allow(
        clippy::diverging_sub_expression,
        clippy::let_and_return,
        clippy::let_unit_value,
        clippy::match_single_binding,
        clippy::ptr_arg,
        clippy::redundant_guards,
        clippy::single_match,
        reason = "of bodies that are so for what they test, which this engine leaves in one piece for clippy to see"
    )
)]

mod algorithms;
mod borrows;
mod by_ref;
mod by_value;
mod called;
mod combined;
mod configured;
mod conjoin;
mod constructs;
mod defaults;
mod delegate;
mod fields;
mod fragments;
mod guards;
mod handed_out;
mod inference;
mod lends;
mod let_else;
mod looked_up;
mod macros;
mod markers;
mod matrix;
mod methods;
mod moves;
mod names;
mod never_ending;
mod no_borrows;
mod outside;
mod own_macros;
mod panics;
mod parameters;
mod parts;
mod pep342;
mod pep342_email;
mod pep380;
mod pep380_edges;
mod pep380_loops;
mod ported;
mod positions;
mod programs;
mod raise;
mod region_drops;
mod regions;
mod runtime;
mod self_parts;
mod sent;
mod shared;
mod signatures;
// What is sent may borrow anew at each send: not in a frame, which is of one type.
#[cfg(not(pinned))]
mod sinks;
mod spellings;
mod stack;
mod support;
mod temporaries;
mod told;
mod types;
mod unreached;
mod wide;
