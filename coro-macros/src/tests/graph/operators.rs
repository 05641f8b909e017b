//! Operators.

use super::lowers;
use expect_test::expect;

#[test]
fn binary() {
    lowers(
        "let x = g() + co_yield!(1) * a;",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.4 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                let x.3 = operand.4 + sent.5 * a.0 ;
                -> return ()
        "#]],
    );
}

/// The local is read before the yield.
#[test]
fn binary_of_a_local() {
    lowers(
        "let x = a + co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.4 = a.0 ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                let x.3 = operand.4 + sent.5 ;
                -> return ()
        "#]],
    );
}

/// Compared in place.
#[test]
fn comparison() {
    lowers(
        "let x = a == co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.5
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                value.5 = a.0 == sent.4 ;
                close s2
                let x.3 = value.5 ;
                -> return ()
        "#]],
    );
}

#[test]
fn comparison_of_values() {
    lowers(
        "let x = g() < co_yield!(2); let y = a == co_yield!(3) + 1;",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.7
                open s2
                let mut operand.5 = g () ;
                -> yield 2 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.6 = SENT ;
                value.7 = operand.5 < sent.6 ;
                close s2
                let x.3 = value.7 ;
                declare value2.10
                open s3
                -> yield 3 then b2
            b2 Yield [s0 s1 s3]
                let mut sent.8 = SENT ;
                let mut operand.9 = sent.8 + 1 ;
                value2.10 = a.0 == operand.9 ;
                close s3
                let y.4 = value2.10 ;
                -> return ()
        "#]],
    );
}

#[test]
fn comparison_with_a_number() {
    lowers(
        "let x = 3 == co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                let x.3 = 3 == sent.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn unary_and_cast() {
    lowers(
        "let x = !co_yield!(1); let y = -(co_yield!(2) as i32);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                let x.3 = ! sent.5 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let mut sent.6 = SENT ;
                let y.4 = - (sent.6 as i32) ;
                -> return ()
        "#]],
    );
}

#[test]
fn and() {
    lowers(
        "let x = g() && co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.4
                open s4
                -> if g () b1 else b4
            b1 Then [s0 s1 s4]
                -> yield 1 then b2
            b2 Yield [s0 s1 s4]
                let mut sent.5 = SENT ;
                -> if sent.5 b3 else b4
            b3 Then [s0 s1 s4]
                open s6
                value.4 = true ;
                close s6
                close s4
                -> b5
            b4 Else [s0 s1]
                open s7
                value.4 = false ;
                close s7
                -> b5
            b5 After [s0 s1]
                let x.3 = value.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn or() {
    lowers(
        "let x = co_yield!(1) || h();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.4
                open s4
                -> yield 1 then b1
            b1 Yield [s0 s1 s4]
                let mut sent.5 = SENT ;
                -> if sent.5 b3 else b2
            b2 Else [s0 s1 s4]
                -> if h () b3 else b4
            b3 Then [s0 s1 s4]
                open s6
                value.4 = true ;
                close s6
                close s4
                -> b5
            b4 Else [s0 s1]
                open s7
                value.4 = false ;
                close s7
                -> b5
            b5 After [s0 s1]
                let x.3 = value.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn and_without_a_yield_on_the_left_alone() {
    lowers(
        "let x = co_yield!(1) && g() && h();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.4
                open s4
                -> yield 1 then b1
            b1 Yield [s0 s1 s4]
                let mut sent.5 = SENT ;
                -> if sent.5 b2 else b5
            b2 Then [s0 s1 s4]
                -> if g () b3 else b5
            b3 Then [s0 s1 s4]
                -> if h () b4 else b5
            b4 Then [s0 s1 s4]
                open s6
                value.4 = true ;
                close s6
                close s4
                -> b6
            b5 Else [s0 s1]
                open s7
                value.4 = false ;
                close s7
                -> b6
            b6 After [s0 s1]
                let x.3 = value.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn range() {
    lowers(
        "let x = g()..co_yield!(1); let y = ..=co_yield!(2);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.5 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.6 = SENT ;
                let x.3 = operand.5 .. sent.6 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let mut sent.7 = SENT ;
                let y.4 = ..= sent.7 ;
                -> return ()
        "#]],
    );
}

#[test]
fn question_mark() {
    lowers(
        "let x = co_yield!(1)?;",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                let x.3 = sent.4 ? ;
                -> return ()
        "#]],
    );
}
