//! Tries the rows of many seeds, some to a compilation, and sorts out what is found.
//!
//! | environment | what it says |
//! |---|---|
//! | `ORACLE_SEED`, `ORACLE_COUNT` | the seeds `ORACLE_SEED..ORACLE_SEED + ORACLE_COUNT` are tried |
//! | `ORACLE_SIZE` | about how many statements a body has: 45 find more, 6 are easier to read |
//! | `ORACLE_BATCH` | how many rows are compiled at a time |
//! | `ORACLE_KNOWN` | how often, in percent, what is known to be refused is written, too: 100 after each repair of that |
//!
//! What is found is printed, each row as its text, to be cut down and added to a table by hand: *refused* where the row is valid Rust and does not
//! compile, *differs* where its versions do different things. A row that is not valid Rust is an error of the generator.

use super::scratch::{Scratch, Table, text_of};
use std::collections::BTreeSet;

#[derive(Default)]
struct Found {
    refused: BTreeSet<u64>,
    differ: BTreeSet<u64>,
    invalid: BTreeSet<u64>,
}

/// Tries the rows of this table: as many as the environment says, or `count`, of the size it says, or a small one.
pub(crate) fn try_rows(table: &Table, count: u64) {
    let (first, count) = (variable("ORACLE_SEED", 1), variable("ORACLE_COUNT", count));
    let size = variable("ORACLE_BATCH", 100);
    let scratch = Scratch::new(table);
    let mut found = Found::default();
    for start in (first..first + count).step_by(usize::try_from(size).expect("a small number")) {
        let mut seeds: Vec<u64> = (start..(start + size).min(first + count)).collect();
        found
            .invalid
            .extend(drop_invalid(&scratch, table, &mut seeds));
        found
            .refused
            .extend(drop_refused(&scratch, table, &mut seeds));
        found.differ.extend(differing(&scratch, table));
    }
    for (what, seeds) in [
        ("refused", &found.refused),
        ("differ", &found.differ),
        ("invalid", &found.invalid),
    ] {
        println!("of {count}: {} {what} {seeds:?}", seeds.len());
    }
    assert!(found.differ.is_empty() && found.invalid.is_empty() && found.refused.is_empty());
}

fn drop_invalid(scratch: &Scratch<'_>, table: &Table, seeds: &mut Vec<u64>) -> Vec<u64> {
    let mut invalid = Vec::new();
    scratch.write_valid(seeds);
    loop {
        let output = scratch.cargo(&["check", "--quiet", "--test", "valid"]);
        if output.status.success() {
            return invalid;
        }
        let blamed = scratch.blamed("valid", &text_of(&output));
        assert!(!blamed.is_empty(), "no row to blame:{}", text_of(&output));
        for (seed, error) in blamed {
            println!("INVALID {seed}: {error}\n{}", (table.row)(seed));
            invalid.push(seed);
        }
        seeds.retain(|seed| !invalid.contains(seed));
        scratch.write_valid(seeds);
    }
}

fn drop_refused(scratch: &Scratch<'_>, table: &Table, seeds: &mut Vec<u64>) -> Vec<u64> {
    let mut refused = Vec::new();
    scratch.write_rows(seeds);
    while let Err(errors) = scratch.build() {
        let mut blamed = scratch.blamed("random", &errors);
        if blamed.is_empty() {
            blamed.push(scratch.search(seeds));
        }
        for (seed, error) in blamed {
            println!("REFUSED {seed}: {error}\n{}", (table.row)(seed));
            refused.push(seed);
        }
        seeds.retain(|seed| !refused.contains(seed));
        scratch.write_rows(seeds);
    }
    refused
}

fn differing(scratch: &Scratch<'_>, table: &Table) -> Vec<u64> {
    let mut differing = Vec::new();
    let test = ["test", "--quiet", "--test", "random"];
    let output = text_of(&scratch.cargo(&[&test[..], &["--", "--test-threads=1"]].concat()));
    for failure in output.split("\n---- bodies::r").skip(1) {
        let (name, trace) = failure
            .split_once(" stdout ----")
            .expect("as libtest prints it");
        let (seed, engine) = name.split_once("::").expect("a row is a module");
        let seed = seed.parse().expect("a row is named by its seed");
        let trace = trace.split("stack backtrace:").next().unwrap_or(trace);
        println!("DIFFERS {seed} ({engine}): {trace}\n{}", (table.row)(seed));
        differing.push(seed);
    }
    differing
}

pub(super) fn variable(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().expect("a number"))
}
