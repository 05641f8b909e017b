//! The return type.

use super::complains;
use expect_test::expect;

#[test]
fn missing() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f(x: u8) {}
        //                    ^ a coroutine says what it is in its return type: write `-> impl Coroutine<Sent, Yield = Y, Return = T>` or `-> impl Iterator<Item = Y>`
    "#]]);
}

#[test]
fn alias() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> Numbers<u8> {}
        //                           ^^^^^^^^^^^ this return type does not say what the coroutine yields: write `impl Coroutine<Sent, Yield = Y, Return = T, Throw = E>`, `impl Iterator<Item = Y>`, `Box<dyn ..>` of one of these, or `BoxCoroutine<..>` (an alias cannot be read by a macro)
    "#]]);
}

#[test]
fn plain() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> u8 {}
        //                           ^^ this return type does not say what the coroutine yields: write `impl Coroutine<Sent, Yield = Y, Return = T, Throw = E>`, `impl Iterator<Item = Y>`, `Box<dyn ..>` of one of these, or `BoxCoroutine<..>` (an alias cannot be read by a macro)
    "#]]);
}

#[test]
fn other_trait() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl Future<Output = u8> + Send {}
        //                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this return type does not say what the coroutine yields: write `impl Coroutine<Sent, Yield = Y, Return = T, Throw = E>`, `impl Iterator<Item = Y>`, `Box<dyn ..>` of one of these, or `BoxCoroutine<..>` (an alias cannot be read by a macro)
    "#]]);
}

#[test]
fn reference() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> &'static dyn Iterator<Item = u8> {}
        //                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this return type does not say what the coroutine yields: write `impl Coroutine<Sent, Yield = Y, Return = T, Throw = E>`, `impl Iterator<Item = Y>`, `Box<dyn ..>` of one of these, or `BoxCoroutine<..>` (an alias cannot be read by a macro)
    "#]]);
}

#[test]
fn box_of_something_else() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> Box<u8> {}
        //                           ^^^^^^^ this return type does not say what the coroutine yields: write `impl Coroutine<Sent, Yield = Y, Return = T, Throw = E>`, `impl Iterator<Item = Y>`, `Box<dyn ..>` of one of these, or `BoxCoroutine<..>` (an alias cannot be read by a macro)
    "#]]);
}

#[test]
fn iterator_without_item() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl Iterator {}
        //                                ^^^^^^^^ say what is yielded: `Iterator<Item = Y>`
    "#]]);
}

#[test]
fn iterator_with_another_argument() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl Iterator<Item = u8, Return = u8> {}
        //                                                    ^^^^^^^^^^^ not a part of a coroutine's type: it takes the sent type and `Yield`, `Return` and `Throw` (an iterator: `Item`)
    "#]]);
}

#[test]
fn two_sent_types() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl Coroutine<u8, u16, Yield = u8> {}
        //                                              ^^^ not a part of a coroutine's type: it takes the sent type and `Yield`, `Return` and `Throw` (an iterator: `Item`)
    "#]]);
}

#[test]
fn unknown_type_argument() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl Coroutine<u8, Yields = u8> {}
        //                                              ^^^^^^^^^^^ not a part of a coroutine's type: it takes the sent type and `Yield`, `Return` and `Throw` (an iterator: `Item`)
    "#]]);
}

#[test]
fn lifetime_argument() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl Coroutine<'static> {}
        //                                          ^^^^^^^ not a part of a coroutine's type: it takes the sent type and `Yield`, `Return` and `Throw` (an iterator: `Item`)
    "#]]);
}

#[test]
fn parenthesised() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl Coroutine(u8) -> u8 {}
        //                                         ^^^^^^^^^^ not a part of a coroutine's type: it takes the sent type and `Yield`, `Return` and `Throw` (an iterator: `Item`)
    "#]]);
}

#[test]
fn const_argument_of_a_boxed_one() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> BoxCoroutine<'static, u8, { 1 }> {}
        //                                                     ^^^^^ not a part of a coroutine's type: it takes the sent type and `Yield`, `Return` and `Throw` (an iterator: `Item`)
    "#]]);
}

#[test]
fn type_argument_twice() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl Coroutine<u8, Yield = u8, Yield = u16> {}
        //                                                          ^^^^^^^^^^^ said twice: a coroutine yields, returns and throws one type each
    "#]]);
}

#[test]
fn sent_lifetime_is_yielded() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl for<'a> Coroutine<&'a str, Yield = &'a str> {}
        //                                                                    ^ a sent value lives until the next yield only, so its lifetime cannot occur in what is yielded, returned or thrown: yield an owned value, or take the lifetime as a generic of the function
    "#]]);
}

#[test]
fn sent_lifetime_is_returned() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl for<'a> Coroutine<&'a str, Return = Vec<&'a str>> {}
        //                                                                         ^ a sent value lives until the next yield only, so its lifetime cannot occur in what is yielded, returned or thrown: yield an owned value, or take the lifetime as a generic of the function
    "#]]);
}

#[test]
fn trait_as_a_type() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> Coroutine<Yield = u8> {}
        //                           ^^^^^^^^^^^^^^^^^^^^^ this is a trait, which is no type by itself: write `impl` before it, or return a `Box<dyn ..>`
    "#]]);
}

#[test]
fn trait_in_a_box() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> Box<Iterator<Item = u8>> {}
        //                               ^^^^^^^^^^^^^^^^^^^ this is a trait, which is no type by itself: write `dyn` before it, as in `Box<dyn Iterator<Item = Y>>`
    "#]]);
}

#[test]
fn body_that_does_not_parse() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Iterator<Item = u8> {
            let n = ;
        //          ^ expected an expression
            co_yield!(n);
        }
    "#]]);
}

#[test]
fn what_no_coroutine_is() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl DoubleEndedIterator<Item = u8> {}
        //                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a coroutine runs forward, and does not know how far: write `impl Iterator<Item = Y>` without this, or collect what it yields
    "#]]);
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl Iterator<Item = u8> + ExactSizeIterator {}
        //                                                      ^^^^^^^^^^^^^^^^^ a coroutine runs forward, and does not know how far: write `impl Iterator<Item = Y>` without this, or collect what it yields
    "#]]);
    complains(&expect![[r#"
        #[coro::coroutine] fn f() -> impl Coroutine<Yield = u8> + Copy {}
        //                                                        ^^^^ a coroutine is no copy, for it is changed by each resume: write `Clone`
    "#]]);
}
