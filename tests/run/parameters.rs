//! Parameters that are patterns, and what these leave, are dropped in the order of a function's.

#![allow(
    clippy::redundant_pattern,
    clippy::toplevel_ref_arg,
    reason = "the forms are what is tested"
)]

use coro::prelude::*;
use std::cell::RefCell;
thread_local! {
    static DROPPED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}
struct G(&'static str);
impl Drop for G {
    fn drop(&mut self) {
        DROPPED.with_borrow_mut(|l| l.push(self.0));
    }
}
macro_rules! as_a_function {
    ($name:ident($($parameters:tt)*) = $($argument:expr),*) => {
        #[test]
        fn $name() {
            #[coro::coroutine]
            fn coroutine($($parameters)*) -> impl Iterator<Item = i32> {
                co_yield!(1);
                co_yield!(2);
            }
            fn plain($($parameters)*) {}
            plain($($argument),*);
            let expected = DROPPED.take();
            assert!(!expected.is_empty());
            assert_eq!(coroutine($($argument),*).collect::<Vec<_>>(), [1, 2]);
            assert_eq!(DROPPED.take(), expected);
            let mut suspended = coroutine($($argument),*);
            assert_eq!(suspended.next(), Some(1));
            drop(suspended);
            assert_eq!(DROPPED.take(), expected);
        }
    };
}

as_a_function!(what_ref_leaves((_h, _i): (i32, i32), _g: G, ref _r: G) = (1, 2), G("g"), G("r"));
as_a_function!(what_wild_leaves((_h, _): (G, G), (_k, _): (G, G)) = (G("h"), G("h2")), (G("k"), G("k2")));
as_a_function!(between((_h, _): (G, G), _: G, (_, _k): (G, G), _z: G) = (G("h"), G("h2")), G("w"), (G("k"), G("k2")), G("z"));
as_a_function!(without_tuples(_a: G, ref _b: G, _c: G, _: G, ref _d: (G, G)) = G("a"), G("b"), G("c"), G("w"), (G("d"), G("d2")));
as_a_function!(wild(_: G, _a: G, _: G) = G("x"), G("a"), G("y"));
as_a_function!(by_a_name((_h, _i): (i32, G), (_j, _): (u8, u8), _k @ _: G) = (1, G("i")), (1, 2), G("k"));
