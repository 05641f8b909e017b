//! Literals that hold yields, and values that come out of control flow.

use super::lowers;
use expect_test::expect;

#[test]
fn tuple_and_arrays() {
    lowers(
        "let x = (g(), co_yield!(1)); let y = [a, co_yield!(2)]; let z = [co_yield!(3); 4];",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.6 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.7 = SENT ;
                let x.3 = (operand.6 , sent.7) ;
                let mut operand.8 = a.0 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let mut sent.9 = SENT ;
                let y.4 = [operand.8 , sent.9] ;
                -> yield 3 then b3
            b3 Yield [s0 s1]
                let mut sent.10 = SENT ;
                let z.5 = [sent.10 ; 4] ;
                -> return ()
        "#]],
    );
}

#[test]
fn struct_literal() {
    lowers(
        "let x = S { p: g(), q: co_yield!(1), ..h() };",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.4 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                let x.3 = S { p : operand.4 , q : sent.5 , .. h () } ;
                -> return ()
        "#]],
    );
}

#[test]
fn struct_base_after_fields() {
    lowers(
        "let x = S { p: co_yield!(1), ..a };",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                let x.3 = S { p : sent.4 , .. a.0 } ;
                -> return ()
        "#]],
    );
}

#[test]
fn struct_shorthand() {
    lowers(
        "let x = S { a, q: co_yield!(1) };",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.4 = a.0 ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                let x.3 = S { a : operand.4 , q : sent.5 } ;
                -> return ()
        "#]],
    );
}

#[test]
fn block() {
    lowers(
        "f1({ g(); co_yield!(1); a }, b);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.3
                open s3
                g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s3]
                SENT ;
                value.3 = a.0 ;
                close s3
                f1 (value.3 , b.1) ;
                -> return ()
        "#]],
    );
}

#[test]
fn branch() {
    lowers(
        "let x = 1 + if a { co_yield!(1) } else { 2 };",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.4
                open s4
                -> if a.0 b1 else b3
            b1 Then [s0 s1 s4]
                open s5
                -> yield 1 then b2
            b2 Yield [s0 s1 s4 s5]
                value.4 = SENT ;
                close s5
                close s4
                -> b4
            b3 Else [s0 s1]
                open s6
                value.4 = 2 ;
                close s6
                -> b4
            b4 After [s0 s1]
                let x.3 = 1 + value.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn endless_loop() {
    lowers(
        "let x = 1 + loop { if co_yield!(1) { break a } };",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.4
                -> b1
            b1 Loop [s0 s1]
                open s3
                -> yield 1 then b2
            b2 Yield [s0 s1 s3]
                let mut sent.5 = SENT ;
                if sent.5 { { value.4 = a.0 ; __leap_0 () } }
                close s3
                -> b1
            b3 After [s0 s1]
                let x.3 = 1 + value.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn return_in_operand_position() {
    lowers(
        "f1(g(), return co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = g () ;
                declare value.4
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                -> return SENT
        "#]],
    );
}

#[test]
fn break_in_operand_position() {
    lowers(
        "loop { f1(g(), break co_yield!(1)); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                open s3
                let mut operand.3 = g () ;
                declare value.4
                -> yield 1 then b1
            b1 Yield [s0 s1 s2 s3]
                -> return SENT
        "#]],
    );
}

#[test]
fn region() {
    lowers(
        "f1(co_try!({ co_yield!(1) }), a);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.3
                declare outcome.4
                open s3
                declare value2.5
                open s4
                -> yield 1 then b1
            b1 Yield [s0 s1 s3 s4]
                value2.5 = SENT or { outcome.4 = Err (stop) ; __leap_0 () } ;
                close s4
                outcome.4 = Ok (value2.5) ;
                close s3
                -> b2
            b2 Catch [s0 s1]
                value.3 = outcome.4 ;
                f1 (value.3 , a.0) ;
                -> return ()
        "#]],
    );
}

#[test]
fn delegation_counts_as_one_value() {
    lowers(
        "f1(g(), co_yield!(1), h(), co_yield!(2), k());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                let mut operand2.5 = sent.4 ;
                let mut operand3.6 = h () ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let mut sent.7 = SENT ;
                f1 (operand.3 , operand2.5 , operand3.6 , sent.7 , k ()) ;
                -> return ()
        "#]],
    );
}
