//! What a body cannot do.

use super::complains;
use expect_test::expect;

#[test]
fn awaited() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let x = g().await;
        //              ^^^^^ a coroutine cannot `.await`: yield the future, and let the caller await it
        }
    "#]]);
}

#[test]
fn awaited_in_an_async_block_is_fine() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let x = async { g().await };
        }
    "##]]);
}

#[test]
fn undeclared_label() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            loop {
                co_yield!(1);
                break 'out;
        //            ^^^^ undeclared label: no loop or block around this has it
            }
        }
    "#]]);
}

#[test]
fn break_with_a_value() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            'out: for x in y {
                co_yield!(1);
                if x { break "x"; }
        //                   ^^^ `while` and `for` have no value, so a `break` cannot give them one: write `break` alone, or a `loop`, which has
                loop { break 'out co_yield!(1); }
        //                        ^^^^^^^^ `while` and `for` have no value, so a `break` cannot give them one: write `break` alone, or a `loop`, which has
                loop { break 1; }
            }
        }
    "##]]);
}

#[test]
fn undeclared_label_in_verbatim_code() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            loop {
                for x in y {
                    continue 'out;
        //                   ^^^^ undeclared label: no loop or block around this has it
                }
            }
            co_yield!(1);
        }
    "#]]);
}

#[test]
fn break_outside_of_a_loop() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            break;
        //  ^^^^^ `break` or `continue` outside of a loop of this coroutine
            co_yield!(1);
        }
    "#]]);
}

#[test]
fn continue_outside_of_a_loop() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            if x {
                continue;
        //      ^^^^^^^^ `break` or `continue` outside of a loop of this coroutine
            }
        }
    "#]]);
}

#[test]
fn break_in_a_condition() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            if g(break) {
        //       ^^^^^ `break` or `continue` outside of a loop of this coroutine
                co_yield!(1);
            }
        }
    "#]]);
}

#[test]
fn let_with_a_pattern_and_no_value() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let (c, d);
            let [a, b];
        //      ^^^^^^ a pattern without a value is not supported in a block that yields: declare each name with its own `let`, or write `#[coro::coroutine(pinned)]`
            (c, d) = (co_yield!(1), 2);
            [a, b] = co_yield!(1);
        }
    "#]]);
}

#[test]
fn reference_in_a_let_else_that_yields() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let Some(ref x) = y else {
        //      ^^^^^^^^^^^ a `ref` binding is not supported where the `else` of a `let` yields: borrow in the value, `let Some(x) = &value else`, or write `#[coro::coroutine(pinned)]`
                return co_yield!(1);
            };
        }
    "#]]);
}

#[test]
fn assigned_twice() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let x = 1;
            co_yield!(x);
            x = 2;
        //  ^ cannot assign twice to immutable variable `x`: declare it `let mut x`
            co_yield!(x);
        }
    "#]]);
}

#[test]
fn argument_assigned() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(x: u8) -> impl Coroutine<u8, Yield = u8> {
            x = co_yield!(1);
        //  ^ cannot assign twice to immutable variable `x`: declare it `let mut x`
        }
    "#]]);
}

#[test]
fn deferred_twice() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let x;
            x = co_yield!(1);
            x = 2;
        //  ^ cannot assign twice to immutable variable `x`: declare it `let mut x`
        }
    "#]]);
}

#[test]
fn assigned_in_a_loop() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let x;
            loop {
                x = co_yield!(1);
        //      ^ cannot assign twice to immutable variable `x`: declare it `let mut x`
            }
        }
    "#]]);
}

#[test]
fn unsupported_position() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let x = [1; const { 2 }][&raw const *co_yield!(1)];
        //                           ^^^^^^^^^^^^^^^^^^^^ a yield is not supported inside this expression: bind the sent value first, `let sent = co_yield!(..);`, or write `#[coro::coroutine(pinned)]`
        }
    "#]]);
}

#[test]
fn recursion() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn walk() -> impl Iterator<Item = u8> {
            co_yield!(1);
            for x in walk(1) {
        //           ^^^^ a coroutine that holds itself would be infinitely large: return `Box<dyn Iterator<Item = Y>>`, `Box<dyn Coroutine<..>>` or `BoxCoroutine<..>`, which the macro boxes for you
                co_yield!(x);
            }
        }
    "#]]);
}

