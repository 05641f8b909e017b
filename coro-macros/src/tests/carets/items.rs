//! Items of inner blocks, and macros of the body.

use super::complains;
use expect_test::expect;

#[test]
fn items_beside_imports() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            {
                use b::go;
                fn wrap() -> u8 { go() }
        //      ^^^^^^^^^^^^^^^^^^^^^^^^ this item of an inner block that yields may name what the block imports, which would not be seen where the item is moved to: move both to the head of the function's body, name it by its path, or write `#[coro::coroutine(pinned)]`
                fn other() -> u8 { 1 }
                co_yield!(wrap() + other());
                {
                    const N: u8 = go();
        //          ^^^^^^^^^^^^^^^^^^^ this item of an inner block that yields may name what the block imports, which would not be seen where the item is moved to: move both to the head of the function's body, name it by its path, or write `#[coro::coroutine(pinned)]`
                    co_yield!(N);
                }
            }
            {
                use b::*;
                static S: u8 = 3;
        //      ^^^^^^^^^^^^^^^^^ this item of an inner block that yields may name what the block imports, which would not be seen where the item is moved to: move both to the head of the function's body, name it by its path, or write `#[coro::coroutine(pinned)]`
                co_yield!(S);
            }
        }
    "#]]);
}

#[test]
fn names_in_formats_and_of_methods() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            {
                const N: u8 = 2;
        //            ^ this item of an inner block that yields would be seen outside of the block too, where its name is in use: move it to the head of the function's body, give it a name of its own, or write `#[coro::coroutine(pinned)]`
                trait Inner { fn d(self) -> u8; }
        //                       ^ this item of an inner block that yields would be seen outside of the block too, where its name is in use: move it to the head of the function's body, give it a name of its own, or write `#[coro::coroutine(pinned)]`
                impl Inner for u8 { fn d(self) -> u8 { 2 } }
                thread_local! { static T: Cell<u8> = const { Cell::new(2) }; }
        //                             ^ this item of an inner block that yields would be seen outside of the block too, where its name is in use: move it to the head of the function's body, give it a name of its own, or write `#[coro::coroutine(pinned)]`
                co_yield!(N + T.get());
            }
            g(format!("{N}"), 5.d(), T.get());
        }
    "##]]);
}

#[test]
fn macros_behind_their_calls() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            co_yield!(one!());
            macro_rules! one { () => { 2 } }
        //               ^^^ this macro is defined behind a mention of its name, which would find it too: move it ahead of that, give it a name of its own, or write `#[coro::coroutine(pinned)]`
            macro_rules! two { () => { one!() } }
            macro_rules! two { () => { 1 + one!() } }
        //               ^^^ this macro is defined behind a mention of its name, which would find it too: move it ahead of that, give it a name of its own, or write `#[coro::coroutine(pinned)]`
            {
                macro_rules! three { () => { two!() } }
                co_yield!(three!());
            }
        }
    "#]]);
}

#[test]
fn items_beside_macros_that_may_name_them() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            macro_rules! known { () => { 1 } }
            {
                const N: u8 = 2;
        //            ^ this item of an inner block that yields would be seen outside of the block too, where a macro that is called may name it: move it to the head of the function's body, or write `#[coro::coroutine(pinned)]`
                co_yield!(n!() + N + known!());
                {
                    fn inner() -> u8 { 2 }
        //             ^^^^^ this item of an inner block that yields would be seen outside of the block too, where a macro that is called may name it: move it to the head of the function's body, or write `#[coro::coroutine(pinned)]`
                    co_yield!(inner());
                }
            }
            println!("{}", known!());
            co_yield!(n!());
        }
    "##]]);
}

/// A negation is none.
#[test]
fn items_beside_macros_that_are_known() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f(on: bool) -> impl Coroutine<u8, Yield = u8> {
            {
                const N: u8 = 2;
                co_yield!(N);
            }
            if !(on) { return; }
            while !(on) { debug!("{}", !(on)); }
        }
    "##]]);
}

/// A lifetime is none.
#[test]
fn static_in_an_arm_that_is_parted() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f(pair: (u8, u8)) -> impl Coroutine<bool, Yield = u8> {
            match pair {
                (x, _) | (_, x) if co_yield!(x) => {
                    let name: &'static str = "x";
                    if x > 1 {
                        static SEEN: u8 = 2;
        //              ^^^^^^ a `static` cannot stand in an arm whose guard yields and may be asked of several alternatives, for each becomes an arm: move it out of the `match`
                    }
                }
                (x, 1) if co_yield!(x) => {
                    static SEEN: u8 = 3;
                }
                _ => {}
            }
        }
    "##]]);
}
