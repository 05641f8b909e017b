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
                let mut delegate.4 = { let operand = g (a.0) ; (& & & & kind (& operand , & input)) . coro_choose () . wrap (operand) } ;
                -> match Delegate :: < u8 , E > :: enter (& mut delegate.4 , (& & first (& input)) . coro_first ()) { Delegated :: Yielded (yielded.5) b1, Delegated :: Returned (returned.6) b2, Delegated :: Interrupted (interrupt.7) b3 }
            b1 Arm [s0 s1 s2]
                open s3
                -> yield yielded.5 then b4
            b2 Arm [s0 s1 s2]
                open s4
                x.3 = returned.6 ;
                close s4
                close s2
                -> b8
            b3 Arm [s0 s1 s2]
                open s5
                __finish (Err (raise :: < _ , E > (interrupt.7))) ;
                -> never
            b4 Delegate [s0 s1 s2]
                -> match Delegate :: < u8 , E > :: forward (& mut delegate.4 , take (& mut input)) { Delegated :: Yielded (yielded.8) b5, Delegated :: Returned (returned.9) b6, Delegated :: Interrupted (interrupt.10) b7 }
            b5 Arm [s0 s1 s2]
                open s6
                -> yield yielded.8 then b4
            b6 Arm [s0 s1 s2]
                open s7
                x.3 = returned.9 ;
                close s7
                close s2
                -> b8
            b7 Arm [s0 s1 s2]
                open s8
                __finish (Err (raise :: < _ , E > (interrupt.10))) ;
                -> never
            b8 After [s0 s1]
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
                let mut delegate.3 = { let operand = g () ; (& & & & kind (& operand , & input)) . coro_choose () . wrap (operand) } ;
                -> match Delegate :: < u8 , E > :: enter_with (& mut delegate.3 , h ()) { Delegated :: Yielded (yielded.4) b1, Delegated :: Returned (returned.5) b2, Delegated :: Interrupted (interrupt.6) b3 }
            b1 Arm [s0 s1 s2]
                open s3
                -> yield yielded.4 then b4
            b2 Arm [s0 s1 s2]
                open s4
                returned.5 ;
                close s4
                close s2
                -> b8
            b3 Arm [s0 s1 s2]
                open s5
                __finish (Err (raise :: < _ , E > (interrupt.6))) ;
                -> never
            b4 Delegate [s0 s1 s2]
                -> match Delegate :: < u8 , E > :: forward (& mut delegate.3 , take (& mut input)) { Delegated :: Yielded (yielded.7) b5, Delegated :: Returned (returned.8) b6, Delegated :: Interrupted (interrupt.9) b7 }
            b5 Arm [s0 s1 s2]
                open s6
                -> yield yielded.7 then b4
            b6 Arm [s0 s1 s2]
                open s7
                returned.8 ;
                close s7
                close s2
                -> b8
            b7 Arm [s0 s1 s2]
                open s8
                __finish (Err (raise :: < _ , E > (interrupt.9))) ;
                -> never
            b8 After [s0 s1]
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
                let mut delegate.5 = { let operand = g () ; (& & & & kind (& operand , & input)) . coro_choose () . wrap (operand) } ;
                -> match Delegate :: < u8 , E > :: enter (& mut delegate.5 , (& & first (& input)) . coro_first ()) { Delegated :: Yielded (yielded.6) b1, Delegated :: Returned (returned.7) b2, Delegated :: Interrupted (interrupt.8) b3 }
            b1 Arm [s0 s1 s2 s3 s4]
                open s5
                -> yield yielded.6 then b4
            b2 Arm [s0 s1 s2 s3 s4]
                open s6
                value.4 = returned.7 ;
                close s6
                close s4
                -> b8
            b3 Arm [s0 s1 s2 s3 s4]
                open s7
                { outcome.3 = Err (interrupt.8) ; __leap_0 () } ;
                -> never
            b4 Delegate [s0 s1 s2 s3 s4]
                -> match Delegate :: < u8 , E > :: forward (& mut delegate.5 , take (& mut input)) { Delegated :: Yielded (yielded.9) b5, Delegated :: Returned (returned.10) b6, Delegated :: Interrupted (interrupt.11) b7 }
            b5 Arm [s0 s1 s2 s3 s4]
                open s8
                -> yield yielded.9 then b4
            b6 Arm [s0 s1 s2 s3 s4]
                open s9
                value.4 = returned.10 ;
                close s9
                close s4
                -> b8
            b7 Arm [s0 s1 s2 s3 s4]
                open s10
                { outcome.3 = Err (interrupt.11) ; __leap_1 () } ;
                -> never
            b8 After [s0 s1 s2 s3]
                close s3
                outcome.3 = Ok (value.4) ;
                close s2
                -> b9
            b9 Catch [s0 s1]
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
                let sent.3 = SENT ;
                let mut delegate.4 = { let operand = sent.3 ; (& & & & kind (& operand , & input)) . coro_choose () . wrap (operand) } ;
                -> match Delegate :: < u8 , E > :: enter (& mut delegate.4 , (& & first (& input)) . coro_first ()) { Delegated :: Yielded (yielded.5) b2, Delegated :: Returned (returned.6) b3, Delegated :: Interrupted (interrupt.7) b4 }
            b2 Arm [s0 s1 s2]
                open s3
                -> yield yielded.5 then b5
            b3 Arm [s0 s1 s2]
                open s4
                -> return returned.6
            b4 Arm [s0 s1 s2]
                open s5
                __finish (Err (raise :: < _ , E > (interrupt.7))) ;
                -> never
            b5 Delegate [s0 s1 s2]
                -> match Delegate :: < u8 , E > :: forward (& mut delegate.4 , take (& mut input)) { Delegated :: Yielded (yielded.8) b6, Delegated :: Returned (returned.9) b7, Delegated :: Interrupted (interrupt.10) b8 }
            b6 Arm [s0 s1 s2]
                open s6
                -> yield yielded.8 then b5
            b7 Arm [s0 s1 s2]
                open s7
                -> return returned.9
            b8 Arm [s0 s1 s2]
                open s8
                __finish (Err (raise :: < _ , E > (interrupt.10))) ;
                -> never
        "#]],
    );
}
