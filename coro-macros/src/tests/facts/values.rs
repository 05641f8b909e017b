//! Values: assigned late, again, in scope and out of it.

use super::knows;
use expect_test::expect;

/// A guard: no one needs it, and it is not dropped before its time.
#[test]
fn dead_but_in_scope() {
    knows(
        "let x = g(); co_yield!(1); h();",
        &expect![[r#"
            b0 Start:
            b1 Yield: x Yes;
        "#]],
    );
}

#[test]
fn needed_later() {
    knows(
        "let x = g(); co_yield!(1); h(&x); co_yield!(2);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x live Yes;
            b2 Yield: x Yes;
        "#]],
    );
}

#[test]
fn deferred() {
    knows(
        "let x; co_yield!(1); x = g(); co_yield!(2); h(&x);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x No;
            b2 Yield: x live Yes;
        "#]],
    );
}

#[test]
fn deferred_on_some_paths() {
    knows(
        "let x; if b { x = g(); h(&x); } co_yield!(1);",
        &expect![[r#"
            b0 Start: b live Yes;
            b1 Yield: b No; x Maybe;
        "#]],
    );
}

#[test]
fn deferred_on_every_path() {
    knows(
        "let x; if b { co_yield!(1); x = g(); } else { x = h(); } co_yield!(2); k(&x);",
        &expect![[r#"
            b0 Start: b live Yes;
            b1 Then: b No; x No;
            b2 Yield: b No; x No;
            b3 Else: b No; x No;
            b4 After: b No; x live Yes;
            b5 Yield: b No; x live Yes;
        "#]],
    );
}

/// The value that is dropped by the assignment is needed.
#[test]
fn assigned_again() {
    knows(
        "let mut x = g(); co_yield!(1); x = h(); co_yield!(2); k(&x);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x live Yes;
            b2 Yield: x live Yes;
        "#]],
    );
}

#[test]
fn assigned_again_after_a_conditional_move() {
    knows(
        "let mut x = g(); if b { h(x); } co_yield!(1); x = k(); co_yield!(2); h(&x);",
        &expect![[r#"
            b0 Start: b live Yes;
            b1 Yield: b No; x Maybe;
            b2 Yield: b No; x live Yes;
        "#]],
    );
}

#[test]
fn compound_assignment_reads() {
    knows(
        "let mut x = 0; co_yield!(1); x += 1; co_yield!(2);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x live Yes;
            b2 Yield: x Yes;
        "#]],
    );
}

#[test]
fn loop_carried() {
    knows(
        "let mut x = g(); loop { let y = h(&x); co_yield!(1); x = y; }",
        &expect![[r#"
            b0 Start:
            b1 Loop: x live Yes;
            b2 Yield: x live Yes; y live Yes;
        "#]],
    );
}

#[test]
fn loop_local() {
    knows(
        "loop { let x = g(); co_yield!(1); h(); }",
        &expect![[r#"
            b0 Start:
            b1 Loop:
            b2 Yield: x Yes;
        "#]],
    );
}

/// Both live to the end of the scope.
#[test]
fn shadowed() {
    knows(
        "let x = g(); let x = h(); co_yield!(1); k(&x);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x Yes; x live Yes;
        "#]],
    );
}

#[test]
fn inner_scope() {
    knows(
        "{ let x = g(); co_yield!(1); } co_yield!(2);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x Yes;
            b2 Yield:
        "#]],
    );
}

#[test]
fn pattern_bindings() {
    knows(
        "if let Some((x, y)) = g() { co_yield!(1); h(y); co_yield!(2); } co_yield!(3);",
        &expect![[r#"
            b0 Start:
            b1 Then: x Yes; y live Yes;
            b2 Yield: x Yes; y live Yes;
            b3 Yield: x Yes; y No;
            b4 After:
            b5 Yield:
        "#]],
    );
}

/// A number has a fact like any other local; the layout forgets it.
#[test]
fn plain() {
    knows(
        "let x = 1; let r = &a; co_yield!(1);",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Yield: a Yes; x Yes; r Yes;
        "#]],
    );
}

#[test]
fn verbatim_locals_are_no_locals() {
    knows(
        "for i in 0..3 { let x = g(i); h(x); } co_yield!(1);",
        &expect![[r#"
            b0 Start:
            b1 Yield:
        "#]],
    );
}

#[test]
fn format_captures() {
    knows(
        r#"let x = g(); let y = g(); let w = 3; co_yield!(1); println!("{x} {:w$} {{y}}", 1);"#,
        &expect![[r#"
            b0 Start:
            b1 Yield: x live Yes; y Yes; w live Yes;
        "#]],
    );
}

/// Every name in it is a mention.
#[test]
fn foreign_macro() {
    knows(
        r#"let x = g(); co_yield!(1); foreign!(x => y.x, "{x}");"#,
        &expect![[r#"
            b0 Start:
            b1 Yield: x live Yes;
        "#]],
    );
}

#[test]
fn place_of_an_assignment() {
    knows(
        "let mut x = g(); co_yield!(1); x.y = 2; co_yield!(2);",
        &expect![[r#"
            b0 Start:
            b1 Yield: x live Yes;
            b2 Yield: x Yes;
        "#]],
    );
}
