//! What stands outside of a coroutine and has names that it has, too.

use coro::prelude::*;
use std::task::Poll;

/// For all types, by names that the runtime has for methods.
trait Blanket {
    fn get(self) -> i32;
    fn state(self) -> i32;
    fn stands(self) -> i32;
}

impl<T> Blanket for T {
    fn get(self) -> i32 {
        1
    }
    fn state(self) -> i32 {
        2
    }
    fn stands(self) -> i32 {
        3
    }
}

#[coro::coroutine]
fn numbers(n: i32) -> impl Iterator<Item = i32> {
    for x in 0..n {
        co_yield!(x);
    }
}

#[coro::coroutine]
fn beside_a_blanket_trait(n: i32) -> impl Iterator<Item = i32> {
    let mut seen = vec![n];
    yield_from!(numbers(n));
    for x in [1, 2, 3] {
        seen.push(x);
        co_yield!(x * 10 + seen.len() as i32);
    }
    co_yield!(n.get() + n.state() + n.stands());
}

#[test]
fn methods_of_the_runtime_are_its_own() {
    let all: Vec<i32> = beside_a_blanket_trait(2).collect();
    assert_eq!(all, [0, 1, 12, 23, 34, 6]);
}

struct Tree(Vec<i32>);

fn walk(tree: &Tree) -> &[i32] {
    &tree.0
}

impl Tree {
    #[coro::coroutine]
    fn walk(&self) -> impl Iterator<Item = i32> {
        for n in walk(self) {
            co_yield!(*n);
        }
    }
}

#[test]
fn a_function_of_the_name_of_the_method() {
    assert_eq!(Tree(vec![3, 4]).walk().collect::<Vec<_>>(), [3, 4]);
}

type Polled = Poll<Result<i32, String>>;
type PolledNext = Poll<Option<Result<i32, String>>>;

#[coro::coroutine]
fn asks_polls(
    a: Polled,
    b: PolledNext,
) -> impl Coroutine<Yield = i32, Return = Result<i32, String>> {
    let a = a?;
    co_yield!(1);
    let b = b?;
    co_yield!(2);
    match (a, b) {
        (Poll::Ready(a), Poll::Ready(Some(b))) => Ok(a + b),
        (Poll::Ready(a), Poll::Ready(None)) => Ok(a),
        _ => Ok(0),
    }
}

#[test]
fn the_question_of_a_poll() {
    let ends = |a, b| {
        let mut polls = asks_polls(a, b);
        let mut yielded = 0;
        loop {
            match polls.send(()) {
                Ok(_) => yielded += 1,
                Err(Stop::Returned(end)) => return (yielded, end),
                Err(other) => panic!("{other:?}"),
            }
        }
    };
    let failed = |text: &str| Err(text.to_owned());
    let ready = |n| Poll::Ready(Some(Ok(n)));
    assert_eq!(ends(Poll::Ready(Ok(1)), ready(2)), (1, Ok(3)));
    assert_eq!(ends(Poll::Ready(Ok(1)), Poll::Ready(None)), (1, Ok(1)));
    assert_eq!(ends(Poll::Pending, ready(2)), (1, Ok(0)));
    assert_eq!(ends(Poll::Ready(Ok(1)), Poll::Pending), (1, Ok(0)));
    assert_eq!(ends(Poll::Ready(failed("a")), ready(2)), (0, failed("a")));
    let late = Poll::Ready(Some(failed("b")));
    assert_eq!(ends(Poll::Pending, late), (0, failed("b")));
}

#[coro::coroutine]
fn an_item_that_calls_a_macro(n: i32) -> impl Iterator<Item = i32> {
    macro_rules! three {
        () => {
            3
        };
    }
    fn tripled(n: i32) -> i32 {
        three!() * n
    }
    co_yield!(tripled(n));
    co_yield!(three!());
}

#[test]
fn items_find_macros_of_the_body() {
    assert_eq!(an_item_that_calls_a_macro(2).collect::<Vec<_>>(), [6, 3]);
}
