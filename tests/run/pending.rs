//! Waiting for the engine; not in main.rs. A test moves to its file when it passes.

use coro::prelude::*;

struct Stack<T> {
    items: Vec<T>,
    pops: usize,
}

impl<T> Stack<T> {
    #[coro::coroutine]
    fn drain(self) -> impl Iterator<Item = T> {
        for x in self.items {
            co_yield!(x);
        }
    }

    #[coro::coroutine]
    fn boxed(self: Box<Self>) -> Box<dyn Iterator<Item = T>>
    where
        T: 'static,
    {
        for x in self.items {
            co_yield!(x);
        }
    }
}

fn abc() -> Stack<char> {
    Stack {
        items: vec!['a', 'b', 'c'],
        pops: 0,
    }
}

#[test]
fn partial_moves() {
    assert_eq!(abc().pops, 0);
    assert_eq!(abc().drain().collect::<String>(), "abc");
    assert_eq!(Box::new(abc()).boxed().collect::<String>(), "abc");
}

/// Nothing says what a region that never ends evaluates to.
#[coro::coroutine]
fn closing() -> impl Coroutine<Yield = u8, Return = u8> {
    let Err(Interrupt::Close) = co_try!({
        loop {
            co_yield!(1);
        }
    });
    9
}

#[test]
fn an_endless_region() {
    let mut c = closing();
    assert_eq!((c.prime(), c.close()), (Ok(Some(1)), Ok(Some(9))));
}

#[coro::coroutine]
fn two_of(rest: &mut std::ops::Range<u32>) -> impl Iterator<Item = u32> {
    yield_from!(rest.take(2));
}

#[test]
fn part_of_a_borrowed_iterator() {
    let mut rest = 1..5;
    assert_eq!(two_of(&mut rest).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(rest, 3..5);
}

/// The name that is broken to is taken inside.
#[coro::coroutine]
fn shadowed_break(x: Option<String>) -> impl Iterator<Item = usize> {
    let parent = loop {
        if let Some(parent) = x.clone() {
            break parent;
        }
        co_yield!(1);
    };
    co_yield!(parent.len());
}

#[test]
fn break_with_a_shadowed_name() {
    assert_eq!(shadowed_break(Some("abc".into())).collect::<Vec<_>>(), [3]);
}

/// What borrows is forgotten before what it borrows from is moved into the state.
#[coro::coroutine]
fn borrowed_and_idle(
    cell: std::rc::Rc<std::cell::OnceCell<String>>,
) -> impl Iterator<Item = usize> {
    let inside = cell.get().unwrap();
    let len = inside.len();
    co_yield!(len);
}

#[test]
fn idle_borrows() {
    assert_eq!(
        borrowed_and_idle(std::rc::Rc::new("ab".to_string().into())).next(),
        Some(2)
    );
}

/// A region without a yield is a region all the same.
#[coro::coroutine]
fn quiet_region() -> impl Coroutine<Yield = i32, Throw = String> {
    let a = co_try!({ 5 }).unwrap_or(0);
    let b = co_try!({
        let guard = a;
        guard + 1
    });
    co_yield!(a + b.unwrap());
}

#[test]
fn regions_without_a_yield() {
    assert_eq!(quiet_region().prime(), Ok(Some(11)));
}
