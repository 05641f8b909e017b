//! What the states keep of it.

use super::keeps;
use expect_test::expect;

/// What is needed is kept as it is; the rest for its drop.
#[test]
fn needed_and_idle() {
    keeps(
        "let x = g(); let y = g(); co_yield!(1); h(&x);",
        &expect![[r#"
            Start:
            Yield: x, (y)
        "#]],
    );
}

#[test]
fn moved() {
    keeps(
        "g(a); co_yield!(1);",
        &expect![[r#"
            Start: a
            Yield:
        "#]],
    );
}

#[test]
fn moved_after_the_yield() {
    keeps(
        "co_yield!(1); g(a); co_yield!(2);",
        &expect![[r#"
            Start: a
            Yield: a
            Yield:
        "#]],
    );
}

/// What has nothing to drop is forgotten, where the text shows it.
#[test]
fn plain() {
    keeps(
        "let x = 1; let r = &a; let n: (u8, [char; 4]) = g(); co_yield!(1);",
        &expect![[r#"
            Start: a
            Yield: (a)
        "#]],
    );
}

#[test]
fn plain_and_needed() {
    keeps(
        "let x = 1; co_yield!(1); g(x);",
        &expect![[r#"
            Start:
            Yield: x
        "#]],
    );
}

#[test]
fn conditional_move() {
    keeps(
        "if b { g(a); } co_yield!(1); h();",
        &expect![[r#"
            Start: a, b
            After: (a?)
            Yield: (a?)
        "#]],
    );
}

/// It is taken apart, so that the state can know.
#[test]
fn conditional_move_in_verbatim_code() {
    keeps(
        "let x = g(); let y = b && h(x); co_yield!(y);",
        &expect![[r#"
            Start: b
            Else: (x?), let value
            After: (x?), value
            Yield: (x?)
        "#]],
    );
}

/// A local without a value is declared where it gets one.
#[test]
fn deferred() {
    keeps(
        "let x; co_yield!(1); x = g(); co_yield!(2); h(&x);",
        &expect![[r#"
            Start:
            Yield: let x
            Yield: x
        "#]],
    );
}

#[test]
fn moved_and_assigned_again() {
    keeps(
        "g(a); co_yield!(1); a = h(); co_yield!(2); g(&a);",
        &expect![[r#"
            Start: a
            Yield: let a
            Yield: a
        "#]],
    );
}

/// The old value, if there is one, waits beside the new.
#[test]
fn may_be_replaced() {
    keeps(
        "if b { g(a); } co_yield!(1); a = h(); co_yield!(2); g(&a);",
        &expect![[r#"
            Start: a, b
            After: (a?)
            Yield: (a?), let a
            Yield: a
        "#]],
    );
}

/// Not that of use.
#[test]
fn order_of_declaration() {
    keeps(
        "let x = g(); let y = g(); let z = g(); co_yield!(1); h(&z, &x, &y);",
        &expect![[r#"
            Start:
            Yield: x, y, z
        "#]],
    );
}

#[test]
fn deferred_in_order() {
    keeps(
        "let x; let y = g(); x = h(&y); co_yield!(1); k(&x);",
        &expect![[r#"
            Start:
            Yield: x, (y)
        "#]],
    );
}

#[test]
fn hidden_locals() {
    keeps(
        "for x in g() { h(&k(), co_yield!(x)); }",
        &expect![[r#"
            Start:
            Loop: iter
            Yield: iter, operand
        "#]],
    );
}

#[test]
fn region() {
    keeps(
        "let x = co_try!({ let y = g(); co_yield!(1); y }); co_yield!(2); h(&x);",
        &expect![[r#"
            Start:
            Yield: y, let outcome, let value
            Catch: outcome, let x
            Yield: x
        "#]],
    );
}

#[test]
fn delegate() {
    keeps(
        "let x = g(); yield_from!(h(&x)); k(&x);",
        &expect![[r#"
            Start:
            Delegate: x, delegate
            After: x
        "#]],
    );
}

#[test]
fn inner_scopes() {
    keeps(
        "let x = g(); { let y = g(); co_yield!(1); } co_yield!(2);",
        &expect![[r#"
            Start:
            Yield: (x), (y)
            Yield: (x)
        "#]],
    );
}

#[test]
fn loops() {
    keeps(
        "let mut x = g(); while h(&x) { let y = g(); x = co_yield!(1); } co_yield!(2);",
        &expect![[r#"
            Start:
            Loop: x
            Yield: x, (y)
            Yield: (x)
        "#]],
    );
}

/// It is an argument all the same: dropped at the end.
#[test]
fn argument_that_no_one_needs() {
    keeps(
        "co_yield!(1); let _ = &a; co_yield!(2);",
        &expect![[r#"
            Start: a
            Yield: a
            Yield: (a)
        "#]],
    );
}
