//! What coroutines do, one table per feature.

mod combined;
mod conjoin;
mod constructs;
mod defaults;
mod delegate;
mod guards;
mod macros;
mod matrix;
mod methods;
mod moves;
mod parts;
mod pep342;
mod pep342_email;
mod pep380;
mod pep380_edges;
mod pep380_loops;
mod positions;
mod raise;
mod regions;
mod runtime;
mod shared;
mod signatures;
mod sinks;
mod support;
mod temporaries;
mod types;
