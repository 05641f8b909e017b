//! What each block needs (`live`) and may have to drop, beside its name.
//!
//! `Yes`: it has a value; `No`: it has none, or was moved out; `Maybe`: on some
//! of the ways that lead here. What is live and `Yes` is kept as it is; what is
//! not live and `Yes` is kept for its drop alone.

mod captures;
mod fields;
mod kept;
mod moves;
mod values;

use super::{compiled, facts, kept};
use expect_test::Expect;

/// A function with the arguments `a` and `b`, if its body says them.
fn function(body: &str) -> String {
    let says = |name: &str| {
        body.split(|c: char| !(c.is_alphanumeric() || c == '_'))
            .any(|word| word == name)
    };
    let arguments: String = [("a", "mut a: A, "), ("b", "mut b: B")]
        .iter()
        .filter_map(|(name, argument)| says(name).then_some(*argument))
        .collect();
    format!("fn f({arguments}) -> impl Coroutine<u8, Yield = u8, Return = T> {{ {body} }}")
}

/// Checks the facts of a body.
fn knows(body: &str, expected: &Expect) {
    expected.assert_eq(&facts(&function(body)));
}

/// Checks what the states of a body keep.
fn keeps(body: &str, expected: &Expect) {
    expected.assert_eq(&kept(&function(body)));
}
