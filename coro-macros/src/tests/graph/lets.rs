//! `let`.

use super::lowers;
use expect_test::expect;

#[test]
fn pattern() {
    lowers(
        "let (x, Some(mut y)) = co_yield!(1) else { return t }; g(x, y);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let (x.3 , Some (mut y.4)) = (SENT) else { return t } ;
                g (x.3 , y.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn annotation() {
    lowers(
        "let x: u8 = co_yield!(1); g(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let x.3 : u8 = SENT ;
                g (x.3) ;
                -> return ()
        "#]],
    );
}

/// `_` drops at once, so it is not a name.
#[test]
fn wildcard() {
    lowers(
        "let _ = co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let _ = SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn wildcard_of_an_operand() {
    lowers(
        "let _ = g(co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                let _ = g (sent.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn deferred() {
    lowers(
        "let x; let y: u8; x = co_yield!(1); y = 2; g(x, y);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                declare y.4
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                x.3 = sent.5 ;
                y.4 = 2 ;
                g (x.3 , y.4) ;
                -> return ()
        "#]],
    );
}

/// Two locals of one name are two locals.
#[test]
fn shadowing() {
    lowers(
        "let x = 1; co_yield!(x); let x = x.to_string(); co_yield!(x.len());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let x.3 = 1 ;
                -> yield x.3 then b1
            b1 Yield [s0 s1]
                SENT ;
                let x.4 = x.3 . to_string () ;
                -> yield x.4 . len () then b2
            b2 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn block_value() {
    lowers(
        "let x = { let y = g(); co_yield!(1); y }; h(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.4
                open s2
                let y.3 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                SENT ;
                x.4 = y.3 ;
                close s2
                h (x.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn block_value_with_an_annotation() {
    lowers(
        "let x: T = { co_yield!(1); g() };",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                SENT ;
                x.3 = g () ;
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn pattern_of_a_block_value() {
    lowers(
        "let (x, y) = { co_yield!(1); g() };",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.5
                open s3
                -> yield 1 then b1
            b1 Yield [s0 s1 s3]
                SENT ;
                value.5 = g () ;
                close s3
                let (x.3 , y.4) = value.5 ;
                -> return ()
        "#]],
    );
}

/// The bindings are carried out of the branch by name.
#[test]
fn else_that_yields() {
    lowers(
        "let Some(mut x) = a else { co_yield!(1); return t }; x += 1; co_yield!(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                open s3
                -> if let Some (x.4) = a.0 b1 else b2
            b1 Then [s0 s1 s3]
                open s4
                x.3 = x.4 ;
                close s4
                close s3
                -> b4
            b2 Else [s0 s1]
                open s5
                declare never.5
                open s6
                -> yield 1 then b3
            b3 Yield [s0 s1 s5 s6]
                SENT ;
                return t ;
                -> never
            b4 After [s0 s1]
                x.3 += 1 ;
                -> yield x.3 then b5
            b5 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn else_that_yields_with_an_annotation() {
    lowers(
        "let Some(x): Option<u8> = g() else { return co_yield!(1) }; co_yield!(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                open s3
                -> if let Some (x.4) = { let value : Option < u8 > = g () ; value } b1 else b2
            b1 Then [s0 s1 s3]
                open s4
                x.3 = x.4 ;
                close s4
                close s3
                -> b4
            b2 Else [s0 s1]
                open s5
                declare never.5
                open s6
                -> yield 1 then b3
            b3 Yield [s0 s1 s5 s6]
                -> return SENT
            b4 After [s0 s1]
                -> yield x.3 then b5
            b5 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn else_of_a_yield() {
    lowers(
        "let Ok(x) = co_yield!(1) else { return t }; g(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let Ok (x.3) = (SENT) else { return t } ;
                g (x.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn closure_is_verbatim() {
    lowers(
        "let h = |x| x + a; co_yield!(h(1)); h(2);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let h.4 = | x.3 | x.3 + a.0 ;
                -> yield h.4 (1) then b1
            b1 Yield [s0 s1]
                SENT ;
                h.4 (2) ;
                -> return ()
        "#]],
    );
}

#[test]
fn extended_temporary() {
    lowers(
        "let r = &mut g(co_yield!(1)); h(r);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare extended.4
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                extended.4 = g (sent.5) ;
                let r.3 = & mut extended.4 ;
                h (r.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn extended_in_an_operand() {
    lowers(
        "let t = (c.len(), &g(a), &Some(1), [&h(&k(), co_yield!(1)).0]);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare extended.4
                promoted (| | Some (1)) ;
                declare extended2.5
                declare value.9
                open s2
                declare temporary.7
                let mut operand.6 = c.2 . len () ;
                extended.4 = g (a.0) ;
                temporary.7 = k () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.8 = SENT ;
                extended2.5 = h (& temporary.7 , sent.8) ;
                value.9 = (operand.6 , & extended.4 , & Some (1) , [& extended2.5 . 0]) ;
                close s2
                let t.3 = value.9 ;
                -> return ()
        "#]],
    );
}

#[test]
fn extended_by_the_pattern() {
    lowers(
        "let ref r = co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare extended.4
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                extended.4 = sent.5 ;
                let ref r.3 = extended.4 ;
                -> return ()
        "#]],
    );
}
