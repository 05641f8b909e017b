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

/// What stands behind a yield or a delegate of which the operand diverges.
#[coro::coroutine]
fn markers(most: i32) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = String> {
    for c in 0..most {
        let n = if c > 3 {
            co_yield!(todo!());
            3
        } else {
            4
        };
        co_yield!(n);
        let m = match c {
            1 => {
                co_yield!(return 7);
                3
            }
            2 => {
                yield_from!(std::iter::once::<i32>(unimplemented!()));
                3
            }
            3 => {
                co_yield!({
                    continue;
                });
                1
            }
            _ => n + 1,
        };
        co_yield!(m);
        if co_yield!(c) == 9 {
            co_raise!(if c > 2 { todo!() } else { "nine".to_owned() });
        }
    }
    0
}

#[test]
fn what_stands_behind_markers() {
    let mut c = markers(3);
    assert_eq!(c.prime(), Ok(Some(4)));
    assert_eq!(c.send(1), Ok(5));
    assert_eq!(c.send(1), Ok(0));
    assert_eq!(c.send(1), Ok(4));
    assert_eq!(c.send(1), Err(Stop::Returned(7)));
    let mut c = markers(1);
    assert_eq!(c.prime(), Ok(Some(4)));
    assert_eq!((c.send(1), c.send(1)), (Ok(5), Ok(0)));
    assert_eq!(c.send(9), Err(Stop::Raised("nine".to_owned())));
}
