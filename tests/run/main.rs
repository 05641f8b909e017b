//! What coroutines do, one table per feature.

mod constructs;
mod guards;
mod macros;
mod moves;
mod delegate;
mod matrix;
mod methods;
mod regions;
mod runtime;
mod signatures;
mod support;
