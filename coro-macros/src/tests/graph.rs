//! Rust text to the graph's text: one small input per lowering rule.
//!
//! `UPDATE_EXPECT=1 cargo test -p coro-macros` blesses what is printed; a graph
//! is read before it is kept. What is the same everywhere is printed short:
//! `SENT` for what a yield evaluates to, `SENT or {..}` inside a `co_try!`, and
//! paths without the runtime's name.

mod assignments;
mod calls;
mod conditions;
mod cycles;
mod delegation;
mod heads;
mod iterations;
mod jumps;
mod lets;
mod macros;
mod matches;
mod operators;
mod order;
mod places;
mod raises;
mod regions;
mod simplified;
mod statements;
mod temporaries;
mod values;

use super::{graph, print};
use expect_test::Expect;

/// A function with the arguments `a`, `b`, `c`, which takes and yields numbers.
fn function(body: &str) -> String {
    format!(
        "fn f(mut a: A, mut b: B, c: C) \
         -> impl Coroutine<u8, Yield = u8, Return = T, Throw = E> {{ {body} }}"
    )
}

/// Checks the graph of a body.
fn lowers(body: &str, expected: &Expect) {
    expected.assert_eq(&print(&graph(&function(body))));
}

/// [`lowers`], with nothing printed short.
fn lowers_in_full(body: &str, expected: &Expect) {
    expected.assert_eq(&crate::ir::text::print(&graph(&function(body))));
}
