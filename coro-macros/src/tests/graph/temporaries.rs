//! Temporaries held to the end of their statement.

use super::lowers;
use expect_test::expect;

#[test]
fn statement() {
    lowers(
        "g(&h(), co_yield!(1)); k();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = h () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                g (& operand.3 , sent.4) ;
                close s2
                k () ;
                -> return ()
        "#]],
    );
}

#[test]
fn let_holds_to_its_end() {
    lowers(
        "let x = g(&h(), co_yield!(1)); k(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.6
                open s2
                let mut operand.4 = h () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.5 = SENT ;
                value.6 = g (& operand.4 , sent.5) ;
                close s2
                let x.3 = value.6 ;
                k (x.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn assignment() {
    lowers(
        "a = h().p(co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = h () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                a.0 = operand.3 . p (sent.4) ;
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn condition() {
    lowers(
        "if g(&h(), co_yield!(1)) { k(); co_yield!(2); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                declare condition.5
                open s4
                let mut operand.3 = h () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s3 s4]
                let mut sent.4 = SENT ;
                condition.5 = g (& operand.3 , sent.4) ;
                close s4
                -> if condition.5 b2 else b4
            b2 Then [s0 s1 s3]
                open s5
                k () ;
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
fn if_let() {
    lowers(
        "if let Some(x) = c.lock().get(0) { co_yield!(x); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                open s3
                let mut operand.4 = c.2 . lock () ;
                -> if let Some (x.3) = operand.4 . get (0) b1 else b3
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

/// As in edition 2024.
#[test]
fn if_let_ends_before_else() {
    lowers(
        "if let Some(x) = c.lock().get() { co_yield!(x); } else { co_yield!(0); } k();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                open s3
                let mut operand.4 = c.2 . lock () ;
                -> if let Some (x.3) = operand.4 . get () b1 else b3
            b1 Then [s0 s1 s2 s3]
                open s4
                -> yield x.3 then b2
            b2 Yield [s0 s1 s2 s3 s4]
                SENT ;
                close s4
                close s3
                close s2
                -> b5
            b3 After [s0 s1]
                open s5
                -> yield 0 then b4
            b4 Yield [s0 s1 s5]
                SENT ;
                close s5
                -> b5
            b5 After [s0 s1]
                k () ;
                -> return ()
        "#]],
    );
}

#[test]
fn match_head() {
    lowers(
        "match g(&h()) { 0 => { co_yield!(1); } _ => {} }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = h () ;
                let mut operand2.4 = g (& operand.3) ;
                -> match operand2.4 { 0 b1, _ b3 }
            b1 Arm [s0 s1 s2]
                open s3
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s2 s3 s4]
                SENT ;
                -> return ()
            b3 Arm [s0 s1 s2]
                open s5
                open s6
                -> return ()
        "#]],
    );
}

#[test]
fn match_head_of_a_guard() {
    lowers(
        "match c.lock().unwrap().next() { Some(x) => { co_yield!(x); } None => {} } k();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.4 = c.2 . lock () . unwrap () ;
                -> match operand.4 . next () { Some (x.3) b1, None b3 }
            b1 Arm [s0 s1 s2]
                open s3
                open s4
                -> yield x.3 then b2
            b2 Yield [s0 s1 s2 s3 s4]
                SENT ;
                close s4
                close s3
                close s2
                -> b4
            b3 Arm [s0 s1 s2]
                open s5
                open s6
                close s6
                close s5
                close s2
                -> b4
            b4 After [s0 s1]
                k () ;
                -> return ()
        "#]],
    );
}

#[test]
fn view_is_held_until_its_type_says() {
    lowers(
        r#"match c.trim() { "a" => { co_yield!(1); } _ => {} }"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = c.2 . trim () ;
                -> match operand.3 { "a" b1, _ b3 }
            b1 Arm [s0 s1 s2]
                open s3
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s2 s3 s4]
                SENT ;
                -> return ()
            b3 Arm [s0 s1 s2]
                open s5
                open s6
                -> return ()
        "#]],
    );
}

/// The temporaries of the yield itself may end before it.
#[test]
fn yielded_operand_ends_early() {
    lowers(
        "co_yield!(g(&h()));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield g (& h ()) then b1
            b1 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn loop_body() {
    lowers(
        "loop { g(&h(), co_yield!(1)); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                open s3
                let mut operand.3 = h () ;
                -> yield 1 then b2
            b2 Yield [s0 s1 s2 s3]
                let mut sent.4 = SENT ;
                g (& operand.3 , sent.4) ;
                close s3
                close s2
                -> b1
        "#]],
    );
}
