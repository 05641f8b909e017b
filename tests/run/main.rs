//! What coroutines do, one table per feature.

mod constructs;
mod delegate;
mod guards;
mod macros;
mod matrix;
mod methods;
mod moves;
mod pep342;
mod regions;
mod runtime;
mod signatures;
mod support;
mod temporaries;
