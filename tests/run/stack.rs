//! `Stack`: recursion as deep as memory, by calls that are yielded.

mod delegation;
mod unwind;

use coro::prelude::*;
use coro::stack::{Reply, Request, Stack, call, give};
use std::cell::Cell;
use std::panic::Location;
use std::rc::Rc;

const MILLION: u32 = 1_000_000;

struct Node {
    left: Tree,
    value: u32,
    right: Tree,
}
type Tree = Option<Box<Node>>;

fn node(left: Tree, value: u32, right: Tree) -> Tree {
    Some(Box::new(Node { left, value, right }))
}

#[coro::coroutine]
fn walk(tree: &Tree) -> impl Coroutine<Reply, Yield = Request<'_, u32>> {
    if let Some(node) = tree {
        yield_from!(call(walk(&node.left)));
        co_yield!(give(node.value));
        yield_from!(call(walk(&node.right)));
    }
}

#[test]
fn a_tree() {
    let tree = node(node(None, 1, node(None, 2, None)), 3, node(None, 4, None));
    let mut values = Stack::new(walk(&tree));
    assert!(values.by_ref().eq([1, 2, 3, 4]));
    assert_eq!((values.next(), values.depth()), (None, 0));
}

#[coro::coroutine]
fn ackermann(m: u64, n: u64) -> impl Coroutine<Reply, Yield = Request<'static>, Return = u64> {
    match (m, n) {
        (0, n) => n + 1,
        (m, 0) => yield_from!(call(ackermann(m - 1, 1))),
        (m, n) => {
            let inner = yield_from!(call(ackermann(m, n - 1)));
            yield_from!(call(ackermann(m - 1, inner)))
        }
    }
}

#[test]
fn calls_in_calls() {
    let mut c = Stack::new(ackermann(2, 50));
    assert_eq!(c.prime(), Err(Stop::Returned(103)));
    let mut c = Stack::new(ackermann(3, 5));
    assert_eq!(c.send(()), Err(Stop::Returned(253)));
}

/// Sums of products, of numbers and parentheses: frames that call each other, and what they return differs.
#[coro::coroutine]
fn sum<'a>(
    text: &'a str,
) -> impl Coroutine<Reply, Yield = Request<'a, &'a str>, Return = (i64, &'a str)> {
    let mut rest = text;
    let mut total = 0;
    loop {
        let factors = yield_from!(call(product(rest)));
        total += factors.0.iter().product::<i64>();
        match factors.1.strip_prefix('+') {
            Some(more) => rest = more,
            None => return (total, factors.1),
        }
    }
}

#[coro::coroutine]
fn product<'a>(
    text: &'a str,
) -> impl Coroutine<Reply, Yield = Request<'a, &'a str>, Return = (Vec<i64>, &'a str)> {
    let mut rest = text;
    let mut factors = Vec::new();
    loop {
        if let Some(inside) = rest.strip_prefix('(') {
            let (value, after) = yield_from!(call(sum(inside)));
            factors.push(value);
            rest = after.strip_prefix(')').unwrap_or(after);
        } else {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            co_yield!(give(&rest[..end]));
            factors.push(rest[..end].parse().unwrap_or(0));
            rest = &rest[end..];
        }
        match rest.strip_prefix('*') {
            Some(more) => rest = more,
            None => return (factors, rest),
        }
    }
}

#[test]
fn mutual_recursion_with_returns_of_several_types() {
    let mut tokens = Iter::new(Stack::new(sum("2*(3+4*(5+6))+7")));
    assert_eq!(tokens.by_ref().collect::<String>(), "234567");
    assert_eq!(tokens.into_return(), Some((101, "")));

    let deep = "(".repeat(100_000) + "8" + &")".repeat(100_000);
    let mut c = Stack::new(sum(&deep));
    assert_eq!(c.prime(), Ok(Some("8")));
    assert_eq!(c.depth(), 200_002);
    assert_eq!(c.send(()), Err(Stop::Returned((8, ""))));
}

/// Counts how often a frame is resumed.
struct Counted<C>(C, Rc<Cell<u32>>);

impl<R, C: Coroutine<R>> Coroutine<R> for Counted<C> {
    type Yield = C::Yield;
    type Return = C::Return;
    type Throw = C::Throw;
    fn prime(&mut self) -> Result<Option<C::Yield>, Stop<C::Return, C::Throw>> {
        self.1.set(self.1.get() + 1);
        self.0.prime()
    }
    fn resume(
        &mut self,
        input: Resume<R, C::Throw>,
    ) -> Result<C::Yield, Stop<C::Return, C::Throw>> {
        self.1.set(self.1.get() + 1);
        self.0.resume(input)
    }
    fn status(&self) -> Status {
        self.0.status()
    }
    fn location(&self) -> Option<&'static Location<'static>> {
        self.0.location()
    }
}

