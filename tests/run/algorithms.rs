//! Everyday algorithms: recursion, graphs, merging, scheduling.

use coro::prelude::*;
use std::collections::{HashMap, VecDeque};

#[coro::coroutine]
fn permutations<T: Clone + 'static>(items: Vec<T>) -> Box<dyn Iterator<Item = Vec<T>>> {
    if items.len() <= 1 {
        co_yield!(items);
        return;
    }
    for i in 0..items.len() {
        let mut rest = items.clone();
        let head = rest.remove(i);
        for mut tail in permutations(rest) {
            tail.insert(0, head.clone());
            co_yield!(tail);
        }
    }
}

#[coro::coroutine]
fn sieve() -> impl Iterator<Item = u64> {
    let mut composites: HashMap<u64, Vec<u64>> = HashMap::new();
    for n in 2.. {
        match composites.remove(&n) {
            None => {
                composites.insert(n * n, vec![n]);
                co_yield!(n);
            }
            Some(primes) => {
                for p in primes {
                    composites.entry(n + p).or_default().push(p);
                }
            }
        }
    }
}

struct Node {
    val: i32,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}
impl Node {
    #[coro::coroutine]
    fn inorder(&self) -> Box<dyn Iterator<Item = i32> + '_> {
        if let Some(l) = &self.left {
            yield_from!(l.inorder());
        }
        co_yield!(self.val);
        if let Some(r) = self.right.as_ref() {
            for x in r.inorder() {
                co_yield!(x);
            }
        }
    }
    #[coro::coroutine]
    fn iterative(&self) -> impl Iterator<Item = &i32> {
        let mut stack = Vec::new();
        let mut cur = Some(self);
        loop {
            while let Some(n) = cur {
                stack.push(n);
                cur = n.left.as_deref();
            }
            let Some(n) = stack.pop() else { break };
            co_yield!(&n.val);
            cur = n.right.as_deref();
        }
    }
}

#[test]
fn recursion() {
    assert_eq!(permutations(vec![1, 2, 3]).count(), 6);
    assert_eq!(permutations(vec![1, 2, 3]).nth(3), Some(vec![2, 3, 1]));
    assert_eq!(
        sieve().take(8).collect::<Vec<_>>(),
        [2, 3, 5, 7, 11, 13, 17, 19]
    );
    let node = |val, left, right| Some(Box::new(Node { val, left, right }));
    let left = node(2, node(1, None, None), node(3, None, None));
    let tree = node(4, left, node(5, None, None)).unwrap();
    assert_eq!(tree.inorder().collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!(
        tree.iterative().copied().collect::<Vec<_>>(),
        [1, 2, 3, 4, 5]
    );
}

#[coro::coroutine]
fn scheduler(
    mut tasks: VecDeque<(u32, BoxCoroutine<'static, (), u32>)>,
) -> impl Iterator<Item = (u32, u32)> {
    while let Some((id, mut task)) = tasks.pop_front() {
        match next(&mut task) {
            Ok(y) => {
                co_yield!((id, y));
                tasks.push_back((id, task));
            }
            Err(_) => {}
        }
    }
}

#[coro::coroutine]
fn window<I: Iterator>(it: I, n: usize) -> impl Iterator<Item = Vec<I::Item>>
where
    I::Item: Clone,
{
    let mut buf = VecDeque::with_capacity(n);
    for x in it {
        if buf.len() == n {
            buf.pop_front();
        }
        buf.push_back(x);
        if buf.len() == n {
            co_yield!(buf.iter().cloned().collect());
        }
    }
}

#[coro::coroutine]
fn merge<T: Ord>(
    a: impl IntoIterator<Item = T>,
    b: impl IntoIterator<Item = T>,
) -> impl Iterator<Item = T> {
    let (mut a, mut b) = (a.into_iter().peekable(), b.into_iter().peekable());
    loop {
        let x = match (a.peek(), b.peek()) {
            (Some(x), Some(y)) => {
                if x <= y {
                    a.next()
                } else {
                    b.next()
                }
            }
            (Some(_), None) => a.next(),
            (None, _) => b.next(),
        };
        match x {
            Some(x) => co_yield!(x),
            None => return,
        }
    }
}

#[coro::coroutine]
fn array2() -> impl Iterator<Item = [u8; 2]> {
    let mut grid = [[0u8; 4]; 4];
    for (y, row) in grid.iter_mut().enumerate() {
        for (x, c) in row.iter_mut().enumerate() {
            *c = (x * y) as u8;
        }
    }
    for row in grid {
        for i in [0, 2] {
            co_yield!([row[i], row[i + 1]]);
        }
    }
}

#[test]
fn several_at_once() {
    #[coro::coroutine]
    fn count(n: u32) -> BoxCoroutine<'static, (), u32> {
        for i in 0..n {
            co_yield!(i);
        }
    }
    let tasks = VecDeque::from([(1, count(1)), (2, count(3)), (3, count(2))]);
    let order: Vec<_> = scheduler(tasks).collect();
    assert_eq!(order, [(1, 0), (2, 0), (3, 0), (2, 1), (3, 1), (2, 2)]);
    assert_eq!(
        window(1..5, 2).collect::<Vec<_>>(),
        [[1, 2], [2, 3], [3, 4]]
    );
    assert_eq!(
        merge([1, 4, 6], [2, 3, 7]).collect::<Vec<_>>(),
        [1, 2, 3, 4, 6, 7]
    );
    assert_eq!(array2().last(), Some([6, 9]));
}
