//! What coroutines do, one table per feature.

mod constructs;
mod moves;
