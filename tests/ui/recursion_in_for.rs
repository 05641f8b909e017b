//! The same in the head of a `for`.

use coro::prelude::*;

struct Tree {
    children: Vec<Tree>,
    value: u32,
}

impl Tree {
    #[coro::coroutine]
    fn values(&self) -> impl Iterator<Item = u32> {
        co_yield!(self.value);
        for child in &self.children {
            for value in child.values() {
                co_yield!(value);
            }
        }
    }
}

fn main() {
    drop(Tree { children: vec![], value: 1 }.values());
}
