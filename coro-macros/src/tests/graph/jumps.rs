//! `break`, `continue`, labels, `return`.

use super::lowers;
use expect_test::expect;

#[test]
fn leap_out_of_verbatim_code() {
    lowers(
        "loop { co_yield!(1); for i in 0..3 { if g(i) { continue; } h(i); } if a { break; } }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                SENT ;
                for i.3 in 0 .. 3 { if g (i.3) { continue ; } h (i.3) ; } ;
                if a.0 { return () ; }
                close s2
                -> b1
        "#]],
    );
}

#[test]
fn labelled_loops() {
    lowers(
        "'o: for x in 0..3 { loop { if co_yield!(x) { continue 'o; } break 'o; } } g();",
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
                open s5
                -> yield x.3 then b3
            b3 Yield [s0 s1 s2 s3 s4 s5]
                let mut sent.5 = SENT ;
                if sent.5 { __leap_0 () ; }
                __leap_1 () ;
                -> never
            b4 After [s0 s1]
                g () ;
                -> return ()
        "#]],
    );
}

#[test]
fn leap_to_an_outer_label() {
    lowers(
        "'o: loop { for i in 0..3 { if i == a { break 'o; } } co_yield!(1); } g();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                for i.3 in 0 .. 3 { if i.3 == a.0 { __leap_0 () ; } } ;
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                SENT ;
                close s2
                -> b1
            b3 After [s0 s1]
                g () ;
                -> return ()
        "#]],
    );
}

#[test]
fn labelled_block() {
    lowers(
        "'b: { if co_yield!(1) { break 'b; } g(); } h();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                let mut sent.3 = SENT ;
                if sent.3 { __leap_0 () ; }
                g () ;
                close s2
                -> b2
            b2 After [s0 s1]
                h () ;
                -> return ()
        "#]],
    );
}

#[test]
fn labelled_block_with_a_value() {
    lowers(
        "let x = 'b: { if a { break 'b co_yield!(1); } 2 }; g(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                open s2
                open s4
                -> if a.0 b1 else b3
            b1 Then [s0 s1 s2 s4]
                open s5
                -> yield 1 then b2
            b2 Yield [s0 s1 s2 s4 s5]
                x.3 = SENT ;
                close s5
                close s4
                close s2
                -> b4
            b3 Else [s0 s1 s2]
                x.3 = 2 ;
                close s2
                -> b4
            b4 After [s0 s1]
                g (x.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn value_from_verbatim_code() {
    lowers(
        "let x = loop { co_yield!(1); if a { break g(); } };  h(x);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                declare x.3
                -> b1
            b1 Loop [s0 s1]
                open s2
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                SENT ;
                if a.0 { { x.3 = g () ; __leap_0 () } ; }
                close s2
                -> b1
            b3 After [s0 s1]
                h (x.3) ;
                -> return ()
        "#]],
    );
}

#[test]
fn value_to_return() {
    lowers(
        "loop { co_yield!(1); if a { break g(); } }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                SENT ;
                if a.0 { return g () ; }
                close s2
                -> b1
        "#]],
    );
}

#[test]
fn scopes_close() {
    lowers(
        "loop { let x = g(); { let y = h(); if co_yield!(1) { break; } } k(); } k();",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                let x.3 = g () ;
                open s3
                let y.4 = h () ;
                -> yield 1 then b2
            b2 Yield [s0 s1 s2 s3]
                let mut sent.5 = SENT ;
                if sent.5 { __leap_0 () ; }
                close s3
                k () ;
                close s2
                -> b1
            b3 After [s0 s1]
                k () ;
                -> return ()
        "#]],
    );
}

#[test]
fn return_from_a_loop() {
    lowers(
        "loop { if co_yield!(1) { return t; } }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                -> yield 1 then b2
            b2 Yield [s0 s1 s2]
                let mut sent.3 = SENT ;
                if sent.3 { return t ; }
                close s2
                -> b1
        "#]],
    );
}

#[test]
fn jump_in_a_condition() {
    lowers(
        "loop { if g()? && a { co_yield!(1); } else { break } }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> b1
            b1 Loop [s0 s1]
                open s2
                open s4
                -> if g () ? && a.0 b2 else b4
            b2 Then [s0 s1 s2 s4]
                open s5
                -> yield 1 then b3
            b3 Yield [s0 s1 s2 s4 s5]
                SENT ;
                close s5
                close s4
                close s2
                -> b1
            b4 Else [s0 s1 s2]
                open s6
                return () ;
                -> never
        "#]],
    );
}

#[test]
fn code_after_a_jump() {
    lowers(
        "loop { co_yield!(1); break; g(); }",
        &expect![[r#"
            b0 Start [s0]
                open s1
                open s2
                -> yield 1 then b1
            b1 Yield [s0 s1 s2]
                SENT ;
                return () ;
                -> never
        "#]],
    );
}
