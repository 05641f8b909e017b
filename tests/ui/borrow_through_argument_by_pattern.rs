//! A pattern looks through a `&mut` argument that is used again.

use coro::prelude::*;

struct Node {
    value: u32,
    next: Option<Box<Node>>,
}

impl Node {
    fn grow(&mut self) {
        self.value += 1;
    }

    #[coro::coroutine]
    fn follow(&mut self) -> impl Iterator<Item = u32> {
        if let Some(next) = &mut self.next {
            co_yield!(1);
            next.value += 1;
        }
        self.grow();
    }
}

#[coro::coroutine]
fn cut(tree: &mut Option<Box<Node>>) -> impl Iterator<Item = u32> {
    if let Some(node) = tree {
        co_yield!(1);
        co_yield!(node.value);
        *tree = None;
    }
}

#[coro::coroutine]
fn ends(list: &mut Vec<u32>) -> impl Iterator<Item = u32> {
    let (last, rest) = list.split_last_mut().unwrap();
    co_yield!(1);
    rest[0] = *last;
    list.clear();
}

fn main() {
    let mut node = Node { value: 1, next: None };
    drop(node.follow());
    drop(cut(&mut None));
    drop(ends(&mut vec![]));
}
