//! Which functions are printed in the form for many states and many locals.

use super::expansion;
use std::fmt::Write;

/// So many locals, each of them alive from a yield of its own to the end.
fn body(locals: usize, answer: &str) -> String {
    let mut body = format!("fn many() -> {answer} {{");
    for local in 0..locals {
        let _ = write!(body, "let v{local} = {local}; co_yield!(v{local});");
    }
    let sum: Vec<String> = (0..locals).map(|local| format!("v{local}")).collect();
    body + "co_yield!(" + &sum.join(" + ") + "); }"
}

#[test]
fn a_small_one_is_printed_plainly() {
    let printed = expansion(&body(10, "impl Iterator<Item = u32>"));
    assert!(!printed.contains("Never("), "{printed}");
    assert!(
        printed.contains("ManyState::Yield2 { v0, v1 } => {"),
        "{printed}"
    );
}

#[test]
fn a_large_one_has_arrays_in_its_states() {
    let printed = expansion(&body(50, "impl Iterator<Item = u32>"));
    for part in [
        "Never(",
        "[_; 1]",
        "v0: [v0],",
        "ManyState::Yield2 { v0, v1 } => {",
        "let [v1] = v1;",
    ] {
        assert!(printed.contains(part), "{part} in {printed}");
    }
}

#[test]
fn what_is_printed_by_debug_stays_as_it_is() {
    let printed = expansion(&body(50, "impl Iterator<Item = u32> + Debug"));
    assert!(!printed.contains("Never("), "{printed}");
}