#[coro::coroutine]
fn deep(
    n: u32,
    steps: Rc<Cell<u32>>,
) -> impl Coroutine<Reply<u32>, Yield = Request<'static, u32, u32, String>, Return = u32, Throw = String>
{
    if n > 1 {
        return 1 + yield_from!(call(Counted(deep(n - 1, steps.clone()), steps)));
    }
    let mut total = 0;
    loop {
        match co_yield!(give(total)).sent() {
            0 => return 1,
            n => total += n,
        }
    }
}

#[test]
fn a_million_frames() {
    let steps = Rc::new(Cell::new(0));
    let mut c = Stack::new(Counted(deep(MILLION, steps.clone()), steps.clone()));
    assert_eq!(c.prime(), Ok(Some(0)));
    assert_eq!((c.depth(), steps.take()), (1_000_000, MILLION)); // one for each frame
    assert_eq!(c.send(3), Ok(3));
    assert_eq!(c.send(4), Ok(7));
    assert_eq!(steps.take(), 2); // one for each resume
    assert_eq!(c.send(0), Err(Stop::Returned(MILLION)));
    assert_eq!((c.depth(), steps.take()), (0, MILLION));
    assert_eq!(c.status(), Status::Finished);
}

#[test]
fn a_million_frames_are_thrown_through_closed_and_dropped() {
    let start = || {
        let mut c = Stack::new(deep(MILLION, Rc::default()));
        assert_eq!(c.send(2), Ok(2));
        c
    };
    assert_eq!(start().throw("out".into()), Err(Stop::Raised("out".into())));
    let mut c = start();
    assert_eq!((c.close(), c.close()), (Ok(None), Ok(None)));
    let c = start();
    assert_eq!(c.depth(), 1_000_000);
    drop(c);
}

#[coro::coroutine]
fn nested(n: u32) -> BoxCoroutine<'static, u32, u32, u32, String> {
    if n > 0 {
        return 1 + yield_from!(nested(n - 1));
    }
    co_yield!(co_yield!(0))
}

#[coro::coroutine]
fn countdown(n: u32) -> Box<dyn Iterator<Item = u32>> {
    co_yield!(n);
    if n > 0 {
        yield_from!(countdown(n - 1));
    }
}

/// The thread of a test has 2 MiB, which unoptimised frames fill quickly.
#[test]
fn boxes_recurse_to_ten_thousand() {
    let run = || {
        let mut c = nested(10_000);
        assert_eq!(c.prime(), Ok(Some(0)));
        assert_eq!(c.send(5), Ok(5));
        assert_eq!(c.send(7), Err(Stop::Returned(10_007)));
        let mut c = nested(10_000);
        c.prime().unwrap();
        assert_eq!(c.throw("out".into()), Err(Stop::Raised("out".into())));
        let mut c = nested(10_000);
        c.prime().unwrap();
        assert_eq!(c.close(), Ok(None));
        let mut all = countdown(10_000);
        assert_eq!(all.nth(9_999), Some(1));
        assert!(all.eq([0]));
    };
    let thread = std::thread::Builder::new().stack_size(256 << 20);
    thread.spawn(run).unwrap().join().unwrap();
}

/// Frames that return the next frame: a loop calls it in place of the one before, so that tail calls take no room.
enum Next {
    Frame(BoxCoroutine<'static, Reply, Request<'static, usize>, Next>),
    Value(bool),
}

#[coro::coroutine]
fn even(n: u32) -> BoxCoroutine<'static, Reply, Request<'static, usize>, Next> {
    if n == 0 {
        Next::Value(true)
    } else {
        Next::Frame(odd(n - 1))
    }
}

#[coro::coroutine]
fn odd(n: u32) -> BoxCoroutine<'static, Reply, Request<'static, usize>, Next> {
    if n == 0 {
        Next::Value(false)
    } else {
        Next::Frame(even(n - 1))
    }
}

#[coro::coroutine]
fn is_even(n: u32) -> impl Coroutine<Reply, Yield = Request<'static, usize>, Return = bool> {
    let mut next = even(n);
    loop {
        match yield_from!(call(next)) {
            Next::Frame(frame) => next = frame,
            Next::Value(value) => return value,
        }
    }
}

#[test]
fn tail_calls() {
    let mut c = Stack::new(is_even(100_001));
    assert_eq!(c.prime(), Err(Stop::Returned(false)));
}
