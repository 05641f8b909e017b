//! `for`.

use super::lowers;
use expect_test::expect;

#[test]
fn range() {
    lowers(
        "for x in 0..3 { co_yield!(x); } g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut iter.4 = iterate (0 .. 3) ;
                -> b1
            b1 Loop [s0 s1 s2]
                -> match advance (& mut iter.4) { Some (x.3) b2, None b4 }
            b2 Arm [s0 s1 s2]
                open s3
                open s4
                -> yield x.3 then b3
            b3 Yield [s0 s1 s2 s3 s4]
                SENT ;
                close s4
                close s3
                -> b1
            b4 After [s0 s1]
                g () ;
                -> return ()
        "#]],
    );
}

#[test]
fn pattern() {
    lowers(
        "for (i, &x) in a.iter().enumerate() { co_yield!(i + x); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut iter.5 = iterate (a.0 . iter () . enumerate ()) ;
                -> b1
            b1 Loop [s0 s1 s2]
                -> match advance (& mut iter.5) { Some ((i.3 , & x.4)) b2, None b4 }
            b2 Arm [s0 s1 s2]
                open s3
                open s4
                -> yield i.3 + x.4 then b3
            b3 Yield [s0 s1 s2 s3 s4]
                SENT ;
                close s4
                close s3
                -> b1
            b4 Arm [s0 s1 s2]
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn head_alone_yields() {
    lowers(
        "for x in g(co_yield!(1)) { h(x); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.4 = SENT ;
                for x.3 in g (sent.4) { h (x.3) ; } ;
                -> return ()
        "#]],
    );
}

#[test]
fn head_with_a_temporary() {
    lowers(
        "for x in c.borrow().iter() { co_yield!(x); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.4 = c.2 . borrow () ;
                let mut iter.5 = iterate (operand.4 . iter ()) ;
                -> b1
            b1 Loop [s0 s1 s2]
                -> match advance (& mut iter.5) { Some (x.3) b2, None b4 }
            b2 Arm [s0 s1 s2]
                open s3
                open s4
                -> yield x.3 then b3
            b3 Yield [s0 s1 s2 s3 s4]
                SENT ;
                close s4
                close s3
                -> b1
            b4 Arm [s0 s1 s2]
                close s2
                -> return ()
        "#]],
    );
}

#[test]
fn head_with_a_reference_to_a_temporary() {
    lowers(
        "for x in g(&h()) { co_yield!(x); } k();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut operand.4 = h () ;
                let mut iter.5 = iterate (g (& operand.4)) ;
                -> b1
            b1 Loop [s0 s1 s2]
                -> match advance (& mut iter.5) { Some (x.3) b2, None b4 }
            b2 Arm [s0 s1 s2]
                open s3
                open s4
                -> yield x.3 then b3
            b3 Yield [s0 s1 s2 s3 s4]
                SENT ;
                close s4
                close s3
                -> b1
            b4 After [s0 s1]
                k () ;
                -> return ()
        "#]],
    );
}

#[test]
fn range_of_yields() {
    lowers(
        "for x in co_yield!(1)..co_yield!(2) { co_yield!(x); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.4 = SENT ;
                let mut operand.5 = sent.4 ;
                -> yield 2 then b2
            b2 Yield [s0 s1 s2]
                let mut sent.6 = SENT ;
                let mut iter.7 = iterate (operand.5 .. sent.6) ;
                -> b3
            b3 Loop [s0 s1 s2]
                -> match advance (& mut iter.7) { Some (x.3) b4, None b6 }
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

#[test]
fn nested() {
    lowers(
        "for x in 0..3 { for y in 0..x { co_yield!(y); } }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                let mut iter.5 = iterate (0 .. 3) ;
                -> b1
            b1 Loop [s0 s1 s2]
                -> match advance (& mut iter.5) { Some (x.3) b2, None b6 }
            b2 Arm [s0 s1 s2]
                open s3
                open s4
                open s5
                let mut iter.6 = iterate (0 .. x.3) ;
                -> b3
            b3 Loop [s0 s1 s2 s3 s4 s5]
                -> match advance (& mut iter.6) { Some (y.4) b4, None b1 }
            b4 Arm [s0 s1 s2 s3 s4 s5]
                open s6
                open s7
                -> yield y.4 then b5
            b5 Yield [s0 s1 s2 s3 s4 s5 s6 s7]
                SENT ;
                close s7
                close s6
                -> b3
            b6 Arm [s0 s1 s2]
                close s2
                -> return ()
        "#]],
    );
}
