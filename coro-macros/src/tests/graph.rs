//! Rust text to the graph's text: one small input per lowering rule.
//!
//! `UPDATE_EXPECT=1 cargo test -p coro-macros` blesses what is printed; a graph
//! is read before it is kept. What a yield evaluates to is printed `SENT`.

mod branches;
mod cycles;
mod jumps;
mod operands;
mod order;
mod regions;
mod simplified;
mod statements;
mod temporaries;

use super::printed;
use expect_test::Expect;

/// Checks the graph of a body with the arguments `a`, `b`, `c`, which takes and
/// yields numbers.
fn lowers(body: &str, expected: &Expect) {
    let text = format!(
        "fn f(mut a: A, mut b: B, c: C) -> impl Coroutine<u8, Yield = u8, Return = T, Throw = E> {{ {body} }}"
    );
    expected.assert_eq(&printed(&text));
}
