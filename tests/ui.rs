//! What the user sees: one file in `tests/ui` per misuse, named by the offence.
//!
//! The texts are those of the current stable compiler. To bless them, run
//! `TRYBUILD=overwrite cargo test --test ui`, and read each before keeping it.

#[test]
fn misuse() {
    let tests = trybuild::TestCases::new();
    tests.compile_fail("tests/ui/*.rs");
}
