//! Code that is never reached, behind operands and initialisers that never give a value.

#![allow(
    unreachable_code,
    unused_variables,
    clippy::diverging_sub_expression,
    clippy::never_loop,
    reason = "it is what is tested"
)]

use coro::prelude::*;
use std::rc::Rc;

fn two<A, B>(_: A, _: B) -> i32 {
    2
}

#[coro::coroutine]
fn operands(at: i32, held: Rc<()>) -> impl Coroutine<i32, Yield = i32, Return = i32> {
    #![allow(clippy::unnecessary_operation, reason = "of the body's own")]
    let n = 1;
    co_yield!(n);
    match at {
        0 => {
            two(return 4, 1);
            co_yield!(n);
        }
        1 => {
            let v: (i32, i32) = (1, return 5);
            co_yield!(v.0 + n);
        }
        2 => loop {
            two(break, Rc::strong_count(&held));
            let m = n + 1;
            co_yield!(m);
        },
        3 => {
            let v: i32 = todo!("later {}", Rc::strong_count(&held));
            co_yield!(v + n);
        }
        _ => {
            let v = (
                n,
                if at > 4 {
                    return 6;
                } else {
                    return 7;
                },
            );
            co_yield!(v.0);
        }
    }
    co_yield!(8);
    n
}

#[test]
fn operands_that_never_give_a_value() {
    let held = Rc::new(());
    for (at, expected) in [
        (0, Err(Stop::Returned(4))),
        (1, Err(Stop::Returned(5))),
        (2, Ok(8)),
        (4, Err(Stop::Returned(7))),
        (5, Err(Stop::Returned(6))),
    ] {
        let mut it = operands(at, held.clone());
        assert_eq!(it.prime(), Ok(Some(1)));
        assert_eq!(it.send(0), expected, "{at}");
    }
    assert_eq!(Rc::strong_count(&held), 1);
}

#[test]
#[should_panic(expected = "later 1")]
fn an_initialiser_that_is_to_do() {
    let mut it = operands(3, Rc::new(()));
    assert_eq!(it.prime(), Ok(Some(1)));
    let _ = it.send(0);
}
