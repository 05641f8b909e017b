//! The systems of the last tutorial: each of the programs runs, and ends in asserts on what it printed.
//! What they leave to chance or to real time when they run by themselves is made exact here.

// Each program brings its own copy of the module that prints.
#![allow(clippy::duplicate_mod)]

#[path = "../../examples/trampoline.rs"]
mod trampoline;

#[test]
fn trampolining() {
    trampoline::main();
}
