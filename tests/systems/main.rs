//! The systems of the last tutorial: each of the programs runs, and ends in asserts on what it printed.
//! What they leave to chance or to real time when they run by themselves is made exact here.

// Each program brings its own copy of the module that prints.
#![allow(clippy::duplicate_mod)]

use std::fs;
use std::path::Path;

#[path = "../../examples/bus_events.rs"]
mod bus_events;
#[path = "../../examples/event_loop.rs"]
mod event_loop;
#[path = "../../examples/follow.rs"]
mod follow;
#[path = "../../examples/million.rs"]
mod million;
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

#[test]
fn an_event_loop() {
    event_loop::main();
}

#[test]
fn tens_of_thousands() {
    million::run(50_000, 50);
}

/// The right column of `docs/side-by-side.md`, line by line and in order, is what the examples say.
#[test]
fn the_page_side_by_side() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(folder.join("docs/side-by-side.md")).unwrap();
    let mut programs = 0;
    for section in page.split("\n## ").skip(1) {
        let file = section.split('`').nth(1).unwrap();
        let program = fs::read_to_string(folder.join(file)).unwrap();
        let mut rest = program.lines().map(str::trim);
        let table = section.split("```").nth(1).unwrap();
        for line in table.lines() {
            let ported = line.split_once(" | ").map_or("", |(_, rust)| rust.trim());
            let found = ported.is_empty() || rest.any(|line| line == ported);
            assert!(found, "{file} does not have, or not here: {ported}");
        }
        programs += 1;
    }
    assert_eq!(programs, 5);
}

/// Each program has a row in `examples/README.md`, with a command that names it.
#[test]
fn the_table_of_examples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let table = fs::read_to_string(folder.join("README.md")).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_program =
            path.extension().is_some_and(|ext| ext == "rs") || path.join("main.rs").exists();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if is_program {
            assert!(
                table.contains(&format!("--example {name}")),
                "{name} is missing"
            );
        }
    }
}
