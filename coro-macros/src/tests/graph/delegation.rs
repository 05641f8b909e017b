//! `yield_from!`.

use super::lowers;
use expect_test::expect;

/// What has ended before its first yield is answered at once.
#[test]
fn value() {
    lowers(
        "let x = yield_from!(g(a)); h(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                open s2
                let mut delegate.4 = { let operand = g (a.0) ; (& & & & & & kind (& operand , & input , & outlet)) . coro_choose () . wrap (operand) } ;
                -> b1
            b1 Delegate [s0 s1 s2]
                -> delegate delegate.4 { yields b1, Ended :: Returned (returned.5) b2, Ended :: Interrupted (interrupt.6) b3 }
            b2 Arm [s0 s1 s2]
                open s3
                x.3 = returned.5 ;
                -> b4
            b3 Arm [s0 s1 s2]
                open s4
                __finish (Err (raise :: < _ , E > (interrupt.6))) ;
                -> never
            b4 After [s0 s1]
                h (x.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn first_value() {
    lowers(
        "yield_from!(g(), h());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut delegate.3 = { let operand = g () ; (& & & & & & kind (& operand , & input , & outlet)) . coro_choose () . wrap (operand) } ;
                -> match Delegate :: < u8 , E > :: enter_with (& mut delegate.3 , h ()) { Ok (yielded.4) b1, Err (Ended :: Returned (returned.5)) b2, Err (Ended :: Interrupted (interrupt.6)) b3 }
            b1 Arm [s0 s1 s2]
                open s3
                -> yield yielded.4 then b4
            b2 Arm [s0 s1 s2]
                open s4
                returned.5 ;
                close s4
                close s2
                -> b7
            b3 Arm [s0 s1 s2]
                open s5
                __finish (Err (raise :: < _ , E > (interrupt.6))) ;
                -> never
            b4 Delegate [s0 s1 s2]
                -> delegate delegate.3 { yields b4, Ended :: Returned (returned.7) b5, Ended :: Interrupted (interrupt.8) b6 }
            b5 Arm [s0 s1 s2]
                open s6
                returned.7 ;
                close s6
                close s2
                -> b7
            b6 Arm [s0 s1 s2]
                open s7
                __finish (Err (raise :: < _ , E > (interrupt.8))) ;
                -> never
            b7 After [s0 s1]
                -> return ()
        "#]],
    );
}

#[test]
fn region() {
    lowers(
        "co_try!({ yield_from!(g()) })",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare outcome.3
                open s2
                declare value.4
                open s3
                open s4
                let mut delegate.5 = { let operand = g () ; (& & & & & & kind (& operand , & input , & outlet)) . coro_choose () . wrap (operand) } ;
                -> b1
            b1 Delegate [s0 s1 s2 s3 s4]
                -> delegate delegate.5 { yields b1, Ended :: Returned (returned.6) b2, Ended :: Interrupted (interrupt.7) b3 }
            b2 Arm [s0 s1 s2 s3 s4]
                open s5
                value.4 = returned.6 ;
                -> b4
            b3 Arm [s0 s1 s2 s3 s4]
                open s6
                { outcome.3 = Err (interrupt.7) ; __leap_0 () } ;
                -> never
            b4 After [s0 s1 s2]
                outcome.3 = Ok (value.4) ;
                close s2
                -> b5
            b5 Catch [s0 s1]
                -> return outcome.3
        "#]],
    );
}

#[test]
fn operand_that_yields() {
    lowers(
        "yield_from!(co_yield!(1))",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.3 = SENT ;
                let mut delegate.4 = { let operand = sent.3 ; (& & & & & & kind (& operand , & input , & outlet)) . coro_choose () . wrap (operand) } ;
                -> b2
            b2 Delegate [s0 s1 s2]
                -> delegate delegate.4 { yields b2, Ended :: Returned (returned.5) b3, Ended :: Interrupted (interrupt.6) b4 }
            b3 Arm [s0 s1 s2]
                open s3
                -> return returned.5
            b4 Arm [s0 s1 s2]
                open s4
                __finish (Err (raise :: < _ , E > (interrupt.6))) ;
                -> never
        "#]],
    );
}
