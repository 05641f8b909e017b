//! `match`.

use super::lowers;
use expect_test::expect;

#[test]
fn place() {
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
fn as_a_value() {
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
fn head_alone_yields() {
    lowers(
        "match co_yield!(1) { 0 => g(), _ => h(), }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.3 = SENT ;
                -> return match { sent.3 } { 0 => g () , _ => h () , }
        "#]],
    );
}

#[test]
fn head_and_arm_yield() {
    lowers(
        "match co_yield!(1) { 0 => { co_yield!(2); } _ => {} }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.3 = SENT ;
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
fn temporary() {
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

#[test]
fn temporary_that_is_taken_whole() {
    lowers(
        "match g() { Some(x) => { co_yield!(x); } None => {} }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> match g () { Some (x.3) b1, None b3 }
            b1 Arm [s0 s1]
                open s3
                open s4
                -> yield x.3 then b2
            b2 Yield [s0 s1 s3 s4]
                SENT ;
                -> return ()
            b3 Arm [s0 s1]
                open s5
                open s6
                -> return ()
        "#]],
    );
}

#[test]
fn binding_of_a_subpattern() {
    lowers(
        "match a { x @ 1..=9 => { co_yield!(x); } S { y, z: [first, ..] } => { co_yield!(first); g(y); } _ => {} }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> match a.0 { x.3 @ 1 ..= 9 b1, S { y : y.4 , z : [first.5 , ..] } b3, _ b5 }
            b1 Arm [s0 s1]
                open s3
                open s4
                -> yield x.3 then b2
            b2 Yield [s0 s1 s3 s4]
                SENT ;
                -> return ()
            b3 Arm [s0 s1]
                open s5
                open s6
                -> yield first.5 then b4
            b4 Yield [s0 s1 s5 s6]
                SENT ;
                g (y.4) ;
                -> return ()
            b5 Arm [s0 s1]
                open s7
                open s8
                -> return ()
        "#]],
    );
}

/// The arms after it are tried in turn.
#[test]
fn guard_that_yields() {
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
                let mut sent.5 = SENT ;
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
                unreachable ! () ;
                -> never
        "#]],
    );
}

/// What it binds is bound when the guard has passed.
#[test]
fn guard_that_yields_ahead_of_its_bindings() {
    lowers(
        "match a { S { p, q: x @ 1 } if co_yield!(1) => h(p, x), y => h(y), }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> match a.0 { S { p : _ , q : 1 } b1, _ b6 }
            b1 Arm [s0 s1]
                open s3
                -> yield 1 then b2
            b2 Yield [s0 s1 s3]
                let mut sent.6 = SENT ;
                -> if sent.6 b3 else b6
            b3 Then [s0 s1 s3]
                -> match a.0 { S { p : p.3 , q : x.4 @ 1 } b5, _ b4 }
            b4 Arm [s0 s1 s3]
                unreachable ! () ;
                -> never
            b5 Arm [s0 s1 s3]
                open s5
                -> return h (p.3 , x.4)
            b6 Else [s0 s1]
                -> match a.0 { y.5 b7, _ b8 }
            b7 Arm [s0 s1]
                open s6
                -> return h (y.5)
            b8 Arm [s0 s1]
                unreachable ! () ;
                -> never
        "#]],
    );
}

#[test]
fn guard_that_compares() {
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
                let mut sent.6 = SENT ;
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
                unreachable ! () ;
                -> never
        "#]],
    );
}

#[test]
fn arms_that_diverge() {
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
