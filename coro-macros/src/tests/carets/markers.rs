//! Markers: their operands, and where they stand.

use super::complains;
use expect_test::expect;

#[test]
fn two_values() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            co_yield!(1, 2);
        //  ^^^^^^^^ `co_yield!` takes one value, or none for `()`: to yield several, yield a tuple, `co_yield!((a, b))`
        }
    "#]]);
}

#[test]
fn yield_syntax() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            co_yield!(1 +);
        //               ^ unexpected end of input, expected an expression
        }
    "#]]);
}

#[test]
fn nothing_to_delegate_to() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let x = yield_from!();
        //          ^^^^^^^^^^ `yield_from!` takes what it delegates to, and for one that has started the value to send first: `yield_from!(sub)` or `yield_from!(sub, value)`
        }
    "#]]);
}

#[test]
fn too_much_to_delegate_to() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            coro::yield_from!(a, b, c);
        //  ^^^^^^^^^^^^^^^^ `yield_from!` takes what it delegates to, and for one that has started the value to send first: `yield_from!(sub)` or `yield_from!(sub, value)`
        }
    "#]]);
}

#[test]
fn try_without_a_block() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            co_try!(co_yield!(1));
        //  ^^^^^^ `co_try!` takes one block: `co_try!({ .. })`
        }
    "#]]);
}

#[test]
fn try_of_a_labelled_block() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            co_try!('a: { co_yield!(1) });
        //  ^^^^^^ `co_try!` takes one block: `co_try!({ .. })`
        }
    "#]]);
}

#[test]
fn try_of_two_blocks() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            co_try!({}, {});
        //  ^^^^^^ `co_try!` takes one block: `co_try!({ .. })`
        }
    "#]]);
}

#[test]
fn raise_nothing() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            co_raise!();
        //  ^^^^^^^^ `co_raise!` takes the one value to raise: `co_raise!(error)`
        }
    "#]]);
}

#[test]
fn closure() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let f = |x| co_yield!(x);
        //              ^^^^^^^^ `co_yield!` cannot stand in a closure, which is not part of the coroutine's body: move it into the body
        }
    "#]]);
}

#[test]
fn closure_in_an_operand() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            co_yield!(a.map(|x| co_yield!(x)));
        //                      ^^^^^^^^ `co_yield!` cannot stand in a closure, which is not part of the coroutine's body: move it into the body
        }
    "#]]);
}

#[test]
fn async_block() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let f = async { yield_from!(x) };
        //                  ^^^^^^^^^^ `yield_from!` cannot stand in an async block, which is not part of the coroutine's body: move it into the body
        }
    "#]]);
}

#[test]
fn const_block() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let f = const { co_try!({}) };
        //                  ^^^^^^ `co_try!` cannot stand in a const block, which is not part of the coroutine's body: move it into the body
        }
    "#]]);
}

#[test]
fn foreign_macro() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            select! {
                x => co_yield!(1),
        //           ^^^^^^^^ `co_yield!` cannot stand in the arguments of `select!`, whose tokens cannot be taken apart: bind it first, `let value = co_yield!(..);`
            }
            tokens!([co_raise!(1)], { (co_try!({})) });
        //           ^^^^^^^^ `co_raise!` cannot stand in the arguments of `tokens!`, whose tokens cannot be taken apart: raise outside of the macro
        //                             ^^^^^^ `co_try!` cannot stand in the arguments of `tokens!`, whose tokens cannot be taken apart: bind it first, `let value = co_try!({ .. });`
        }
    "#]]);
}

#[test]
fn format_string_that_yields() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            println!(co_yield!(1));
        //           ^^^^^^^^ `co_yield!` cannot stand in the arguments of `println!`, whose tokens cannot be taken apart: bind it first, `let value = co_yield!(..);`
        }
    "#]]);
}

#[test]
fn message_of_an_assertion() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            assert_eq!(x, 1, "{}", co_yield!(1));
        //                         ^^^^^^^^ `co_yield!` cannot stand in the arguments of `assert_eq!`, whose tokens cannot be taken apart: bind it first, `let value = co_yield!(..);`
        }
    "##]]);
}

#[test]
fn keyword() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            yield 1;
        //  ^^^^^ `yield` is a reserved word of Rust: write `co_yield!(value)`
        }
    "#]]);
}

#[test]
fn nested_function_is_left_alone() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            fn g() {
                co_yield!(1, 2);
            }
        }
    "##]]);
}

#[test]
fn attribute_of_a_statement() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            #[other]
        //  ^^^^^^^^ `cfg` and other attributes that are not lints or documentation are not supported on code that yields: put the attribute on the function, or on code without a yield
            co_yield!(1);
            #[allow(unused)]
            co_yield!(2);
        }
    "#]]);
}

#[test]
fn attribute_of_a_let() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            #[other(1)]
        //  ^^^^^^^^^^^ `cfg` and other attributes that are not lints or documentation are not supported on code that yields: put the attribute on the function, or on code without a yield
            let x = co_yield!(1);
            #[other]
            let y = 1;
        }
    "#]]);
}

#[test]
fn attribute_of_an_arm() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            match x {
                #[other]
        //      ^^^^^^^^ `cfg` and other attributes that are not lints or documentation are not supported on code that yields: put the attribute on the function, or on code without a yield
                1 => co_yield!(1),
                #[other]
                _ => 2,
            }
        }
    "#]]);
}

#[test]
fn attribute_of_a_field_and_an_expression() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let x = S {
                #[other]
        //      ^^^^^^^^ `cfg` and other attributes that are not lints or documentation are not supported on code that yields: put the attribute on the function, or on code without a yield
                p: co_yield!(1),
            };
            g(#[other] h(co_yield!(2)));
        //    ^^^^^^^^ `cfg` and other attributes that are not lints or documentation are not supported on code that yields: put the attribute on the function, or on code without a yield
        }
    "#]]);
}
