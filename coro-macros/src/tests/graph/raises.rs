//! `co_raise!` outside of a region.

use super::lowers;
use expect_test::expect;

#[test]
fn raise() {
    lowers(
        "if a { co_raise!(b); } co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                if a.0 { __finish (Err (raise :: < _ , E > (convert :: Into :: into (b.1)))) ; }
                -> yield 1 then b1
            b1 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn raise_in_verbatim_code() {
    lowers(
        "for i in g() { if i { co_raise!(i); } } co_yield!(1);",
        &expect![[r#"
            b0 Start [s0]
                open s1
                for i.3 in g () { if i.3 { __finish (Err (raise :: < _ , E > (convert :: Into :: into (i.3)))) ; } } ;
                -> yield 1 then b1
            b1 Yield [s0 s1]
                SENT ;
                -> return ()
        "#]],
    );
}

#[test]
fn raise_of_a_yield() {
    lowers(
        "co_raise!(co_yield!(1));",
        &expect![[r#"
            b0 Start [s0]
                open s1
                -> yield 1 then b1
            b1 Yield [s0 s1]
                let mut sent.3 = SENT ;
                __finish (Err (raise :: < _ , E > (convert :: Into :: into (sent.3)))) ;
                -> never
        "#]],
    );
}
