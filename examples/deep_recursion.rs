//! Trampolining ("the execution of add() is done by the top level code, not by main()"): sub-coroutine calls that
//! are yielded to a `Stack`, so that recursion may be as deep as memory.

mod support;

use coro::prelude::*;
use coro::stack::{Reply, Request, Stack, call, give};
use support::{print, printed};

// The tutorial's program. Python's `yield x + y` in a sub-coroutine is a `return`, as it is since PEP 380.

#[coro::coroutine]
fn add(x: i32, y: i32) -> impl Coroutine<Reply, Yield = Request<'static>, Return = i32> {
    x + y
}

#[coro::coroutine]
fn program() -> impl Coroutine<Reply, Yield = Request<'static>> {
    let result = yield_from!(call(add(2, 2)));
    print(result);
    co_yield!(give(()));
}

// A tree without balance: nodes that went into it in order make it as deep as it is large.

struct Node {
    value: u64,
    left: Option<usize>,
    right: Option<usize>,
}

fn comb(size: usize) -> Vec<Node> {
    let node = |at: usize| Node {
        value: at as u64,
        left: (at > 0).then(|| at - 1),
        right: None,
    };
    (0..size).map(node).collect()
}

/// In order, from the deepest node up; `Throw` says why the walk is given up.
#[coro::coroutine]
fn walk(
    tree: &[Node],
    at: Option<usize>,
) -> impl Coroutine<Reply, Yield = Request<'_, u64, (), &'static str>, Return = u64, Throw = &'static str>
{
    let Some(at) = at else { return 0 };
    let node = &tree[at];
    let before = yield_from!(call(walk(tree, node.left)));
    co_yield!(give(node.value));
    let after = yield_from!(call(walk(tree, node.right)));
    before + 1 + after
}

/// The caller of a walk, which catches what comes up through all of its frames.
#[coro::coroutine]
fn patient(
    tree: &[Node],
) -> impl Coroutine<
    Reply,
    Yield = Request<'_, u64, (), &'static str>,
    Return = String,
    Throw = &'static str,
> {
    match co_try!({ yield_from!(call(walk(tree, tree.len().checked_sub(1)))) }) {
        Ok(size) => format!("{size} nodes"),
        Err(Interrupt::Thrown(why)) => format!("given up: {why}"),
        Err(Interrupt::Close) => "closed".to_string(),
    }
}

pub(crate) fn main() {
    let mut main_cr = Stack::new(program());
    main_cr.prime().unwrap();
    assert_eq!(main_cr.send(()), Err(Stop::Returned(())));
    assert_eq!(printed(), ["4"]);

    let tree = comb(1_000_000);
    let mut values = Iter::new(Stack::new(patient(&tree)));
    print(format_args!("sum {}", values.by_ref().sum::<u64>()));
    print(values.into_return().unwrap());

    let mut c = Stack::new(patient(&tree));
    c.prime().unwrap();
    print(format_args!("{} frames", c.depth()));
    print(format_args!("next {}", c.send(()).unwrap())); // one step, at any depth
    print(c.throw("no patience").unwrap_err().into_return().unwrap());

    let mut c = Stack::new(patient(&tree));
    c.prime().unwrap();
    print(c.close().unwrap().unwrap());

    let mut c = Stack::new(patient(&tree));
    c.prime().unwrap();
    drop(c); // a million frames, the innermost first
    assert_eq!(
        printed(),
        [
            "sum 499999500000",
            "1000000 nodes",
            "1000001 frames",
            "next 1",
            "given up: no patience",
            "closed",
        ]
    );
}
