//! `let .. else` whose `else` yields: it never ends, in whatever it never ends.

use coro::prelude::*;

fn fail() -> ! {
    panic!("x")
}
#[coro::coroutine]
fn mutable(o: Option<u32>) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let Some(mut n) = o else { return co_yield!(7) };
    n += 1;
    n
}
#[coro::coroutine]
fn ends_in_a_statement(o: Option<u32>) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let Some(n) = o else {
        co_yield!(7);
        fail();
    };
    n
}
#[coro::coroutine]
fn ends_in_a_value(o: Option<u32>) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let Some(n) = o else {
        co_yield!(7);
        fail()
    };
    n
}
#[coro::coroutine]
fn leaves_a_loop(v: Vec<Option<Vec<u32>>>) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let mut t = 0;
    for o in v {
        let Some(mut list) = o else {
            if co_yield!(7) > 2 { continue } else { break }
        };
        list.push(3);
        t += list.len() as u32;
    }
    t
}
#[coro::coroutine]
fn ends_in_a_loop(o: Option<u32>) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let Some(n) = o else {
        co_yield!(7);
        loop {
            if co_yield!(8) > 3 {
                return 9;
            }
        }
    };
    n
}
#[coro::coroutine]
fn ends_in_a_panic(o: Option<u32>) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let Some(n) = o else {
        co_yield!(7);
        panic!("no");
    };
    n
}
#[coro::coroutine]
fn ends_in_a_match(o: Option<u32>) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let Some(n) = o else {
        match co_yield!(7) {
            0 => return 1,
            _ => {
                return 4;
            }
        }
    };
    n
}
#[test]
fn else_that_yields() {
    assert_eq!(mutable(Some(3)).send(1), Err(Stop::Returned(4)));
    assert_eq!(mutable(None).send(1), Err(Stop::Returned(1)));
    assert_eq!(ends_in_a_statement(Some(3)).send(1), Err(Stop::Returned(3)));
    assert_eq!(ends_in_a_value(Some(3)).send(1), Err(Stop::Returned(3)));
    assert_eq!(
        leaves_a_loop(vec![Some(vec![]), Some(vec![1])]).send(1),
        Err(Stop::Returned(3))
    );
    assert_eq!(ends_in_a_loop(Some(3)).send(1), Err(Stop::Returned(3)));
    assert_eq!(ends_in_a_panic(Some(3)).send(1), Err(Stop::Returned(3)));
    assert_eq!(ends_in_a_match(None).send(1), Err(Stop::Returned(4)));
}
