//! Statements that yield.

use super::lowers;
use expect_test::expect;

/// A yield ends a block; what follows begins one, and drops what was sent.
#[test]
fn yield_as_a_statement() {
    lowers(
        "co_yield!(1); g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                SENT ;
                g () ;
                -> return ()
        "#]],
    );
}

#[test]
fn yield_of_nothing() {
    lowers(
        "co_yield!();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield () then b1
            b1 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn sent_value_in_full() {
    lowers(
        "let x = co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let x.3 = SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn yield_in_a_let() {
    lowers(
        "let x = co_yield!(1); g(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let x.3 = SENT ;
                g (x.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn yield_in_a_let_with_a_pattern() {
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
fn yield_in_a_typed_let() {
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
fn yield_bound_to_nothing() {
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
fn deferred_let() {
    lowers(
        "let x; let y: u8; x = co_yield!(1); y = 2; g(x, y);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                declare y.4
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.5 = SENT ;
                x.3 = sent.5 ;
                y.4 = 2 ;
                g (x.3 , y.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn assignment() {
    lowers(
        "a = co_yield!(1); a.b = co_yield!(2);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.3 = SENT ;
                a.0 = sent.3 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let sent.4 = SENT ;
                a.0 . b = sent.4 ;
                -> return ()
        "#]],
    );
}

/// The value comes first, as for primitives.
#[test]
fn compound_assignment() {
    lowers(
        "a += co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.3 = SENT ;
                a.0 += sent.3 ;
                -> return ()
        "#]],
    );
}

#[test]
fn compound_assignment_to_an_index() {
    lowers(
        "a[i()] += co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.3 = SENT ;
                a.0 [i ()] += sent.3 ;
                -> return ()
        "#]],
    );
}

#[test]
fn destructuring_assignment() {
    lowers(
        "(a, b) = co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.3 = SENT ;
                (a.0 , b.1) = sent.3 ;
                -> return ()
        "#]],
    );
}

#[test]
fn yield_as_the_tail() {
    lowers(
        "co_yield!(1)",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                -> return SENT
        "#]],
    );
}

#[test]
fn yield_as_the_operand_of_return() {
    lowers(
        "return co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                -> return SENT
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

/// Nothing without a yield is taken apart.
#[test]
fn verbatim_code_stays() {
    lowers(
        "for i in 0..3 { if i == a { break; } g(i)?; } co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                for i.3 in 0 .. 3 { if i.3 == a.0 { break ; } g (i.3) ? ; } ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn items_are_lifted_out() {
    lowers(
        "fn h() {} const N: u8 = 1; co_yield!(N); h();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield N then b1
            b1 Yield [s0 s1]
                SENT ;
                h () ;
                -> return ()
        "#]],
    );
}

#[test]
fn nested_block() {
    lowers(
        "{ let x = g(); co_yield!(x); } h();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let x.3 = g () ;
                -> yield x.3 then b1
            b1 Yield [s0 s1 s2]
                SENT ;
                close s2
                h () ;
                -> return ()
        "#]],
    );
}

#[test]
fn nested_block_with_a_value() {
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

/// The bindings are carried out of the branch by name.
#[test]
fn let_else_that_yields() {
    lowers(
        "let Some(mut x) = a else { co_yield!(1); return t }; x += 1; co_yield!(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                open s3
                -> if let Some (mut x.4) = a.0 b1 else b4
            b1 Then [s0 s1 s3]
                open s4
                x.3 = x.4 ;
                close s4
                -> b2
            b2 After [s0 s1]
                x.3 += 1 ;
                -> yield x.3 then b3
            b3 Yield [s0 s1]
                SENT ;
                -> return ()
            b4 Else [s0 s1]
                open s5
                -> yield 1 then b5
            b5 Yield [s0 s1 s5]
                SENT ;
                return t ;
                -> never
        "#]],
    );
}

#[test]
fn let_else_of_a_yield() {
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
fn return_and_question_mark_stay() {
    lowers(
        "let x = g(co_yield!(1))?; if x { return t } h()?",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                let x.3 = g (sent.4) ? ;
                if x.3 { return t } ;
                -> return h () ?
        "#]],
    );
}
