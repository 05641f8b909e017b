//! What closures and async blocks capture.

use super::knows;
use expect_test::expect;

#[test]
fn borrowed() {
    knows(
        "let x = g(); let f = || h(&x); co_yield!(1); f(); co_yield!(2);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x Yes; f live Yes;
            b2 Yield: x Yes; f Yes;
        "#]],
    );
}

#[test]
fn moved() {
    knows(
        "let x = g(); let f = move || h(&x); co_yield!(1); f();",
        &expect![[r#"
            b0 Start:
            b1 Yield: x No; f live Yes;
        "#]],
    );
}

/// A closure without `move` takes what its body takes.
#[test]
fn moved_by_its_body() {
    knows(
        "let x = g(); let f = || h(x); co_yield!(1); f();",
        &expect![[r#"
            b0 Start:
            b1 Yield: x No; f live Yes;
        "#]],
    );
}

#[test]
fn copied() {
    knows(
        "let x = g(); let f = move || h(x); co_yield!(1); k(x); f();",
        &expect![[r#"
            b0 Start:
            b1 Yield: x live Yes; f live Yes;
        "#]],
    );
}

/// A field is captured alone: the local is not moved.
#[test]
fn projection() {
    knows(
        "let x = g(); let f = move || h(x.y); co_yield!(1); f(); k(&x.z);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x live Yes; f live Yes;
        "#]],
    );
}

#[test]
fn own_locals() {
    knows(
        "let x = g(); let f = |x| { let y = x; y }; co_yield!(1); f(1);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x Yes; f live Yes;
        "#]],
    );
}

#[test]
fn assigned_in_a_closure() {
    knows(
        "let mut x = 0; let mut f = || x += 1; f(); co_yield!(1); h(x);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x live Yes; f Yes;
        "#]],
    );
}

#[test]
fn async_block() {
    knows(
        "let x = g(); let f = async move { h(&x).await }; co_yield!(1); k(f);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x No; f live Yes;
        "#]],
    );
}

#[test]
fn called_at_once() {
    knows(
        "let x = g(); a.map(|y| y + x); co_yield!(1);",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Yield: a No; x No;
        "#]],
    );
}

/// A call looks at the closure in place.
#[test]
fn call_of_a_closure() {
    knows(
        "let f = g(); f(1); co_yield!(1); f(2); co_yield!(2);",
        &expect![[r#"
            b0 Start:
            b1 Yield: f live Yes;
            b2 Yield: f Asked;
        "#]],
    );
}
