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
    Stack { items: vec!['a', 'b', 'c'], pops: 0 }
}

#[test]
fn partial_moves() {
    assert_eq!(abc().pops, 0);
    assert_eq!(abc().drain().collect::<String>(), "abc");
    assert_eq!(Box::new(abc()).boxed().collect::<String>(), "abc");
}
