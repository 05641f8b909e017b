//! Places: indices, fields, references.

use super::lowers;
use expect_test::expect;

#[test]
fn dereference() {
    lowers(
        "*a = co_yield!(1); let x = *b + co_yield!(2); let y = *co_yield!(3);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                * a.0 = sent.5 ;
                let mut operand.6 = * b.1 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let mut sent.7 = SENT ;
                let x.3 = operand.6 + sent.7 ;
                declare value.9
                open s4
                -> yield 3 then b3
            b3 Yield [s0 s1 s4]
                let mut sent.8 = SENT ;
                value.9 = * sent.8 ;
                close s4
                let y.4 = value.9 ;
                -> return ()
        "#]],
    );
}

#[test]
fn index() {
    lowers(
        "let x = a[co_yield!(1)]; let y = g()[co_yield!(2)];",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                let x.3 = a.0 [sent.5] ;
                declare value.8
                open s3
                let mut operand.6 = g () ;
                -> yield 2 then b2
            b2 Yield [s0 s1 s3]
                let mut sent.7 = SENT ;
                value.8 = operand.6 [sent.7] ;
                close s3
                let y.4 = value.8 ;
                -> return ()
        "#]],
    );
}

#[test]
fn index_of_a_yield() {
    lowers(
        "let x = co_yield!(1)[0];",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.5
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                value.5 = sent.4 [0] ;
                close s2
                let x.3 = value.5 ;
                -> return ()
        "#]],
    );
}

#[test]
fn field_of_a_yield() {
    lowers(
        "let x = co_yield!(1).b;",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.5
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                value.5 = sent.4 . b ;
                close s2
                let x.3 = value.5 ;
                -> return ()
        "#]],
    );
}

#[test]
fn reference() {
    lowers(
        "f1(&co_yield!(1)); f1(&mut a, co_yield!(2));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.3 = SENT ;
                f1 (& sent.3) ;
                close s2
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let mut sent.4 = SENT ;
                f1 (& mut a.0 , sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn reference_of_a_place_stays_a_place() {
    lowers(
        "f1(&a.b, &mut b[i()], co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = i () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                f1 (& a.0 . b , & mut b.1 [operand.3] , sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn reference_to_a_temporary() {
    lowers(
        "f1(&g(), co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                f1 (& operand.3 , sent.4) ;
                close s2
                -> return ()
        "#]],
    );
}
