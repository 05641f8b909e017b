//! What lends its parts is not kept beside them; a box is taken apart.

use coro::prelude::*;

struct Lends {
    items: Vec<u8>,
}

impl Lends {
    #[coro::coroutine]
    fn by_iter(&mut self) -> impl Iterator<Item = &u8> {
        for x in self.items.iter() {
            co_yield!(x);
        }
    }

    #[coro::coroutine]
    fn by_iter_mut(&mut self) -> impl Iterator<Item = &mut u8> {
        for x in self.items.iter_mut() {
            co_yield!(x);
        }
    }

    #[coro::coroutine]
    fn by_reference(&mut self) -> impl Iterator<Item = &mut u8> {
        for x in &mut self.items {
            co_yield!(x);
        }
    }

    #[coro::coroutine]
    fn by_delegation(&mut self) -> impl Iterator<Item = &mut u8> {
        yield_from!(self.items.iter_mut().rev());
    }

    #[coro::coroutine]
    fn drain(&mut self) -> impl Iterator<Item = u8> {
        for x in self.items.drain(..) {
            co_yield!(x);
        }
    }

    #[coro::coroutine]
    fn by_local(&mut self) -> impl Iterator<Item = &u8> {
        let items = &mut self.items;
        items.push(9);
        for x in items.iter() {
            co_yield!(x);
        }
    }
}

#[coro::coroutine]
fn each(items: &mut Vec<u8>) -> impl Iterator<Item = &mut u8> {
    for x in items.iter_mut() {
        co_yield!(x);
    }
}

/// The reference that lends is not mentioned again: it need not be kept beside what it lent.
#[test]
fn lends_what_it_borrows() {
    let mut lends = Lends { items: vec![1, 2] };
    lends.by_iter_mut().for_each(|x| *x += 10);
    lends.by_reference().for_each(|x| *x += 10);
    lends.by_delegation().for_each(|x| *x += 10);
    assert_eq!(lends.by_iter().copied().collect::<Vec<_>>(), [31, 32]);
    assert_eq!(lends.by_local().copied().collect::<Vec<_>>(), [31, 32, 9]);
    assert_eq!(lends.drain().sum::<u8>(), 72);
    let mut items = vec![1, 2];
    each(&mut items).for_each(|x| *x *= 2);
    assert_eq!(items, [2, 4]);
}

struct Node {
    value: i32,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

impl Node {
    #[coro::coroutine]
    fn into_values(self: Box<Self>) -> Box<dyn Iterator<Item = i32>> {
        let Node { value, left, right } = *self;
        if let Some(left) = left {
            yield_from!(left.into_values());
        }
        co_yield!(value);
        if let Some(right) = right {
            yield_from!(right.into_values());
        }
    }
}

/// All parts are moved out of a box.
#[test]
fn a_box_taken_apart() {
    let node = |value, left, right| Some(Box::new(Node { value, left, right }));
    let tree = node(2, node(1, None, None), node(3, None, None));
    assert_eq!(tree.unwrap().into_values().collect::<Vec<_>>(), [1, 2, 3]);
}
