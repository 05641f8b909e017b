//! Statements that yield.

use super::{lowers, lowers_in_full};
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
fn sent_value_in_full() {
    lowers_in_full(
        "let x = co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let x.3 = match __coro :: receive (& mut input) { __coro :: ControlFlow :: Continue (it) => it , __coro :: ControlFlow :: Break (by) => __finish (__coro :: Err (by)) , } ;
                -> return ()
        "#]],
    );
}

#[test]
fn sent_value_in_a_region_in_full() {
    lowers_in_full(
        "co_try!({ co_yield!(1) })",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare outcome.3
                open s2
                declare value.4
                open s3
                -> yield 1 then b1
            b1 Yield [s0 s1 s2 s3]
                value.4 = match __coro :: receive_or_interrupt (& mut input) { __coro :: ControlFlow :: Continue (it) => it , __coro :: ControlFlow :: Break (by) => { outcome.3 = __coro :: Err (by) ; __leap_0 () } , } ;
                close s3
                outcome.3 = __coro :: Ok (value.4) ;
                close s2
                -> b2
            b2 Catch [s0 s1]
                -> return outcome.3
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

#[test]
fn return_of_an_expression() {
    lowers(
        "return g(a, co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = a.0 ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                -> return g (operand.3 , sent.4)
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
fn return_and_question_mark_stay() {
    lowers(
        "let x = g(co_yield!(1))?; if x { return t } h()?",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                let x.3 = g (sent.4) ? ;
                if x.3 { return t }
                -> return h () ?
        "#]],
    );
}

/// Each of its blocks is printed in an `unsafe` of its own.
#[test]
fn unsafe_block() {
    lowers(
        "let x = unsafe { g(); co_yield!(1); h() }; k(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                -> b1
            b1 Then [s0 s1]
                open s2
                g () ;
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                SENT ;
                x.3 = h () ;
                close s2
                -> b3
            b3 After [s0 s1]
                k (x.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn unsafe_block_without_a_yield() {
    lowers(
        "let x = unsafe { g() }; co_yield!(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let x.3 = unsafe { g () } ;
                -> yield x.3 then b1
            b1 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}

/// What looks like a constant may be a `static mut` there, which is read ahead of the yield.
#[test]
fn statics_in_unsafe_code() {
    lowers(
        "unsafe { f1(N, m::LIMIT, None, co_yield!(1)) }; f2(N, co_yield!(2));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Then [s0 s1]
                open s2
                let mut operand.3 = N ;
                let mut operand2.4 = m :: LIMIT ;
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                let mut sent.5 = SENT ;
                f1 (operand.3 , operand2.4 , None , sent.5) ;
                close s2
                -> b3
            b3 After [s0 s1]
                let mut operand.6 = N ;
                -> yield 2 then b4
            b4 Yield [s0 s1]
                let mut sent.7 = SENT ;
                f2 (operand.6 , sent.7) ;
                -> return ()
        "#]],
    );
}
