//! Calls and receivers.

use super::lowers;
use expect_test::expect;

/// What is evaluated before the yield is captured before it.
#[test]
fn arguments() {
    lowers(
        "f1(g(), a, a.b, 7, co_yield!(1), h());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = g () ;
                let mut operand2.4 = a.0 ;
                let mut operand3.5 = a.0 . b ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.6 = SENT ;
                f1 (operand.3 , operand2.4 , operand3.5 , 7 , sent.6 , h ()) ;
                -> return ()
        "#]],
    );
}

#[test]
fn arguments_after_the_last_yield() {
    lowers(
        "f1(co_yield!(1), g(), a);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                f1 (sent.3 , g () , a.0) ;
                -> return ()
        "#]],
    );
}

#[test]
fn two_yields() {
    lowers(
        "f1(co_yield!(1), co_yield!(2));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                let mut operand.4 = sent.3 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let mut sent.5 = SENT ;
                f1 (operand.4 , sent.5) ;
                -> return ()
        "#]],
    );
}

#[test]
fn yield_in_a_yield() {
    lowers(
        "co_yield!(co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                -> yield sent.3 then b2
            b2 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn called_function() {
    lowers(
        "(a.b)(co_yield!(1)); g()(co_yield!(2));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                (a.0 . b) (sent.3) ;
                open s3
                let mut operand.4 = g () ;
                -> yield 2 then b2
            b2 Yield [s0 s1 s3]
                let mut sent.5 = SENT ;
                operand.4 (sent.5) ;
                close s3
                -> return ()
        "#]],
    );
}

/// A receiver that is a place is borrowed after the arguments.
#[test]
fn receiver_in_place() {
    lowers(
        "a.push(co_yield!(1)); a.b[0].push(co_yield!(2));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                a.0 . push (sent.3) ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let mut sent.4 = SENT ;
                a.0 . b [0] . push (sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn receiver_with_an_index() {
    lowers(
        "a[i()].push(co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = i () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                a.0 [operand.3] . push (sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn receiver_that_is_a_value() {
    lowers(
        "g().push(co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                operand.3 . push (sent.4) ;
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn receiver_that_yields() {
    lowers(
        "co_yield!(1).push(g());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.3 = SENT ;
                sent.3 . push (g ()) ;
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn receiver_changed_by_a_later_operand() {
    lowers(
        "a.p({ a = g(); co_yield!(1) });",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = a.0 ;
                declare value.4
                open s3
                a.0 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s3]
                value.4 = SENT ;
                close s3
                operand.3 . p (value.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn place_changed_by_a_later_operand() {
    lowers(
        "f1(a.b, { a.b = 2; co_yield!(1) });",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = a.0 . b ;
                declare value.4
                open s3
                a.0 . b = 2 ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s3]
                value.4 = SENT ;
                close s3
                f1 (operand.3 , value.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn closure_before_a_yield() {
    lowers(
        "f1(|| a.b, move || c, co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = move | | c.2 ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                f1 (| | a.0 . b , operand.3 , sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn question_mark_of_a_call() {
    lowers(
        "let x = g(a, co_yield!(1))?.h();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.7
                open s2
                let mut operand.4 = a.0 ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.5 = SENT ;
                let mut operand2.6 = g (operand.4 , sent.5) ? ;
                value.7 = operand2.6 . h () ;
                close s2
                let x.3 = value.7 ;
                -> return ()
        "#]],
    );
}

#[test]
fn chain_of_methods() {
    lowers(
        "a.p(g()).q(co_yield!(1)).r(h());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = a.0 . p (g ()) ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                let mut operand2.5 = operand.3 . q (sent.4) ;
                operand2.5 . r (h ()) ;
                close s2
                -> return ()
        "#]],
    );
}
