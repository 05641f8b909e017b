//! The order of effects, where it is easy to get wrong.

use super::lowers;
use expect_test::expect;

#[test]
fn moved_before_the_yield() {
    lowers(
        "f1(a, co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = a.0 ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                f1 (operand.3 , sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn copied_constant_is_not_captured() {
    lowers(
        r#"f1(N, S::Q, 3, "s", co_yield!(1));"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.3 = SENT ;
                f1 (N , S :: Q , 3 , "s" , sent.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn nested_call() {
    lowers(
        "f1(g(h(), co_yield!(1)), k(co_yield!(2)));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = h () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                let mut operand.5 = g (operand.3 , sent.4) ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let sent.6 = SENT ;
                f1 (operand.5 , k (sent.6)) ;
                -> return ()
        "#]],
    );
}

#[test]
fn struct_base_after_fields() {
    lowers(
        "let x = S { p: co_yield!(1), ..a };",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                let x.3 = S { p : sent.4 , .. a.0 } ;
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
                let sent.4 = SENT ;
                let mut operand.5 = operand.3 . q (sent.4) ;
                operand.5 . r (h ()) ;
                close s2
                -> return ()
        "#]],
    );
}

/// The value before the place.
#[test]
fn assignment_of_an_index() {
    lowers(
        "a[g()] = co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.3 = SENT ;
                a.0 [g ()] = sent.3 ;
                -> return ()
        "#]],
    );
}

#[test]
fn macro_argument_order() {
    lowers(
        r#"println!("{} {} {}", g(), co_yield!(1), a);"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.6 = (g ()) ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.7 = SENT ;
                match (& operand.6 , & sent.7 , & (a.0) ,) { (__arg0.3 , __arg1.4 , __arg2.5 ,) => println ! ("{} {} {}" , * __arg0.3 , * __arg1.4 , * __arg2.5) } ;
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn reference_of_a_place_stays_a_place() {
    lowers(
        "f1(&a.b, &mut b[i()], co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = i () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                f1 (& a.0 . b , & mut b.1 [operand.3] , sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn dereference() {
    lowers(
        "*a = co_yield!(1); let x = *b + co_yield!(2);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                * a.0 = sent.4 ;
                let mut operand.5 = * b.1 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let sent.6 = SENT ;
                let x.3 = operand.5 + sent.6 ;
                -> return ()
        "#]],
    );
}

#[test]
fn short_circuit_in_an_argument() {
    lowers(
        "f1(g(), a && co_yield!(1), h());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = g () ;
                declare value.4
                open s4
                -> if a.0 b1 else b4
            b1 Then [s0 s1 s4]
                -> yield 1 then b2
            b2 Yield [s0 s1 s4]
                let sent.5 = SENT ;
                -> if sent.5 b3 else b4
            b3 Then [s0 s1 s4]
                open s6
                value.4 = true ;
                close s6
                close s4
                -> b5
            b4 Else [s0 s1]
                open s7
                value.4 = false ;
                close s7
                -> b5
            b5 After [s0 s1]
                f1 (operand.3 , value.4 , h ()) ;
                -> return ()
        "#]],
    );
}

#[test]
fn yield_in_a_range_of_a_for() {
    lowers(
        "for x in co_yield!(1)..co_yield!(2) { co_yield!(x); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.4 = SENT ;
                let mut operand.5 = sent.4 ;
                -> yield 2 then b2
            b2 Yield [s0 s1 s2]
                let sent.6 = SENT ;
                let mut iter.7 = __coro :: core :: iter :: IntoIterator :: into_iter (operand.5 .. sent.6) ;
                -> b3
            b3 Loop [s0 s1 s2]
                -> match __coro :: core :: iter :: Iterator :: next (& mut iter.7) { __coro :: Some (x.3) b4, __coro :: None b6 }
            b4 Arm [s0 s1 s2]
                open s3
                open s4
                -> yield x.3 then b5
            b5 Yield [s0 s1 s2 s3 s4]
                SENT ;
                close s4
                close s3
                -> b3
            b6 Arm [s0 s1 s2]
                close s2
                -> return ()
        "#]],
    );
}
