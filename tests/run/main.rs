//! What coroutines do, one table per feature.

mod constructs;
mod macros;
mod moves;
mod matrix;
mod methods;
mod signatures;
mod support;
