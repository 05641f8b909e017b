//! The systems of the last tutorial: each of the programs runs, and ends in asserts on what it printed.
//! What they leave to chance or to real time when they run by themselves is made exact here.

// Each program brings its own copy of the module that prints.
#![allow(clippy::duplicate_mod)]

#[path = "../../examples/bus_events.rs"]
mod bus_events;
#[path = "../../examples/follow.rs"]
mod follow;
#[path = "../../examples/trampoline.rs"]
mod trampoline;

#[test]
fn trampolining() {
    trampoline::main();
}

#[test]
fn tail_and_grep() {
    // The file grows exactly when someone waits for it, by one piece.
    let growing = follow::Growing::new();
    for run in follow::RUNS {
        let mut pieces = follow::PIECES.into_iter();
        run(growing.open(), &mut || {
            growing.grow(pieces.next().expect("the last piece ends it"));
        });
    }
    // As it runs by itself, with a thread that writes.
    follow::demonstrate();
}

#[test]
fn bus_locations() {
    bus_events::main();
}