#[test]
fn recursion_by_delegation() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn walk() -> impl Iterator<Item = u8> {
            yield_from!(Self::walk(1));
        //              ^^^^^^^^^^ a coroutine that holds itself would be infinitely large: return `Box<dyn Iterator<Item = Y>>`, `Box<dyn Coroutine<..>>` or `BoxCoroutine<..>`, which the macro boxes for you
        }
    "#]]);
}

#[test]
fn recursion_of_a_boxed_one() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn walk() -> Box<dyn Iterator<Item = u8>> {
            yield_from!(walk(1));
        }
    "##]]);
}

#[test]
fn item_that_would_be_seen_outside() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            fn g() {}
            {
                fn g() {}
        //         ^ this item of an inner block that yields would be seen outside of the block too, where its name is in use: move it to the head of the function's body, give it a name of its own, or write `#[coro::coroutine(pinned)]`
                co_yield!(g());
            }
            g();
        }
    "#]]);
}

#[test]
fn item_that_shadows() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            {
                extern crate other;
        //      ^^^^^^^^^^^^^^^^^^^ this item of an inner block that yields would be seen outside of the block too, where its name is in use: move it to the head of the function's body, give it a name of its own, or write `#[coro::coroutine(pinned)]`
                co_yield!(g());
            }
            h();
        }
    "#]]);
}

#[test]
fn conditional_move_that_is_taken_apart() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let x = g();
            if a && h(x) {}
            co_yield!(1);
        }
    "##]]);
}

#[test]
fn conditional_move_in_a_macro() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let x = g();
        //      ^ this local may or may not have been moved where the coroutine suspends, which is not supported yet here: move it on every path, or hold it in an `Option` and `take()` it, or write `#[coro::coroutine(pinned)]`, whose frame can tell
            if matches!(1, 1 if a && h(x)) {}
            co_yield!(1);
        }
    "#]]);
}

#[test]
fn break_without_a_label_in_a_labelled_block() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            'cycle: loop {
                'block: {
                    co_yield!(1);
                    if x() { break; }
        //                   ^^^^^ `break` and `continue` inside of a labelled block have to say which loop they mean: give the loop a label and name it
                    for y in z() { if y { break; } co_yield!(y); }
                    if y() { continue 'cycle; }
                    { continue; }
        //            ^^^^^^^^ `break` and `continue` inside of a labelled block have to say which loop they mean: give the loop a label and name it
                    break 'block;
                }
                break;
            }
        }
    "#]]);
}

/// Whatever its size, rustc says what is wrong with it.
#[test]
fn array_of_any_length_is_fine() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let huge = [0u64; 18446744073709551615];
            co_yield!(huge[0]);
            co_yield!(huge[1]);
        }
    "##]]);
}

#[test]
fn values_where_nothing_is_returned() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f(n: u8) -> impl Iterator<Item = u8> {
            if n == 0 {
                return Err("empty");
        //             ^^^^^^^^^^^^ this value is returned, but the return type says that nothing is: write `impl Coroutine<Sent, Yield = Y, Return = T>`, in place of an `impl Iterator` too, or `co_yield!` the value
            }
            let half = |n: u8| {
                return n / 2;
            };
            co_try!({
                return (1, co_yield!(half(n)));
        //             ^^^^^^^^^^^^^^^^^^^^^^^ this value is returned, but the return type says that nothing is: write `impl Coroutine<Sent, Yield = Y, Return = T>`, in place of an `impl Iterator` too, or `co_yield!` the value
            });
            match n {
                1 => Some(n),
        //           ^^^^^^^ this value is returned, but the return type says that nothing is: write `impl Coroutine<Sent, Yield = Y, Return = T>`, in place of an `impl Iterator` too, or `co_yield!` the value
                2 => return,
                3 => f(n),
                _ => {
                    co_yield!(n);
                    ()
                }
            }
        }
    "##]]);
}

#[test]
fn values_that_may_be_nothing() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(n: u8) -> impl Coroutine<u8, Yield = u8> {
            if n > 1 { return 1; }
        //                    ^ this value is returned, but the return type says that nothing is: write `impl Coroutine<Sent, Yield = Y, Return = T>`, in place of an `impl Iterator` too, or `co_yield!` the value
            co_yield!(n);
            2
        //  ^ this value is returned, but the return type says that nothing is: write `impl Coroutine<Sent, Yield = Y, Return = T>`, in place of an `impl Iterator` too, or `co_yield!` the value
        }
    "#]]);
}

