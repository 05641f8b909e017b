//! Moves, in all of a body or in a part of it.

use super::knows;
use expect_test::expect;

#[test]
fn whole() {
    knows(
        "co_yield!(1); g(a); co_yield!(2);",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Yield: a live Yes;
            b2 Yield: a No;
        "#]],
    );
}

#[test]
fn move_before_the_first_yield() {
    knows(
        "g(a); co_yield!(1);",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Yield: a No;
        "#]],
    );
}

#[test]
fn conditional_move() {
    knows(
        "if b { g(a); } co_yield!(1); h();",
        &expect![[r#"
            b0 Start: a live Yes; b live Yes;
            b1 Yield: a Maybe; b No;
        "#]],
    );
}

#[test]
fn conditional_move_in_a_branch_that_yields() {
    knows(
        "if b { co_yield!(1); g(a); } co_yield!(2);",
        &expect![[r#"
            b0 Start: a live Yes; b live Yes;
            b1 Then: a live Yes; b No;
            b2 Yield: a live Yes; b No;
            b3 After: a Maybe; b No;
            b4 Yield: a Maybe; b No;
        "#]],
    );
}

#[test]
fn move_in_some_arms() {
    knows(
        "match b { 0 => g(a), 1 => { co_yield!(1); } _ => h(&a) } co_yield!(2);",
        &expect![[r#"
            b0 Start: a live Yes; b live Yes;
            b1 Arm: a live Yes; b Yes;
            b2 Arm: a Yes; b Yes;
            b3 Yield: a Yes; b Yes;
            b4 Arm: a live Yes; b Yes;
            b5 After: a Maybe; b Yes;
            b6 Yield: a Maybe; b Yes;
        "#]],
    );
}

#[test]
fn move_on_every_path() {
    knows(
        "if b { g(a); } else { h(a); } co_yield!(1);",
        &expect![[r#"
            b0 Start: a live Yes; b live Yes;
            b1 Yield: a No; b No;
        "#]],
    );
}

#[test]
fn move_behind_a_short_circuit() {
    knows(
        "let x = b && g(a); co_yield!(x);",
        &expect![[r#"
            b0 Start: a live Yes; b live Yes;
            b1 Yield: a Maybe; b No; x No;
        "#]],
    );
}

/// What moves and leaves does not move for those who stay.
#[test]
fn move_and_leave() {
    knows(
        "if b { return g(a); } co_yield!(1); h(&a);",
        &expect![[r#"
            b0 Start: a live Yes; b live Yes;
            b1 Yield: a live Yes; b No;
        "#]],
    );
}

/// Read by value and mentioned again: it was a copy.
#[test]
fn copy() {
    knows(
        "g(a); co_yield!(1); g(a); co_yield!(2);",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Yield: a live Yes;
            b2 Yield: a No;
        "#]],
    );
}

#[test]
fn copy_in_a_loop() {
    knows(
        "loop { g(a); co_yield!(1); }",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Loop: a live Yes;
            b2 Yield: a live Yes;
        "#]],
    );
}

#[test]
fn move_then_assigned() {
    knows(
        "g(a); co_yield!(1); a = h(); co_yield!(2); g(&a);",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Yield: a No;
            b2 Yield: a live Yes;
        "#]],
    );
}

#[test]
fn move_in_a_loop_with_a_break() {
    knows(
        "loop { if co_yield!(1) { g(a); break; } } co_yield!(2);",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Loop: a live Yes;
            b2 Yield: a live Yes; sent No;
            b3 After: a No;
            b4 Yield: a No;
        "#]],
    );
}

#[test]
fn moved_and_assigned_in_a_loop() {
    knows(
        "loop { g(a); co_yield!(1); a = h(); }",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Loop: a live Yes;
            b2 Yield: a No;
        "#]],
    );
}

#[test]
fn scrutinee_that_binds_by_value() {
    knows(
        "match a { Some(x) => { co_yield!(1); g(x); } None => {} } co_yield!(2);",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Arm: a No;
            b2 Yield: a No; x live Yes;
            b3 Arm: a Yes;
            b4 After: a Maybe;
            b5 Yield: a Maybe;
        "#]],
    );
}

#[test]
fn scrutinee_that_binds_nothing() {
    knows(
        "match a { Some(_) => { co_yield!(1); } None => {} } co_yield!(2);",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Arm: a Yes;
            b2 Yield: a Yes;
            b3 Arm: a Yes;
            b4 After: a Yes;
            b5 Yield: a Yes;
        "#]],
    );
}

#[test]
fn while_let_of_a_local() {
    knows(
        "while let Some(x) = a { a = g(x); co_yield!(1); }",
        &expect![[r#"
            b0 Start: a live Yes;
            b1 Loop: a live Yes;
            b2 Then: a No; x live Yes;
            b3 Yield: a live Yes; x No;
            b4 Else: a Yes;
        "#]],
    );
}

#[test]
fn break_with_a_move() {
    knows(
        "let x = 'l: { if b { break 'l a; } h() }; co_yield!(1); g(&x);",
        &expect![[r#"
            b0 Start: a live Yes; b live Yes;
            b1 Yield: a Maybe; b No; x live Yes;
        "#]],
    );
}
