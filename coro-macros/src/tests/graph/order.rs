//! The order of effects, where it is easy to get wrong.

use super::lowers;
use expect_test::expect;

#[test]
fn moved_before_the_yield() {
    lowers(
        "f1(a, co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = a.0 ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                f1 (operand.3 , sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn constants_are_values() {
    lowers(
        r#"f1(N, S::Q, 3, "s", co_yield!(1));"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = N ;
                let mut operand2.4 = S :: Q ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                f1 (operand.3 , operand2.4 , 3 , "s" , sent.5) ;
                -> return ()
        "#]],
    );
}

#[test]
fn nested_calls() {
    lowers(
        "f1(g(h(), co_yield!(1)), k(co_yield!(2)));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = h () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                let mut operand.5 = g (operand.3 , sent.4) ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let mut sent.6 = SENT ;
                f1 (operand.5 , k (sent.6)) ;
                -> return ()
        "#]],
    );
}

/// The value before the place.
#[test]
fn assignment_to_an_index() {
    lowers(
        "a[g()] = co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                a.0 [g ()] = sent.3 ;
                -> return ()
        "#]],
    );
}

#[test]
fn assignment_target_that_yields() {
    lowers(
        "a[co_yield!(1)] = g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                a.0 [sent.4] = operand.3 ;
                -> return ()
        "#]],
    );
}

#[test]
fn short_circuit_in_an_argument() {
    lowers(
        "f1(g(), a && co_yield!(1), h());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = g () ;
                declare value.4
                open s4
                -> if a.0 b1 else b4
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
                f1 (operand.3 , value.4 , h ()) ;
                -> return ()
        "#]],
    );
}

#[test]
fn compound_target_that_yields() {
    lowers(
        "a[co_yield!(1)] += g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                __primitive (& (a.0 [sent.4]) , & (operand.3)) ;
                a.0 [sent.4] += operand.3 ;
                -> return ()
        "#]],
    );
}
