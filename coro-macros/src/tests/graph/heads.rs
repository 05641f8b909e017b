//! Conditions that are taken apart.

use super::lowers;
use expect_test::expect;

#[test]
fn let_chain() {
    lowers(
        "if let Some(x) = a && x > 0 && let Some(y) = h(x) { co_yield!(y); } g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if let Some (x.3) = a.0 b1 else b5
            b1 Then [s0 s1 s3]
                -> if x.3 > 0 b2 else b5
            b2 Then [s0 s1 s3]
                open s5
                -> if let Some (y.4) = h (x.3) b3 else b5
            b3 Then [s0 s1 s3 s5]
                open s6
                -> yield y.4 then b4
            b4 Yield [s0 s1 s3 s5 s6]
                SENT ;
                close s6
                close s5
                close s3
                -> b5
            b5 After [s0 s1]
                g () ;
                -> return ()
        "#]],
    );
}

#[test]
fn let_chain_that_yields() {
    lowers(
        "if let Some(x) = a && co_yield!(x) && g() { h(x); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if let Some (x.3) = a.0 b1 else b5
            b1 Then [s0 s1 s3]
                -> yield x.3 then b2
            b2 Yield [s0 s1 s3]
                let mut sent.4 = SENT ;
                -> if sent.4 b3 else b5
            b3 Then [s0 s1 s3]
                -> if g () b4 else b5
            b4 Then [s0 s1 s3]
                open s5
                h (x.3) ;
                -> return ()
            b5 Else [s0 s1]
                -> return ()
        "#]],
    );
}

/// The branches stay verbatim.
#[test]
fn condition_alone_yields() {
    lowers(
        "if co_yield!(1) { g(); } else { h(); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.3 = SENT ;
                -> return if sent.3 { g () ; } else { h () ; }
        "#]],
    );
}

#[test]
fn comparison_that_yields() {
    lowers(
        "if co_yield!(1) == g() { co_yield!(2); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                declare condition.4
                open s4
                -> yield 1 then b1
            b1 Yield [s0 s1 s3 s4]
                let mut sent.3 = SENT ;
                condition.4 = sent.3 == g () ;
                close s4
                -> if condition.4 b2 else b4
            b2 Then [s0 s1 s3]
                open s5
                -> yield 2 then b3
            b3 Yield [s0 s1 s3 s5]
                SENT ;
                -> return ()
            b4 Else [s0 s1]
                -> return ()
        "#]],
    );
}

#[test]
fn or() {
    lowers(
        "if g() || co_yield!(1) { h(); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if g () b3 else b1
            b1 Else [s0 s1 s3]
                -> yield 1 then b2
            b2 Yield [s0 s1 s3]
                let mut sent.3 = SENT ;
                -> if sent.3 b3 else b4
            b3 Then [s0 s1 s3]
                open s5
                h () ;
                -> return ()
            b4 Else [s0 s1]
                -> return ()
        "#]],
    );
}

#[test]
fn not() {
    lowers(
        "if !(g() && co_yield!(1)) { h(); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if g () b1 else b3
            b1 Then [s0 s1 s3]
                -> yield 1 then b2
            b2 Yield [s0 s1 s3]
                let mut sent.3 = SENT ;
                -> if sent.3 b4 else b3
            b3 Then [s0 s1 s3]
                open s5
                h () ;
                -> return ()
            b4 Else [s0 s1]
                -> return ()
        "#]],
    );
}
