//! `loop` and `while`.

use super::lowers;
use expect_test::expect;

#[test]
fn endless() {
    lowers(
        "loop { co_yield!(1); }",
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
fn with_break() {
    lowers(
        "loop { if co_yield!(1) { break; } g(); } h();",
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
                g () ;
                close s2
                -> b1
            b3 After [s0 s1]
                h () ;
                -> return ()
        "#]],
    );
}

#[test]
fn with_a_value() {
    lowers(
        "let x = loop { if co_yield!(1) { break 5; } }; g(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                -> b1
            b1 Loop [s0 s1]
                open s2
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                if sent.4 { { x.3 = 5 ; __leap_0 () } ; }
                close s2
                -> b1
            b3 After [s0 s1]
                g (x.3) ;
                -> return ()
        "#]],
    );
}

/// A `break` with the value of the function is a `return`.
#[test]
fn as_the_tail() {
    lowers(
        "loop { match co_yield!(1) { 0 => break t, 1 => continue, _ => {} } }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                let mut sent.3 = SENT ;
                match { sent.3 } { 0 => return t , 1 => __leap_0 () , _ => { } }
                close s2
                -> b1
        "#]],
    );
}

#[test]
fn while_loop() {
    lowers(
        "while a < 3 { a += co_yield!(1); } g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s3
                -> if a.0 < 3 b2 else b4
            b2 Then [s0 s1 s3]
                open s4
                -> yield 1 then b3
            b3 Yield [s0 s1 s3 s4]
                let mut sent.3 = SENT ;
                a.0 += sent.3 ;
                close s4
                close s3
                -> b1
            b4 Else [s0 s1]
                g () ;
                -> return ()
        "#]],
    );
}

#[test]
fn while_condition_that_yields() {
    lowers(
        "while co_yield!(1) { g(); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s3
                -> yield 1 then b2
            b2 Yield [s0 s1 s3]
                let mut sent.3 = SENT ;
                -> if sent.3 b3 else b4
            b3 Then [s0 s1 s3]
                open s5
                g () ;
                close s5
                close s3
                -> b1
            b4 Else [s0 s1]
                -> return ()
        "#]],
    );
}

#[test]
fn while_condition_with_a_temporary() {
    lowers(
        "while g(&h(), co_yield!(1)) { k(); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s3
                declare condition.5
                open s4
                let mut operand.3 = h () ;
                -> yield 1 then b2
            b2 Yield [s0 s1 s3 s4]
                let mut sent.4 = SENT ;
                condition.5 = g (& operand.3 , sent.4) ;
                close s4
                -> if condition.5 b3 else b4
            b3 Then [s0 s1 s3]
                open s5
                k () ;
                close s5
                close s3
                -> b1
            b4 Else [s0 s1]
                -> return ()
        "#]],
    );
}

#[test]
fn while_let() {
    lowers(
        "while let Some(x) = a.pop() { co_yield!(x); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s3
                -> if let Some (x.3) = a.0 . pop () b2 else b4
            b2 Then [s0 s1 s3]
                open s4
                -> yield x.3 then b3
            b3 Yield [s0 s1 s3 s4]
                SENT ;
                close s4
                close s3
                -> b1
            b4 Else [s0 s1]
                -> return ()
        "#]],
    );
}

#[test]
fn while_let_of_a_guard() {
    lowers(
        "while let Some(x) = c.lock().unwrap().pop() { co_yield!(x); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                open s3
                let mut operand.4 = c.2 . lock () . unwrap () ;
                -> if let Some (x.3) = operand.4 . pop () b2 else b4
            b2 Then [s0 s1 s2 s3]
                open s4
                -> yield x.3 then b3
            b3 Yield [s0 s1 s2 s3 s4]
                SENT ;
                close s4
                close s3
                close s2
                -> b1
            b4 Else [s0 s1 s2]
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn that_never_comes_round() {
    lowers(
        "loop { co_yield!(1); break; }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                SENT ;
                return () ;
                -> never
        "#]],
    );
}

#[test]
fn loop_carried_local() {
    lowers(
        "let mut x = 0; loop { x += 1; let y = x; co_yield!(y); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut x.3 = 0 ;
                -> b1
            b1 Loop [s0 s1]
                open s2
                x.3 += 1 ;
                let y.4 = x.3 ;
                -> yield y.4 then b2
            b2 Yield [s0 s1 s2]
                SENT ;
                close s2
                -> b1
        "#]],
    );
}
