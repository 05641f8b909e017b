//! Coroutines among the methods of types and traits.

use coro::prelude::*;
use std::fmt::Display;
use std::rc::Rc;

#[derive(Clone, Default)]
struct Stack<T> {
    items: Vec<T>,
    pops: usize,
}

impl<T: Clone + Display> Stack<T> {
    #[coro::coroutine]
    fn of(items: &[T]) -> impl Coroutine<Yield = usize, Return = Self> + use<'_, T> {
        let mut stack = Stack {
            items: Vec::new(),
            pops: 0,
        };
        for item in items {
            stack.items.push(item.clone());
            co_yield!(stack.items.len());
        }
        stack
    }

    #[coro::coroutine]
    fn peek(&self) -> impl Iterator<Item = (usize, &T)> {
        for (i, x) in self.items.iter().enumerate() {
            co_yield!((i, x));
        }
    }

    #[coro::coroutine]
    fn pops(&mut self) -> impl Coroutine<usize, Yield = Option<T>, Return = usize> {
        let mut out = None;
        loop {
            for _ in 0..co_yield!(out.take()) {
                let Some(x) = self.items.pop() else {
                    return self.pops;
                };
                self.pops += 1;
                out = Some(x);
            }
        }
    }

    #[coro::coroutine]
    fn drain(self) -> impl Iterator<Item = T> {
        for x in self.items {
            co_yield!(x);
        }
    }

    #[coro::coroutine]
    fn doubled(mut self) -> impl Iterator<Item = String> {
        while let Some(x) = self.items.pop() {
            co_yield!(format!("{x}{x}"));
        }
    }

    #[coro::coroutine]
    fn shared(self: Rc<Self>) -> impl Iterator<Item = usize> {
        for i in 0..self.items.len() {
            co_yield!(Rc::strong_count(&self) * 10 + i);
        }
    }

    #[coro::coroutine]
    fn zipped<'a, U: Copy>(&'a self, with: &'a [U]) -> impl Iterator<Item = (&'a T, U)> {
        for (x, y) in self.items.iter().zip(with) {
            co_yield!((x, *y));
        }
    }

    #[coro::coroutine]
    fn calls_itself(&self, depth: usize) -> Box<dyn Iterator<Item = usize> + '_> {
        if depth > 0 {
            for x in self.calls_itself(depth - 1) {
                co_yield!(x);
            }
        }
        co_yield!(depth * Self::WIDTH);
    }

    const WIDTH: usize = 2;
}

fn abc() -> Stack<char> {
    Stack {
        items: vec!['a', 'b', 'c'],
        pops: 0,
    }
}

#[test]
fn inherent() {
    let mut it = Iter::new(Stack::of(&[1, 2]));
    assert_eq!((&mut it).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(it.into_return().unwrap().items, [1, 2]);
    assert_eq!(
        abc()
            .peek()
            .map(|(i, x)| format!("{i}{x}"))
            .collect::<String>(),
        "0a1b2c"
    );
    let mut stack = abc();
    let mut c = stack.pops();
    assert_eq!(c.send(1), Ok(Some('c')));
    assert_eq!(c.send(2), Ok(Some('a')));
    assert_eq!(c.send(0), Ok(None));
    assert_eq!(c.send(1), Err(Stop::Returned(3)));
    drop(c);
    assert_eq!((stack.items.len(), stack.pops), (0, 3));
    assert_eq!(abc().drain().collect::<String>(), "abc");
    assert_eq!(abc().doubled().collect::<Vec<_>>(), ["cc", "bb", "aa"]);
    let rc = Rc::new(abc());
    assert_eq!(rc.clone().shared().collect::<Vec<_>>(), [20, 21, 22]);
    assert_eq!(Rc::strong_count(&rc), 1);
    assert_eq!(abc().zipped(&[1, 2]).last(), Some((&'b', 2)));
    assert_eq!(abc().calls_itself(2).collect::<Vec<_>>(), [0, 2, 4]);
}

trait Source {
    type Item: Clone;
    const TIMES: usize;
    fn values(&self) -> impl Iterator<Item = Self::Item>;
    fn talk(&mut self) -> impl Coroutine<u32, Yield = u32, Return = (), Throw = String>;
    #[coro::coroutine]
    fn repeated(&self) -> impl Iterator<Item = Self::Item> {
        for x in self.values() {
            for _ in 0..Self::TIMES {
                co_yield!(x.clone());
            }
        }
    }
    #[coro::coroutine]
    fn of_any(self, tail: impl IntoIterator<Item = Self::Item>) -> impl Iterator<Item = Self::Item>
    where
        Self: Sized,
    {
        yield_from!(self.values().collect::<Vec<_>>());
        yield_from!(tail);
    }
}

struct Words(&'static str, u32);

impl Source for Words {
    type Item = String;
    const TIMES: usize = 2;
    #[coro::coroutine]
    fn values(&self) -> impl Iterator<Item = Self::Item> {
        for word in self.0.split(' ') {
            co_yield!(word.to_string());
        }
    }
    #[coro::coroutine]
    fn talk(&mut self) -> impl Coroutine<u32, Yield = u32, Return = (), Throw = String> {
        loop {
            self.1 += co_yield!(self.1);
        }
    }
}

#[test]
fn in_traits() {
    let mut words = Words("a b", 1);
    assert_eq!(words.values().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(words.repeated().collect::<String>(), "aabb");
    assert_eq!(words.talk().send(4), Ok(5));
    assert_eq!(words.1, 5);
    assert_eq!(
        words.of_any(vec!["c".to_string()]).collect::<String>(),
        "abc"
    );
}

trait Visit {
    fn visit<'a>(&'a self) -> Box<dyn Iterator<Item = u32> + 'a>;
}

enum Tree {
    Leaf(u32),
    Node(Vec<Box<dyn Visit>>),
}

impl Visit for Tree {
    #[coro::coroutine]
    fn visit<'a>(&'a self) -> Box<dyn Iterator<Item = u32> + 'a> {
        match self {
            Tree::Leaf(x) => co_yield!(*x),
            Tree::Node(children) => {
                for child in children {
                    yield_from!(child.visit());
                }
            }
        }
    }
}

#[test]
fn in_object_safe_traits() {
    let leaf = |x| Box::new(Tree::Leaf(x)) as Box<dyn Visit>;
    let tree = Tree::Node(vec![
        leaf(1),
        Box::new(Tree::Node(vec![leaf(2), leaf(3)])),
        leaf(4),
    ]);
    assert_eq!(tree.visit().collect::<Vec<_>>(), [1, 2, 3, 4]);
}

/// A function in a body, a coroutine in a body, and one made by a macro.
#[test]
fn nested_items() {
    macro_rules! counter {
        ($name:ident, $step:expr) => {
            #[coro::coroutine]
            fn $name(to: u32) -> impl Iterator<Item = u32> {
                let mut i = 0;
                while i < to {
                    co_yield!(i);
                    i += $step;
                }
            }
        };
    }
    counter!(twos, 2);
    #[coro::coroutine]
    fn outer() -> impl Iterator<Item = u32> {
        const BASE: u32 = 100;
        fn plus(x: u32) -> u32 {
            x + BASE
        }
        #[coro::coroutine]
        fn inner() -> impl Iterator<Item = u32> {
            co_yield!(BASE);
        }
        yield_from!(inner());
        for x in twos(4) {
            co_yield!(plus(x));
        }
    }
    assert_eq!(outer().collect::<Vec<_>>(), [100, 100, 102]);
}
