//! `co_try!` and `co_raise!` in it.

use super::lowers;
use expect_test::expect;

#[test]
fn value() {
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
                SENT or { outcome.4 = Err (stop) ; __leap_0 () } ;
                value.5 = 5 ;
                close s3
                outcome.4 = Ok (value.5) ;
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
fn statement() {
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
                SENT or { outcome.3 = Err (stop) ; __leap_0 () } ;
                value.4 = () ;
                close s3
                outcome.3 = Ok (value.4) ;
                close s2
                -> b2
            b2 Catch [s0 s1]
                outcome.3 ;
                -> return ()
        "#]],
    );
}

#[test]
fn matched() {
    lowers(
        "match co_try!({ g() }) { Ok(x) => h(x), Err(Interrupt::Close) => return t, Err(Interrupt::Thrown(e)) => k(e), }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                declare value.5
                declare outcome.6
                open s3
                declare value2.7
                open s4
                value2.7 = g () ;
                close s4
                outcome.6 = Ok (value2.7) ;
                close s3
                value.5 = outcome.6 ;
                -> return match { value.5 } { Ok (x.3) => h (x.3) , Err (Interrupt :: Close) => return t , Err (Interrupt :: Thrown (e.4)) => k (e.4) , }
        "#]],
    );
}

#[test]
fn raise() {
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
                if a.0 { { outcome.5 = Err (convert :: Into :: into (b.1)) ; __leap_0 () } ; }
                value.6 = y.3 ;
                close s3
                outcome.5 = Ok (value.6) ;
                close s2
                -> b1
            b1 Catch [s0 s1]
                x.4 = outcome.5 ;
                -> return ()
        "#]],
    );
}

#[test]
fn nested() {
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
                declare outcome2.6
                open s4
                declare value2.7
                open s5
                -> yield 1 then b1
            b1 Yield [s0 s1 s2 s3 s4 s5]
                SENT or { outcome2.6 = Err (stop) ; __leap_0 () } ;
                { outcome2.6 = Err (convert :: Into :: into (a.0)) ; __leap_1 () } ;
                -> never
            b2 Catch [s0 s1 s2 s3]
                x.3 = diverging (outcome2.6 , | | loop { }) ;
                h (x.3) ;
                value.5 = () ;
                close s3
                outcome.4 = Ok (value.5) ;
                close s2
                outcome.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn question_mark_leaves_the_function() {
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
                loop { break ; }
                value.5 = 1 ;
                close s3
                outcome.4 = Ok (value.5) ;
                close s2
                x.3 = outcome.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn break_leaves_the_region() {
    lowers(
        "loop { co_try!({ let x = g(); if a { break; } co_yield!(1); }); }",
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
                if a.0 { return () ; }
                -> yield 1 then b2
            b2 Yield [s0 s1 s2 s3 s4]
                SENT or { outcome.4 = Err (stop) ; __leap_0 () } ;
                value.5 = () ;
                close s4
                outcome.4 = Ok (value.5) ;
                close s3
                -> b3
            b3 Catch [s0 s1 s2]
                outcome.4 ;
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
                SENT or { outcome.4 = Err (stop) ; __leap_0 () } ;
                close s4
                -> b1
            b3 Catch [s0 s1]
                x.3 = diverging (outcome.4 , | | loop { }) ;
                -> return ()
        "#]],
    );
}

#[test]
fn loop_inside() {
    lowers(
        "co_try!({ for x in 0..3 { co_yield!(x); } });",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare outcome.4
                open s2
                declare value.5
                open s3
                open s4
                let mut iter.6 = iterate (0 .. 3) ;
                -> b1
            b1 Loop [s0 s1 s2 s3 s4]
                -> match advance (& mut iter.6) { Some (x.3) b2, None b4 }
            b2 Arm [s0 s1 s2 s3 s4]
                open s5
                open s6
                -> yield x.3 then b3
            b3 Yield [s0 s1 s2 s3 s4 s5 s6]
                SENT or { outcome.4 = Err (stop) ; __leap_0 () } ;
                close s6
                close s5
                -> b1
            b4 After [s0 s1 s2 s3]
                value.5 = () ;
                close s3
                outcome.4 = Ok (value.5) ;
                close s2
                -> b5
            b5 Catch [s0 s1]
                outcome.4 ;
                -> return ()
        "#]],
    );
}
