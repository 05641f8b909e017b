//! `if`.

use super::lowers;
use expect_test::expect;

#[test]
fn without_else() {
    lowers(
        "if a { co_yield!(1); } g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if a.0 b1 else b3
            b1 Then [s0 s1 s3]
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s3 s4]
                SENT ;
                close s4
                close s3
                -> b3
            b3 After [s0 s1]
                g () ;
                -> return ()
        "#]],
    );
}

#[test]
fn as_a_value() {
    lowers(
        "let x = if a { co_yield!(1) } else { 2 }; g(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                open s3
                -> if a.0 b1 else b3
            b1 Then [s0 s1 s3]
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s3 s4]
                x.3 = SENT ;
                close s4
                close s3
                -> b4
            b3 Else [s0 s1]
                open s5
                x.3 = 2 ;
                close s5
                -> b4
            b4 After [s0 s1]
                g (x.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn else_if() {
    lowers(
        "if a { co_yield!(1); } else if b { g(); } else { co_yield!(2); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if a.0 b1 else b3
            b1 Then [s0 s1 s3]
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s3 s4]
                SENT ;
                -> return ()
            b3 Else [s0 s1]
                open s6
                -> if b.1 b4 else b5
            b4 Then [s0 s1 s6]
                open s7
                g () ;
                -> return ()
            b5 Else [s0 s1]
                open s8
                -> yield 2 then b6
            b6 Yield [s0 s1 s8]
                SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn as_the_tail() {
    lowers(
        "if a { co_yield!(1) } else { g() }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if a.0 b1 else b3
            b1 Then [s0 s1 s3]
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s3 s4]
                -> return SENT
            b3 Else [s0 s1]
                open s5
                -> return g ()
        "#]],
    );
}

#[test]
fn if_let() {
    lowers(
        "if let Some(x) = a { co_yield!(x); } else { g(); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if let Some (x.3) = a.0 b1 else b3
            b1 Then [s0 s1 s3]
                open s4
                -> yield x.3 then b2
            b2 Yield [s0 s1 s3 s4]
                SENT ;
                -> return ()
            b3 Else [s0 s1]
                open s5
                g () ;
                -> return ()
        "#]],
    );
}

/// What the pattern does not take is held.
#[test]
fn if_let_with_a_remainder() {
    lowers(
        "if let Some((x, _)) = g() { co_yield!(x); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                open s3
                let mut operand.4 = g () ;
                -> if let Some ((x.3 , rest.5)) = operand.4 b1 else b3
            b1 Then [s0 s1 s2 s3]
                open s4
                -> yield x.3 then b2
            b2 Yield [s0 s1 s2 s3 s4]
                SENT ;
                -> return ()
            b3 Else [s0 s1 s2]
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn everything_diverges() {
    lowers(
        "if a { co_yield!(1); return t } else { panic!() }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if a.0 b1 else b3
            b1 Then [s0 s1 s3]
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s3 s4]
                SENT ;
                -> return t
            b3 Else [s0 s1]
                open s5
                panic ! () ;
                -> never
        "#]],
    );
}
