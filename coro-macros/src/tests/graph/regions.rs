//! `co_try!`, `co_raise!`, `yield_from!`, `unsafe`.

use super::lowers;
use expect_test::expect;

#[test]
fn try_block() {
    lowers(
        "let x = co_try!({ co_yield!(1); 5 }); g(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                declare outcome.4
                open s2
                declare value.5
                open s3
                -> yield 1 then b1
            b1 Yield [s0 s1 s2 s3]
                match __coro :: receive_or_interrupt (& mut input) { __coro :: ControlFlow :: Continue (sent) => sent , __coro :: ControlFlow :: Break (stop) => { outcome.4 = __coro :: Err (stop) ; __leap_0 () } , } ;
                value.5 = 5 ;
                close s3
                outcome.4 = __coro :: Ok (value.5) ;
                close s2
                -> b2
            b2 Catch [s0 s1]
                x.3 = outcome.4 ;
                g (x.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn try_as_a_statement() {
    lowers(
        "co_try!({ co_yield!(1); });",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare outcome.3
                open s2
                declare value.4
                open s3
                -> yield 1 then b1
            b1 Yield [s0 s1 s2 s3]
                match __coro :: receive_or_interrupt (& mut input) { __coro :: ControlFlow :: Continue (sent) => sent , __coro :: ControlFlow :: Break (stop) => { outcome.3 = __coro :: Err (stop) ; __leap_0 () } , } ;
                value.4 = () ;
                close s3
                outcome.3 = __coro :: Ok (value.4) ;
                close s2
                -> b2
            b2 Catch [s0 s1]
                outcome.3 ;
                -> return ()
        "#]],
    );
}

#[test]
fn try_matched() {
    lowers(
        "match co_try!({ g() }) { Ok(x) => h(x), Err(Interrupt::Close) => return t, Err(Interrupt::Thrown(e)) => k(e), }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                declare value.5
                declare outcome.6
                open s3
                declare value.7
                open s4
                value.7 = g () ;
                close s4
                outcome.6 = __coro :: Ok (value.7) ;
                close s3
                value.5 = outcome.6 ;
                -> return match { value.5 } { Ok (x.3) => h (x.3) , Err (Interrupt :: Close) => return t , Err (Interrupt :: Thrown (e.4)) => k (e.4) , }
        "#]],
    );
}

#[test]
fn raise_in_a_region() {
    lowers(
        "let x = co_try!({ let y = g(); if a { co_raise!(b); } y });",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.4
                declare outcome.5
                open s2
                declare value.6
                open s3
                let y.3 = g () ;
                if a.0 { { outcome.5 = __coro :: Err (__coro :: core :: convert :: Into :: into (b.1)) ; __leap_0 () } ; } ;
                value.6 = y.3 ;
                close s3
                outcome.5 = __coro :: Ok (value.6) ;
                close s2
                -> b1
            b1 Catch [s0 s1]
                x.4 = outcome.5 ;
                -> return ()
        "#]],
    );
}

#[test]
fn nested_regions() {
    lowers(
        "co_try!({ let x = co_try!({ co_yield!(1); co_raise!(a) }); h(x); });",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare outcome.4
                open s2
                declare value.5
                open s3
                declare x.3
                declare outcome.6
                open s4
                declare value.7
                open s5
                -> yield 1 then b1
            b1 Yield [s0 s1 s2 s3 s4 s5]
                match __coro :: receive_or_interrupt (& mut input) { __coro :: ControlFlow :: Continue (sent) => sent , __coro :: ControlFlow :: Break (stop) => { outcome.6 = __coro :: Err (stop) ; __leap_0 () } , } ;
                { outcome.6 = __coro :: Err (__coro :: core :: convert :: Into :: into (a.0)) ; __leap_1 () } ;
                -> never
            b2 Catch [s0 s1 s2 s3]
                x.3 = __coro :: diverging (outcome.6 , | | loop { }) ;
                h (x.3) ;
                value.5 = () ;
                close s3
                outcome.4 = __coro :: Ok (value.5) ;
                close s2
                outcome.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn question_mark_in_a_region() {
    lowers(
        "let x = co_try!({ g()?; loop { break; } 1 });",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                declare outcome.4
                open s2
                declare value.5
                open s3
                g () ? ;
                loop { break ; } ;
                value.5 = 1 ;
                close s3
                outcome.4 = __coro :: Ok (value.5) ;
                close s2
                x.3 = outcome.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn break_out_of_a_region() {
    lowers(
        "loop { co_try!({ let x = g(); if a { break; } }); co_yield!(1); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                declare outcome.4
                open s3
                declare value.5
                open s4
                let x.3 = g () ;
                value.5 = if a.0 { return () ; } ;
                close s4
                outcome.4 = __coro :: Ok (value.5) ;
                close s3
                outcome.4 ;
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                SENT ;
                close s2
                -> b1
        "#]],
    );
}

#[test]
fn region_that_never_ends() {
    lowers(
        "let x = co_try!({ loop { co_yield!(1); } });",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                declare outcome.4
                open s2
                declare value.5
                open s3
                -> b1
            b1 Loop [s0 s1 s2 s3]
                open s4
                -> yield 1 then b2
            b2 Yield [s0 s1 s2 s3 s4]
                match __coro :: receive_or_interrupt (& mut input) { __coro :: ControlFlow :: Continue (sent) => sent , __coro :: ControlFlow :: Break (stop) => { outcome.4 = __coro :: Err (stop) ; __leap_0 () } , } ;
                close s4
                -> b1
            b3 Catch [s0 s1]
                x.3 = __coro :: diverging (outcome.4 , | | loop { }) ;
                -> return ()
        "#]],
    );
}

#[test]
fn yield_from_as_a_statement() {
    lowers(
        "yield_from!(g());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut delegate.3 = { let operand = g () ; (& & & & __coro :: kind (& operand , & input)) . coro_choose () . wrap (operand) } ;
                -> match __coro :: Delegate :: < u8 , E > :: enter (& mut delegate.3 , (& & __coro :: first (& input)) . coro_first ()) { __coro :: Delegated :: Yielded (yielded.4) b1, __coro :: Delegated :: Returned (returned.5) b6, __coro :: Delegated :: Interrupted (interrupt.6) b8 }
            b1 Arm [s0 s1 s2]
                open s3
                -> yield yielded.4 then b2
            b2 Delegate [s0 s1 s2]
                -> match __coro :: Delegate :: < u8 , E > :: forward (& mut delegate.3 , __coro :: take (& mut input)) { __coro :: Delegated :: Yielded (yielded.7) b3, __coro :: Delegated :: Returned (returned.8) b4, __coro :: Delegated :: Interrupted (interrupt.9) b5 }
            b3 Arm [s0 s1 s2]
                open s6
                -> yield yielded.7 then b2
            b4 Arm [s0 s1 s2]
                open s7
                returned.8 ;
                close s7
                close s2
                -> b7
            b5 Arm [s0 s1 s2]
                open s8
                __finish (__coro :: Err (__coro :: raise :: < _ , E > (interrupt.9))) ;
                -> never
            b6 Arm [s0 s1 s2]
                open s4
                returned.5 ;
                close s4
                close s2
                -> b7
            b7 After [s0 s1]
                -> return ()
            b8 Arm [s0 s1 s2]
                open s5
                __finish (__coro :: Err (__coro :: raise :: < _ , E > (interrupt.6))) ;
                -> never
        "#]],
    );
}

#[test]
fn yield_from_as_a_value() {
    lowers(
        "let x = yield_from!(g(a)); h(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                open s2
                let mut delegate.4 = { let operand = g (a.0) ; (& & & & __coro :: kind (& operand , & input)) . coro_choose () . wrap (operand) } ;
                -> match __coro :: Delegate :: < u8 , E > :: enter (& mut delegate.4 , (& & __coro :: first (& input)) . coro_first ()) { __coro :: Delegated :: Yielded (yielded.5) b1, __coro :: Delegated :: Returned (returned.6) b6, __coro :: Delegated :: Interrupted (interrupt.7) b8 }
            b1 Arm [s0 s1 s2]
                open s3
                -> yield yielded.5 then b2
            b2 Delegate [s0 s1 s2]
                -> match __coro :: Delegate :: < u8 , E > :: forward (& mut delegate.4 , __coro :: take (& mut input)) { __coro :: Delegated :: Yielded (yielded.8) b3, __coro :: Delegated :: Returned (returned.9) b4, __coro :: Delegated :: Interrupted (interrupt.10) b5 }
            b3 Arm [s0 s1 s2]
                open s6
                -> yield yielded.8 then b2
            b4 Arm [s0 s1 s2]
                open s7
                x.3 = returned.9 ;
                close s7
                close s2
                -> b7
            b5 Arm [s0 s1 s2]
                open s8
                __finish (__coro :: Err (__coro :: raise :: < _ , E > (interrupt.10))) ;
                -> never
            b6 Arm [s0 s1 s2]
                open s4
                x.3 = returned.6 ;
                close s4
                close s2
                -> b7
            b7 After [s0 s1]
                h (x.3) ;
                -> return ()
            b8 Arm [s0 s1 s2]
                open s5
                __finish (__coro :: Err (__coro :: raise :: < _ , E > (interrupt.7))) ;
                -> never
        "#]],
    );
}

#[test]
fn yield_from_with_a_first_value() {
    lowers(
        "let x = yield_from!(g(), h());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                open s2
                let mut delegate.4 = { let operand = g () ; (& & & & __coro :: kind (& operand , & input)) . coro_choose () . wrap (operand) } ;
                -> match __coro :: Delegate :: < u8 , E > :: enter_with (& mut delegate.4 , h ()) { __coro :: Delegated :: Yielded (yielded.5) b1, __coro :: Delegated :: Returned (returned.6) b6, __coro :: Delegated :: Interrupted (interrupt.7) b8 }
            b1 Arm [s0 s1 s2]
                open s3
                -> yield yielded.5 then b2
            b2 Delegate [s0 s1 s2]
                -> match __coro :: Delegate :: < u8 , E > :: forward (& mut delegate.4 , __coro :: take (& mut input)) { __coro :: Delegated :: Yielded (yielded.8) b3, __coro :: Delegated :: Returned (returned.9) b4, __coro :: Delegated :: Interrupted (interrupt.10) b5 }
            b3 Arm [s0 s1 s2]
                open s6
                -> yield yielded.8 then b2
            b4 Arm [s0 s1 s2]
                open s7
                x.3 = returned.9 ;
                close s7
                close s2
                -> b7
            b5 Arm [s0 s1 s2]
                open s8
                __finish (__coro :: Err (__coro :: raise :: < _ , E > (interrupt.10))) ;
                -> never
            b6 Arm [s0 s1 s2]
                open s4
                x.3 = returned.6 ;
                close s4
                close s2
                -> b7
            b7 After [s0 s1]
                -> return ()
            b8 Arm [s0 s1 s2]
                open s5
                __finish (__coro :: Err (__coro :: raise :: < _ , E > (interrupt.7))) ;
                -> never
        "#]],
    );
}

#[test]
fn yield_from_in_a_region() {
    lowers(
        "let x = co_try!({ yield_from!(g()) });",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                declare outcome.4
                open s2
                declare value.5
                open s3
                open s4
                let mut delegate.6 = { let operand = g () ; (& & & & __coro :: kind (& operand , & input)) . coro_choose () . wrap (operand) } ;
                -> match __coro :: Delegate :: < u8 , E > :: enter (& mut delegate.6 , (& & __coro :: first (& input)) . coro_first ()) { __coro :: Delegated :: Yielded (yielded.7) b1, __coro :: Delegated :: Returned (returned.8) b6, __coro :: Delegated :: Interrupted (interrupt.9) b8 }
            b1 Arm [s0 s1 s2 s3 s4]
                open s5
                -> yield yielded.7 then b2
            b2 Delegate [s0 s1 s2 s3 s4]
                -> match __coro :: Delegate :: < u8 , E > :: forward (& mut delegate.6 , __coro :: take (& mut input)) { __coro :: Delegated :: Yielded (yielded.10) b3, __coro :: Delegated :: Returned (returned.11) b4, __coro :: Delegated :: Interrupted (interrupt.12) b5 }
            b3 Arm [s0 s1 s2 s3 s4]
                open s8
                -> yield yielded.10 then b2
            b4 Arm [s0 s1 s2 s3 s4]
                open s9
                value.5 = returned.11 ;
                close s9
                close s4
                -> b7
            b5 Arm [s0 s1 s2 s3 s4]
                open s10
                { outcome.4 = __coro :: Err (interrupt.12) ; __leap_1 () } ;
                -> never
            b6 Arm [s0 s1 s2 s3 s4]
                open s6
                value.5 = returned.8 ;
                close s6
                close s4
                -> b7
            b7 After [s0 s1 s2 s3]
                close s3
                outcome.4 = __coro :: Ok (value.5) ;
                close s2
                -> b9
            b8 Arm [s0 s1 s2 s3 s4]
                open s7
                { outcome.4 = __coro :: Err (interrupt.9) ; __leap_0 () } ;
                -> never
            b9 Catch [s0 s1]
                x.3 = outcome.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn yield_from_of_a_yield() {
    lowers(
        "yield_from!(co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.3 = SENT ;
                let mut delegate.4 = { let operand = sent.3 ; (& & & & __coro :: kind (& operand , & input)) . coro_choose () . wrap (operand) } ;
                -> match __coro :: Delegate :: < u8 , E > :: enter (& mut delegate.4 , (& & __coro :: first (& input)) . coro_first ()) { __coro :: Delegated :: Yielded (yielded.5) b2, __coro :: Delegated :: Returned (returned.6) b7, __coro :: Delegated :: Interrupted (interrupt.7) b9 }
            b2 Arm [s0 s1 s2]
                open s3
                -> yield yielded.5 then b3
            b3 Delegate [s0 s1 s2]
                -> match __coro :: Delegate :: < u8 , E > :: forward (& mut delegate.4 , __coro :: take (& mut input)) { __coro :: Delegated :: Yielded (yielded.8) b4, __coro :: Delegated :: Returned (returned.9) b5, __coro :: Delegated :: Interrupted (interrupt.10) b6 }
            b4 Arm [s0 s1 s2]
                open s6
                -> yield yielded.8 then b3
            b5 Arm [s0 s1 s2]
                open s7
                returned.9 ;
                close s7
                close s2
                -> b8
            b6 Arm [s0 s1 s2]
                open s8
                __finish (__coro :: Err (__coro :: raise :: < _ , E > (interrupt.10))) ;
                -> never
            b7 Arm [s0 s1 s2]
                open s4
                returned.6 ;
                close s4
                close s2
                -> b8
            b8 After [s0 s1]
                -> return ()
            b9 Arm [s0 s1 s2]
                open s5
                __finish (__coro :: Err (__coro :: raise :: < _ , E > (interrupt.7))) ;
                -> never
        "#]],
    );
}

#[test]
fn yield_from_as_the_tail() {
    lowers(
        "yield_from!(a)",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut delegate.3 = { let operand = a.0 ; (& & & & __coro :: kind (& operand , & input)) . coro_choose () . wrap (operand) } ;
                -> match __coro :: Delegate :: < u8 , E > :: enter (& mut delegate.3 , (& & __coro :: first (& input)) . coro_first ()) { __coro :: Delegated :: Yielded (yielded.4) b1, __coro :: Delegated :: Returned (returned.5) b6, __coro :: Delegated :: Interrupted (interrupt.6) b7 }
            b1 Arm [s0 s1 s2]
                open s3
                -> yield yielded.4 then b2
            b2 Delegate [s0 s1 s2]
                -> match __coro :: Delegate :: < u8 , E > :: forward (& mut delegate.3 , __coro :: take (& mut input)) { __coro :: Delegated :: Yielded (yielded.7) b3, __coro :: Delegated :: Returned (returned.8) b4, __coro :: Delegated :: Interrupted (interrupt.9) b5 }
            b3 Arm [s0 s1 s2]
                open s6
                -> yield yielded.7 then b2
            b4 Arm [s0 s1 s2]
                open s7
                -> return returned.8
            b5 Arm [s0 s1 s2]
                open s8
                __finish (__coro :: Err (__coro :: raise :: < _ , E > (interrupt.9))) ;
                -> never
            b6 Arm [s0 s1 s2]
                open s4
                -> return returned.5
            b7 Arm [s0 s1 s2]
                open s5
                __finish (__coro :: Err (__coro :: raise :: < _ , E > (interrupt.6))) ;
                -> never
        "#]],
    );
}

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
