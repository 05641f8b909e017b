//! Assignments.

use super::lowers;
use expect_test::expect;

#[test]
fn assignment() {
    lowers(
        "a = co_yield!(1); a.b = co_yield!(2);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                a.0 = sent.3 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let mut sent.4 = SENT ;
                a.0 . b = sent.4 ;
                -> return ()
        "#]],
    );
}

/// The value comes first, as for primitives.
#[test]
fn compound_assignment() {
    lowers(
        "a += co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                a.0 += sent.3 ;
                -> return ()
        "#]],
    );
}

#[test]
fn compound_assignment_to_an_index() {
    lowers(
        "a[i()] += co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                __primitive (& (a.0 [i ()]) , & (sent.3)) ;
                a.0 [i ()] += sent.3 ;
                -> return ()
        "#]],
    );
}

#[test]
fn destructuring_assignment() {
    lowers(
        "(a, b) = co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                (a.0 , b.1) = { sent.3 } ;
                -> return ()
        "#]],
    );
}
