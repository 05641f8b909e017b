//! What each block needs (`live`) and may have to drop, beside its name.
//!
//! `Yes`: it has a value; `No`: it has none, or was moved out; `Maybe`: on some
//! of the ways that lead here. What is live and `Yes` is kept as it is; what is
//! not live and `Yes` is kept for its drop alone.

mod captures;
mod moves;
mod values;

use super::facts;
use expect_test::Expect;

/// Checks the facts of a body with the arguments `a` and `b`, if it says them.
fn knows(body: &str, expected: &Expect) {
    let says = |name: &str| {
        body.split(|c: char| !(c.is_alphanumeric() || c == '_'))
            .any(|word| word == name)
    };
    let arguments: String = [("a", "mut a: A, "), ("b", "mut b: B")]
        .iter()
        .filter_map(|(name, argument)| says(name).then_some(*argument))
        .collect();
    let text =
        format!("fn f({arguments}) -> impl Coroutine<u8, Yield = u8, Return = T> {{ {body} }}");
    expected.assert_eq(&facts(&text));
}