#[test]
fn try_of_statements() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            co_try!(co_yield!(1); 3);
        //  ^^^^^^ `co_try!` takes one block: `co_try!({ .. })`
            co_try!(let x = 3);
        //  ^^^^^^ `co_try!` takes one block: `co_try!({ .. })`
        }
    "#]]);
}

#[test]
fn pinned_jump_outside_of_a_loop() {
    complains(&expect![[r#"
        #[coro::coroutine(pinned)]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            loop { break; }
            'block: { break 'block; }
            co_try!({ continue });
        //            ^^^^^^^^ `break` or `continue` outside of a loop of this coroutine
            while break {}
        //        ^^^^^ `break` or `continue` outside of a loop of this coroutine
        }
    "#]]);
}

#[test]
fn conditions_that_assign() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(v: u8) -> impl Coroutine<u8, Yield = u8> {
            if v = 3 { co_yield!(v); }
        //       ^ this assigns, and gives no `bool`: a condition compares with `==`, or matches with `let`
            while (v = 4) { co_yield!(v); }
        //           ^ this assigns, and gives no `bool`: a condition compares with `==`, or matches with `let`
            if v == 3 { v = 4; }
        }
    "#]]);
}

#[test]
fn questions() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(v: &str) -> impl Coroutine<u8, Yield = u8, Throw = String> {
            let n = v.parse()?;
        //                   ^ `?` returns an error, but the return type says that nothing is returned: write `impl Coroutine<Sent, Yield = Y, Return = Result<T, E>>`, or match on the value and `co_raise!` the error
            let g = || -> Option<u8> { Some(v.parse().ok()?) };
            co_yield!(h(n)?);
        //                ^ `?` returns an error, but the return type says that nothing is returned: write `impl Coroutine<Sent, Yield = Y, Return = Result<T, E>>`, or match on the value and `co_raise!` the error
        }
    "#]]);
}

#[test]
fn unassigned() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(c: bool) -> impl Coroutine<u8, Yield = u8> {
            let never;
            let x;
            let y: u8;
            let z;
            co_yield!(1);
            if c { x = 1; }
            g(x);
        //    ^ `x` may have no value here: assign it on every path that leads here, or where it is declared
            match c { true => y = 1, false => { co_yield!(2); y = 2; } }
            loop { if c { z = 3; break; } co_yield!(y); }
            co_yield!(z);
            co_yield!(never);
        //            ^^^^^ `never` may have no value here: assign it on every path that leads here, or where it is declared
            g(x);
        }
    "#]]);
}

#[test]
fn items_named_like_locals() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(z: u8) -> impl Coroutine<u8, Yield = u8> {
            fn y() -> u8 { 3 }
            let x = 1;
            {
                fn x(n: u8) -> u8 { n }
        //         ^ this item has the name of a local around it, which would be found in its place behind a yield: give it a name of its own, or write `#[coro::coroutine(pinned)]`
                const y2: u8 = 3;
                let y = y();
                co_yield!(x(2) + y + y2);
            }
            co_yield!(x);
        }
    "#]]);
}

#[test]
fn yields_in_places_of_a_pattern() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(mut a: Vec<u8>) -> impl Coroutine<usize, Yield = u8> {
            let i;
            (a[co_yield!(0)], i) = (1, 4);
        //  ^^^^^^^^^^^^^^^^^^^^ a yield is not supported in a place that a destructuring assignment names: bind the index first, `let at = co_yield!(..);`, or write `#[coro::coroutine(pinned)]`
            a[co_yield!(i)] = 3;
            (a[0], _) = (co_yield!(1), 2);
        }
    "#]]);
}

#[test]
fn import_with_the_name_of_a_local() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let (name, fmt, other) = g();
            {
                use std::{fmt::Write, fmt};
        //                            ^^^ this item has the name of a local around it, which would be found in its place behind a yield: give it a name of its own, or write `#[coro::coroutine(pinned)]`
                use m::{self, inner::h as name};
        //                                ^^^^ this item has the name of a local around it, which would be found in its place behind a yield: give it a name of its own, or write `#[coro::coroutine(pinned)]`
                use other::*;
                co_yield!(name(1));
            }
            co_yield!(other);
        }
    "#]]);
}
