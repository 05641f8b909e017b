//! Threading, merging, cutting, order.

use super::lowers;
use expect_test::expect;

#[test]
fn empty_branch() {
    lowers(
        "if b { co_yield!(1); } else { } g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if b.1 b1 else b3
            b1 Then [s0 s1 s3]
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s3 s4]
                SENT ;
                close s4
                close s3
                -> b4
            b3 Else [s0 s1]
                open s5
                close s5
                -> b4
            b4 After [s0 s1]
                g () ;
                -> return ()
        "#]],
    );
}

#[test]
fn straight_lines_are_merged() {
    lowers(
        "{ { g(); } { co_yield!(1); } } { h(); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                { g () ; }
                open s3
                -> yield 1 then b1
            b1 Yield [s0 s1 s2 s3]
                SENT ;
                close s3
                close s2
                -> return { h () ; }
        "#]],
    );
}

#[test]
fn unreachable_code_goes() {
    lowers(
        "return t; co_yield!(1); g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                return t ;
                -> never
        "#]],
    );
}

#[test]
fn code_after_a_loop_without_break() {
    lowers(
        "loop { co_yield!(1); } g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                SENT ;
                close s2
                -> b1
        "#]],
    );
}

#[test]
fn branch_closes_its_own_scope() {
    lowers(
        "{ let x = g(); if a { let y = h(); co_yield!(y); } k(); } k();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let x.3 = g () ;
                open s4
                -> if a.0 b1 else b3
            b1 Then [s0 s1 s2 s4]
                open s5
                let y.4 = h () ;
                -> yield y.4 then b2
            b2 Yield [s0 s1 s2 s4 s5]
                SENT ;
                close s5
                close s4
                -> b3
            b3 After [s0 s1 s2]
                k () ;
                close s2
                k () ;
                -> return ()
        "#]],
    );
}

#[test]
fn cut_where_an_outer_scope_closes() {
    lowers(
        "{ let x = g(); if a { h(); } else { co_yield!(1); } } k();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let x.3 = g () ;
                open s4
                -> if a.0 b1 else b2
            b1 Then [s0 s1 s2 s4]
                open s5
                h () ;
                close s5
                close s4
                -> b4
            b2 Else [s0 s1 s2]
                open s6
                -> yield 1 then b3
            b3 Yield [s0 s1 s2 s6]
                SENT ;
                close s6
                -> b4
            b4 After [s0 s1 s2]
                close s2
                k () ;
                -> return ()
        "#]],
    );
}

#[test]
fn arm_is_cut() {
    lowers(
        "{ let x = g(); match a { 0 => { co_yield!(1); } _ => h(), } } k();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let x.3 = g () ;
                -> match a.0 { 0 b1, _ b3 }
            b1 Arm [s0 s1 s2]
                open s4
                open s5
                -> yield 1 then b2
            b2 Yield [s0 s1 s2 s4 s5]
                SENT ;
                close s5
                close s4
                -> b4
            b3 Arm [s0 s1 s2]
                open s6
                let _ : () = h () ;
                close s6
                -> b4
            b4 After [s0 s1 s2]
                close s2
                k () ;
                -> return ()
        "#]],
    );
}

#[test]
fn inner_loop_first() {
    lowers(
        "loop { loop { if co_yield!(1) { break; } } }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                -> b2
            b2 Loop [s0 s1 s2]
                open s3
                -> yield 1 then b3
            b3 Yield [s0 s1 s2 s3]
                let mut sent.3 = SENT ;
                if sent.3 { __leap_0 () ; }
                close s3
                -> b2
        "#]],
    );
}

#[test]
fn two_loops() {
    lowers(
        "loop { if co_yield!(1) { break; } } loop { if co_yield!(2) { break; } }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                let mut sent.3 = SENT ;
                if sent.3 { __leap_0 () ; }
                close s2
                -> b1
            b3 Loop [s0 s1]
                open s5
                -> yield 2 then b4
            b4 Yield [s0 s1 s5]
                let mut sent.4 = SENT ;
                if sent.4 { return () ; }
                close s5
                -> b3
        "#]],
    );
}

#[test]
fn diamonds() {
    lowers(
        "if a { g(); } else { co_yield!(1); } if b { co_yield!(2); } else { h(); } k();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if a.0 b1 else b2
            b1 Then [s0 s1 s3]
                open s4
                g () ;
                close s4
                close s3
                -> b4
            b2 Else [s0 s1]
                open s5
                -> yield 1 then b3
            b3 Yield [s0 s1 s5]
                SENT ;
                close s5
                -> b4
            b4 After [s0 s1]
                open s7
                -> if b.1 b5 else b7
            b5 Then [s0 s1 s7]
                open s8
                -> yield 2 then b6
            b6 Yield [s0 s1 s7 s8]
                SENT ;
                close s8
                close s7
                -> b8
            b7 Else [s0 s1]
                open s9
                h () ;
                close s9
                -> b8
            b8 After [s0 s1]
                k () ;
                -> return ()
        "#]],
    );
}

/// What is behind the loop asks what is in the list, which only the yield in the loop says.
#[test]
fn a_branch_that_asks_waits() {
    lowers(
        "let mut list = Vec::new(); while b { list.push(co_yield!(1)); } list[0].get();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut list.3 = Vec :: new () ;
                -> b1
            b1 Loop [s0 s1]
                open s3
                -> if b.1 b2 else b4
            b2 Then [s0 s1 s3]
                open s4
                -> yield 1 then b3
            b3 Yield [s0 s1 s3 s4]
                let mut sent.4 = SENT ;
                list.3 . push (sent.4) ;
                close s4
                close s3
                -> b1
            b4 Else, waits [s0 s1]
                list.3 [0] . get () ;
                -> return ()
        "#]],
    );
}

/// What only adds to the list is written in the arm of its condition.
#[test]
fn a_branch_that_does_not_ask() {
    lowers(
        "let mut list = Vec::new(); if b { list.push(co_yield!(1)); } else { list.push(2); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut list.3 = Vec :: new () ;
                open s3
                -> if b.1 b1 else b3
            b1 Then [s0 s1 s3]
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s3 s4]
                let mut sent.4 = SENT ;
                list.3 . push (sent.4) ;
                -> return ()
            b3 Else [s0 s1]
                open s6
                list.3 . push (2) ;
                -> return ()
        "#]],
    );
}
