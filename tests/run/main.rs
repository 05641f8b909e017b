//! What coroutines do, one table per feature.

mod conjoin;
mod constructs;
mod delegate;
mod guards;
mod macros;
mod matrix;
mod methods;
mod moves;
mod pep342;
mod pep380;
mod pep380_edges;
mod regions;
mod runtime;
mod signatures;
mod support;
mod temporaries;
