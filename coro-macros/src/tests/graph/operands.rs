//! Yields in operand positions.

use super::lowers;
use expect_test::expect;

/// What is evaluated before the yield is captured before it.
#[test]
fn arguments_of_a_call() {
    lowers(
        "f1(g(), a, a.b, 7, co_yield!(1), h());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = g () ;
                let mut operand.4 = a.0 ;
                let mut operand.5 = a.0 . b ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.6 = SENT ;
                f1 (operand.3 , operand.4 , operand.5 , 7 , sent.6 , h ()) ;
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
                let sent.3 = SENT ;
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
                let sent.3 = SENT ;
                let mut operand.4 = sent.3 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let sent.5 = SENT ;
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
                let sent.3 = SENT ;
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
                let sent.3 = SENT ;
                (a.0 . b) (sent.3) ;
                open s3
                let mut operand.4 = g () ;
                -> yield 2 then b2
            b2 Yield [s0 s1 s3]
                let sent.5 = SENT ;
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
                let sent.3 = SENT ;
                a.0 . push (sent.3) ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let sent.4 = SENT ;
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
                let sent.4 = SENT ;
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
                let sent.4 = SENT ;
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
                let sent.3 = SENT ;
                sent.3 . push (g ()) ;
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn binary() {
    lowers(
        "let x = g() + co_yield!(1) * a;",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.4 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.5 = SENT ;
                let x.3 = operand.4 + sent.5 * a.0 ;
                -> return ()
        "#]],
    );
}

/// The local is read before the yield.
#[test]
fn binary_of_a_local() {
    lowers(
        "let x = a + co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.4 = a.0 ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.5 = SENT ;
                let x.3 = operand.4 + sent.5 ;
                -> return ()
        "#]],
    );
}

/// Compared in place.
#[test]
fn comparison() {
    lowers(
        "let x = a == co_yield!(1); let y = g() < co_yield!(2); let z = a == co_yield!(3) + 1;",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.7
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.6 = SENT ;
                value.7 = a.0 == sent.6 ;
                close s2
                let x.3 = value.7 ;
                declare value.10
                open s3
                let mut operand.8 = g () ;
                -> yield 2 then b2
            b2 Yield [s0 s1 s3]
                let sent.9 = SENT ;
                value.10 = operand.8 < sent.9 ;
                close s3
                let y.4 = value.10 ;
                declare value.13
                open s4
                -> yield 3 then b3
            b3 Yield [s0 s1 s4]
                let sent.11 = SENT ;
                let mut operand.12 = sent.11 + 1 ;
                value.13 = a.0 == operand.12 ;
                close s4
                let z.5 = value.13 ;
                -> return ()
        "#]],
    );
}

#[test]
fn comparison_with_a_number() {
    lowers(
        "let x = 3 == co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                let x.3 = 3 == sent.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn unary_and_cast() {
    lowers(
        "let x = !co_yield!(1); let y = -(co_yield!(2) as i32); let z = *co_yield!(3);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.6 = SENT ;
                let x.3 = ! sent.6 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let sent.7 = SENT ;
                let y.4 = - (sent.7 as i32) ;
                declare value.9
                open s4
                -> yield 3 then b3
            b3 Yield [s0 s1 s4]
                let sent.8 = SENT ;
                value.9 = * sent.8 ;
                close s4
                let z.5 = value.9 ;
                -> return ()
        "#]],
    );
}

#[test]
fn and_or() {
    lowers(
        "let x = g() && co_yield!(1); let y = co_yield!(2) || h();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.5
                open s4
                -> if g () b1 else b4
            b1 Then [s0 s1 s4]
                -> yield 1 then b2
            b2 Yield [s0 s1 s4]
                let sent.6 = SENT ;
                -> if sent.6 b3 else b4
            b3 Then [s0 s1 s4]
                open s6
                value.5 = true ;
                close s6
                close s4
                -> b5
            b4 Else [s0 s1]
                open s7
                value.5 = false ;
                close s7
                -> b5
            b5 After [s0 s1]
                let x.3 = value.5 ;
                declare value.7
                open s10
                -> yield 2 then b6
            b6 Yield [s0 s1 s10]
                let sent.8 = SENT ;
                -> if sent.8 b8 else b7
            b7 Else [s0 s1 s10]
                -> if h () b8 else b9
            b8 Then [s0 s1 s10]
                open s12
                value.7 = true ;
                close s12
                close s10
                -> b10
            b9 Else [s0 s1]
                open s13
                value.7 = false ;
                close s13
                -> b10
            b10 After [s0 s1]
                let y.4 = value.7 ;
                -> return ()
        "#]],
    );
}

#[test]
fn not_in_a_condition() {
    lowers(
        "if !(g() && co_yield!(1)) { h(); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s3
                -> if g () b1 else b4
            b1 Then [s0 s1 s3]
                -> yield 1 then b2
            b2 Yield [s0 s1 s3]
                let sent.3 = SENT ;
                -> if sent.3 b3 else b4
            b3 Else [s0 s1]
                -> return ()
            b4 Then [s0 s1 s3]
                open s5
                h () ;
                -> return ()
        "#]],
    );
}

#[test]
fn index_base_and_index() {
    lowers(
        "let x = a[co_yield!(1)]; let y = co_yield!(2)[0]; let z = g()[co_yield!(3)];",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.6 = SENT ;
                let x.3 = a.0 [sent.6] ;
                declare value.8
                open s3
                -> yield 2 then b2
            b2 Yield [s0 s1 s3]
                let sent.7 = SENT ;
                value.8 = sent.7 [0] ;
                close s3
                let y.4 = value.8 ;
                declare value.11
                open s4
                let mut operand.9 = g () ;
                -> yield 3 then b3
            b3 Yield [s0 s1 s4]
                let sent.10 = SENT ;
                value.11 = operand.9 [sent.10] ;
                close s4
                let z.5 = value.11 ;
                -> return ()
        "#]],
    );
}

#[test]
fn field_of_a_yield() {
    lowers(
        "let x = co_yield!(1).b;",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.5
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.4 = SENT ;
                value.5 = sent.4 . b ;
                close s2
                let x.3 = value.5 ;
                -> return ()
        "#]],
    );
}

#[test]
fn tuple_array_repeat() {
    lowers(
        "let x = (g(), co_yield!(1)); let y = [a, co_yield!(2)]; let z = [co_yield!(3); 4];",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.6 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.7 = SENT ;
                let x.3 = (operand.6 , sent.7) ;
                let mut operand.8 = a.0 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let sent.9 = SENT ;
                let y.4 = [operand.8 , sent.9] ;
                -> yield 3 then b3
            b3 Yield [s0 s1]
                let sent.10 = SENT ;
                let z.5 = [sent.10 ; 4] ;
                -> return ()
        "#]],
    );
}

#[test]
fn struct_literal() {
    lowers(
        "let x = S { p: g(), q: co_yield!(1), ..h() };",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.4 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.5 = SENT ;
                let x.3 = S { p : operand.4 , q : sent.5 , .. h () } ;
                -> return ()
        "#]],
    );
}

#[test]
fn range() {
    lowers(
        "let x = g()..co_yield!(1); let y = ..=co_yield!(2);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.5 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.6 = SENT ;
                let x.3 = operand.5 .. sent.6 ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let sent.7 = SENT ;
                let y.4 = ..= sent.7 ;
                -> return ()
        "#]],
    );
}

#[test]
fn reference() {
    lowers(
        "f1(&co_yield!(1)); f1(&mut a, co_yield!(2));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.3 = SENT ;
                f1 (& sent.3) ;
                close s2
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let sent.4 = SENT ;
                f1 (& mut a.0 , sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn reference_to_a_temporary() {
    lowers(
        "f1(&g(), co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.4 = SENT ;
                f1 (& operand.3 , sent.4) ;
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn question_mark() {
    lowers(
        "let x = co_yield!(1)?;",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                let x.3 = sent.4 ? ;
                -> return ()
        "#]],
    );
}

#[test]
fn assignment_target_that_yields() {
    lowers(
        "a[co_yield!(1)] = g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                a.0 [sent.4] = operand.3 ;
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
fn closure_before_a_yield() {
    lowers(
        "f1(|| a.b, move || c, co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = move | | c.2 ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                f1 (| | a.0 . b , operand.3 , sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn format_macro() {
    lowers(
        r#"println!("{} {x}", co_yield!(1), x = g());"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let sent.5 = SENT ;
                match (& sent.5 , & (g ()) ,) { (__arg0.3 , __arg1.4 ,) => println ! ("{} {x}" , * __arg0.3 , x = * __arg1.4) } ;
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn assertions() {
    lowers(
        r#"assert!(co_yield!(1) == 2); assert_eq!(a, co_yield!(2), "no {}", b);"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.6 = SENT ;
                match sent.6 == 2 { __arg0.3 => assert ! (__arg0.3 , "{}" , "assertion failed: co_yield ! (1) == 2") } ;
                open s3
                -> yield 2 then b2
            b2 Yield [s0 s1 s3]
                let sent.7 = SENT ;
                match (& (a.0) , & sent.7 ,) { (__arg0.4 , __arg1.5 ,) => assert_eq ! (* __arg0.4 , * __arg1.5 , "no {}" , b.1) } ;
                close s3
                -> return ()
        "#]],
    );
}

#[test]
fn vec_and_matches() {
    lowers(
        "let x = vec![g(), co_yield!(1)]; let y = matches!(co_yield!(2), 1 | 2 if g());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.7 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.8 = SENT ;
                let x.5 = match (operand.7 , sent.8 ,) { (__arg0.3 , __arg1.4 ,) => vec ! [__arg0.3 , __arg1.4] } ;
                -> yield 2 then b2
            b2 Yield [s0 s1]
                let sent.9 = SENT ;
                let y.6 = match { sent.9 } { 1 | 2 if g () => true , _ => false } ;
                -> return ()
        "#]],
    );
}

#[test]
fn value_through_a_block() {
    lowers(
        "f1({ g(); co_yield!(1); a }, b);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.3
                open s3
                g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s3]
                SENT ;
                value.3 = a.0 ;
                close s3
                f1 (value.3 , b.1) ;
                -> return ()
        "#]],
    );
}

#[test]
fn value_through_an_if() {
    lowers(
        "let x = 1 + if a { co_yield!(1) } else { 2 };",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare value.4
                open s4
                -> if a.0 b1 else b3
            b1 Then [s0 s1 s4]
                open s5
                -> yield 1 then b2
            b2 Yield [s0 s1 s4 s5]
                value.4 = SENT ;
                close s5
                close s4
                -> b4
            b3 Else [s0 s1]
                open s6
                value.4 = 2 ;
                close s6
                -> b4
            b4 After [s0 s1]
                let x.3 = 1 + value.4 ;
                -> return ()
        "#]],
    );
}

#[test]
fn raise_in_operand_position() {
    lowers(
        "f1(co_raise!(a), co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.3 = __finish (__coro :: Err (__coro :: raise :: < _ , E > (__coro :: core :: convert :: Into :: into (a.0)))) ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let sent.4 = SENT ;
                f1 (operand.3 , sent.4) ;
                -> return ()
        "#]],
    );
}

#[test]
fn return_in_operand_position() {
    lowers(
        "f1(g(), return co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.3 = g () ;
                declare value.4
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                -> return SENT
        "#]],
    );
}
