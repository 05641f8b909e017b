//! `if` and `match`.

use super::lowers;
use expect_test::expect;

#[test]
fn if_without_else() {
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
fn if_else_as_a_value() {
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
fn if_as_the_tail() {
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

/// The head is held while the body runs.
#[test]
fn if_let_of_a_temporary() {
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
                -> if let Some ((x.3 , _)) = operand.4 b1 else b3
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
                -> if let Some (y.4) = h (x.3) b3 else b5
            b3 Then [s0 s1 s3]
                open s4
                -> yield y.4 then b4
            b4 Yield [s0 s1 s3 s4]
                SENT ;
                close s4
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
                let sent.4 = SENT ;
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

/// Only the head yields: the branches stay verbatim.
#[test]
fn condition_that_yields() {
    lowers(
        "if co_yield!(1) { g(); } else { h(); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.3 = SENT ;
                -> return if sent.3 { g () ; } else { h () ; }
        "#]],
    );
}

#[test]
fn condition_of_a_comparison() {
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
                let sent.3 = SENT ;
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
fn condition_or() {
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
                let sent.3 = SENT ;
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
fn match_on_a_place() {
    lowers(
        "match a { Some(x) if x > 1 => { co_yield!(x); } Some(_) | None => g(), }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> match a.0 { Some (x.3) if x.3 > 1 b1, Some (_) | None b3 }
            b1 Arm [s0 s1]
                open s3
                open s4
                -> yield x.3 then b2
            b2 Yield [s0 s1 s3 s4]
                SENT ;
                -> return ()
            b3 Arm [s0 s1]
                open s5
                -> return g ()
        "#]],
    );
}

#[test]
fn match_as_a_value() {
    lowers(
        "let x = match a { 0 => co_yield!(1), 1 => return t, _ => 3 }; g(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                -> match a.0 { 0 b1, 1 b3, _ b4 }
            b1 Arm [s0 s1]
                open s3
                -> yield 1 then b2
            b2 Yield [s0 s1 s3]
                x.3 = SENT ;
                close s3
                -> b5
            b3 Arm [s0 s1]
                open s4
                return t ;
                -> never
            b4 Arm [s0 s1]
                open s5
                x.3 = 3 ;
                close s5
                -> b5
            b5 After [s0 s1]
                g (x.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn match_on_a_yield() {
    lowers(
        "match co_yield!(1) { 0 => g(), _ => h(), }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.3 = SENT ;
                -> return match { sent.3 } { 0 => g () , _ => h () , }
        "#]],
    );
}

#[test]
fn match_on_a_yield_that_yields() {
    lowers(
        "match co_yield!(1) { 0 => { co_yield!(2); } _ => {} }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.3 = SENT ;
                -> match sent.3 { 0 b2, _ b4 }
            b2 Arm [s0 s1 s2]
                open s3
                open s4
                -> yield 2 then b3
            b3 Yield [s0 s1 s2 s3 s4]
                SENT ;
                -> return ()
            b4 Arm [s0 s1 s2]
                open s5
                open s6
                -> return ()
        "#]],
    );
}

#[test]
fn match_on_a_temporary() {
    lowers(
        "match g() { Some(ref x) => { co_yield!(*x); } _ => {} }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.4 = g () ;
                -> match operand.4 { Some (ref x.3) b1, _ b3 }
            b1 Arm [s0 s1 s2]
                open s3
                open s4
                -> yield * x.3 then b2
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

/// The arms after it are tried in turn.
#[test]
fn match_guard_that_yields() {
    lowers(
        "match a { 0 => g(), x if co_yield!(x) => h(x), y if y > 3 => g(), _ => h(0), }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> match a.0 { 0 b1, x.3 b2, _ b5 }
            b1 Arm [s0 s1]
                open s3
                -> return g ()
            b2 Arm [s0 s1]
                open s4
                -> yield x.3 then b3
            b3 Yield [s0 s1 s4]
                let sent.5 = SENT ;
                -> if sent.5 b4 else b5
            b4 Then [s0 s1 s4]
                -> return h (x.3)
            b5 Else [s0 s1]
                -> match a.0 { y.4 if y.4 > 3 b6, _ b7, _ b8 }
            b6 Arm [s0 s1]
                open s6
                -> return g ()
            b7 Arm [s0 s1]
                open s7
                -> return h (0)
            b8 Arm [s0 s1]
                __coro :: core :: unreachable ! () ;
                -> never
        "#]],
    );
}

#[test]
fn match_guard_with_let_chain() {
    lowers(
        "match g() { Some(x) if x == co_yield!(1) => h(x), other => k(other), }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.5 = g () ;
                -> match operand.5 { Some (x.3) b1, _ b4 }
            b1 Arm [s0 s1 s2]
                open s3
                declare condition.7
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s2 s3 s4]
                let sent.6 = SENT ;
                condition.7 = x.3 == sent.6 ;
                close s4
                -> if condition.7 b3 else b4
            b3 Then [s0 s1 s2 s3]
                -> return h (x.3)
            b4 Else [s0 s1 s2]
                -> match operand.5 { other.4 b5, _ b6 }
            b5 Arm [s0 s1 s2]
                open s5
                -> return k (other.4)
            b6 Arm [s0 s1 s2]
                __coro :: core :: unreachable ! () ;
                -> never
        "#]],
    );
}

#[test]
fn match_arms_that_diverge() {
    lowers(
        r#"let x = match a { 0 => co_yield!(1), _ => panic!("no"), }; g(x);"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                -> match a.0 { 0 b1, _ b3 }
            b1 Arm [s0 s1]
                open s3
                -> yield 1 then b2
            b2 Yield [s0 s1 s3]
                x.3 = SENT ;
                close s3
                g (x.3) ;
                -> return ()
            b3 Arm [s0 s1]
                open s4
                panic ! ("no") ;
                -> never
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
