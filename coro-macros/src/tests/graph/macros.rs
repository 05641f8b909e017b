//! Macros of the standard library: the arguments are bound first.

use super::lowers;
use expect_test::expect;

#[test]
fn format() {
    lowers(
        r#"println!("{} {x}", co_yield!(1), x = g());"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                open s3
                -> yield 1 then b1
            b1 Yield [s0 s1 s2 s3]
                let mut sent.5 = SENT ;
                match (& sent.5 , & (g ()) ,) { (__arg0.3 , __arg1.4 ,) => println ! ("{} {x}" , * __arg0.3 , x = * __arg1.4) } ;
                close s3
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn format_arguments_in_order() {
    lowers(
        r#"println!("{} {} {}", g(), co_yield!(1), a);"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                open s3
                let mut operand.6 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1 s2 s3]
                let mut sent.7 = SENT ;
                match (& operand.6 , & sent.7 , & (a.0) ,) { (__arg0.3 , __arg1.4 , __arg2.5 ,) => println ! ("{} {} {}" , * __arg0.3 , * __arg1.4 , * __arg2.5) } ;
                close s3
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn format_with_a_destination() {
    lowers(
        r#"write!(a, "{}", co_yield!(1))?;"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                match (& sent.4 ,) { (__arg0.3 ,) => write ! (a.0 , "{}" , * __arg0.3) } ? ;
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn format_captures_stay() {
    lowers(
        r#"println!("{a} {}", co_yield!(1));"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                open s3
                -> yield 1 then b1
            b1 Yield [s0 s1 s2 s3]
                let mut sent.4 = SENT ;
                match (& sent.4 ,) { (__arg0.3 ,) => println ! ("{a.0} {}" , * __arg0.3) } ;
                close s3
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn assertion() {
    lowers(
        r#"assert!(co_yield!(1) == 2, "no {}", b);"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                match sent.4 == 2 { __arg0.3 => assert ! (__arg0.3 , "no {}" , b.1) } ;
                -> return ()
        "#]],
    );
}

#[test]
fn comparing_assertion() {
    lowers(
        r#"assert_eq!(a, co_yield!(2), "no {}", b);"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 2 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.5 = SENT ;
                match (& (a.0) , & sent.5 ,) { (__arg0.3 , __arg1.4 ,) => assert_eq ! (* __arg0.3 , * __arg1.4 , "no {}" , b.1) } ;
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn vec() {
    lowers(
        "let x = vec![g(), co_yield!(1)];",
        &expect![[r#"
            b0 Start [s0]
                open s1
                let mut operand.6 = g () ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.7 = SENT ;
                let x.5 = match (operand.6 , sent.7 ,) { (__arg0.3 , __arg1.4 ,) => vec ! [__arg0.3 , __arg1.4] } ;
                -> return ()
        "#]],
    );
}

#[test]
fn matches() {
    lowers(
        "let y = matches!(co_yield!(2), 1 | 2 if g());",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 2 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                let y.3 = match { sent.4 } { 1 | 2 if g () => true , _ => false } ;
                -> return ()
        "#]],
    );
}

#[test]
fn dbg() {
    lowers(
        "let y = dbg!(co_yield!(2));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 2 then b1
            b1 Yield [s0 s1]
                let mut sent.5 = SENT ;
                let y.4 = match (sent.5 ,) { (__arg0.3 ,) => dbg ! [__arg0.3] } ;
                -> return ()
        "#]],
    );
}

#[test]
fn without_a_yield() {
    lowers(
        r#"println!("{a} {}", b); let x = vec![a; 3]; co_yield!(1);"#,
        &expect![[r#"
            b0 Start [s0]
                open s1
                println ! ("{a.0} {}" , b.1) ;
                let x.3 = vec ! [a.0 ; 3] ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}
