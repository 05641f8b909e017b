//! The attribute: its arguments, and what it stands on.

use super::complains;
use expect_test::expect;

#[test]
fn unknown_argument() {
    complains(&expect![[r#"
        #[coro::coroutine(primed)]
        //                ^^^^^^ unknown argument: `#[coro::coroutine]` takes `prime`, `pinned` and `crate = path`
        fn f() -> impl Iterator<Item = u8> {}
    "#]]);
}

#[test]
fn argument_with_a_value() {
    complains(&expect![[r#"
        #[coro::coroutine(prime = true)]
        //                ^^^^^ `prime` takes no value: write `#[coro::coroutine(prime)]`, or leave it out
        fn f() -> impl Iterator<Item = u8> {}
    "#]]);
}

#[test]
fn argument_twice() {
    complains(&expect![[r#"
        #[coro::coroutine(prime, prime)]
        //                       ^^^^^ this argument is written twice: remove one
        fn f() -> impl Iterator<Item = u8> {}
    "#]]);
}

#[test]
fn crate_without_a_path() {
    complains(&expect![[r#"
        #[coro::coroutine(crate)]
        //                ^^^^^ `crate` says where the crate `coro` is, as a path without quotes: write `crate = path`, as in `#[coro::coroutine(crate = other::coro)]`
        fn f() -> impl Iterator<Item = u8> {}
    "#]]);
}

#[test]
fn crate_as_a_string() {
    complains(&expect![[r##"
        #[coro::coroutine(crate = "coro")]
        //                        ^^^^^^ `crate` says where the crate `coro` is, as a path without quotes: write `crate = path`, as in `#[coro::coroutine(crate = other::coro)]`
        fn f() -> impl Iterator<Item = u8> {}
    "##]]);
}

#[test]
fn pinned_with_arguments() {
    complains(&expect![[r#"
        #[coro::coroutine(prime, pinned(boxed))]
        //                       ^^^^^^ `pinned` takes no value: write `#[coro::coroutine(pinned)]`, or leave it out
        fn f() -> impl Iterator<Item = u8> {}
    "#]]);
}

#[test]
fn literal_argument() {
    complains(&expect![[r##"
        #[coro::coroutine("prime")]
        //                ^^^^^^^ unknown argument: `#[coro::coroutine]` takes `prime`, `pinned` and `crate = path`
        fn f() -> impl Iterator<Item = u8> {}
    "##]]);
}

#[test]
fn pinned_and_cloned() {
    complains(&expect![[r#"
        #[coro::coroutine(pinned)]
        fn f() -> impl Iterator<Item = u8> + Clone {}
        //                                   ^^^^^ a pinned coroutine cannot be cloned: its locals may borrow from each other, and a copy would still point into the original; remove `Clone`, or remove `pinned`
    "#]]);
}

#[test]
fn pinned_and_lent_to() {
    complains(&expect![[r#"
        #[coro::coroutine(pinned)]
        fn f() -> impl Coroutine<&str> {}
        //             ^^^^^^^^^^^^^^^ a pinned coroutine takes values of one lifetime, for its frame is one type: name the lifetime as a generic of the function, `fn f<'a>() -> impl Coroutine<&'a str>`, or remove `pinned`
    "#]]);
}

#[test]
fn structure() {
    complains(&expect![[r#"
        #[coro::coroutine] struct S {
        //                 ^^^^^^^^^^... `#[coro::coroutine]` goes on a function with a body
            x: u8,
        }
    "#]]);
}

#[test]
fn method_without_a_body() {
    complains(&expect![[r#"
        #[coro::coroutine] fn f(&self) -> impl Iterator<Item = u8>;
        //                    ^ a coroutine needs a body: in a trait, put `#[coro::coroutine]` on the implementations, and declare the method here with its return type only
    "#]]);
}

#[test]
fn async_function() {
    complains(&expect![[r#"
        #[coro::coroutine] async fn f() -> impl Iterator<Item = u8> {}
        //                 ^^^^^ a coroutine cannot be `async`: remove `async`, and yield what the caller should await
    "#]]);
}

#[test]
fn const_function() {
    complains(&expect![[r#"
        #[coro::coroutine] pub const fn f() -> impl Iterator<Item = u8> {}
        //                     ^^^^^ a coroutine cannot be `const`: its state machine is made when the function is called
    "#]]);
}

#[test]
fn variadic_function() {
    complains(&expect![[r##"
        #[coro::coroutine] unsafe extern "C" fn f(x: u8, ...) -> impl Iterator<Item = u8> {}
        //                                               ^^^ a coroutine cannot be variadic: pass a slice or an iterator
    "##]]);
}

#[test]
fn twice() {
    complains(&expect![[r#"
        #[coro::coroutine] #[coro::coroutine]
        //                 ^^^^^^^^^^^^^^^^^^ `#[coro::coroutine]` is written twice: the function is a coroutine already
        fn f() -> impl Iterator<Item = u8> {}
    "#]]);
}

#[test]
fn two_errors() {
    complains(&expect![[r#"
        #[coro::coroutine] async fn f() { yield_from!(); }
        //                 ^^^^^ a coroutine cannot be `async`: remove `async`, and yield what the caller should await
        //                          ^ a coroutine says what it is in its return type: write `-> impl Coroutine<Sent, Yield = Y, Return = T>` or `-> impl Iterator<Item = Y>`
        //                                ^^^^^^^^^^ `yield_from!` takes what it delegates to, and for one that has started the value to send first: `yield_from!(sub)` or `yield_from!(sub, value)`
    "#]]);
}
