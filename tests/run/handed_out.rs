//! Fields of a `&mut` argument handed out one after the other: each has a reference of its own.

use coro::prelude::*;
#[coro::coroutine]
fn both(t: &mut (u8, u8)) -> impl Iterator<Item = &mut u8> {
    co_yield!(&mut t.0);
    co_yield!(&mut t.1);
}
struct Tree {
    a: Option<u8>,
    b: Option<u8>,
    v: u8,
    kids: Vec<Tree>,
}
impl Tree {
    #[coro::coroutine]
    fn options(&mut self) -> impl Iterator<Item = &mut u8> {
        if let Some(a) = &mut self.a {
            co_yield!(a);
        }
        if let Some(b) = &mut self.b {
            co_yield!(b);
        }
    }
    #[coro::coroutine]
    fn values_mut(&mut self) -> Box<dyn Iterator<Item = &mut u8> + '_> {
        co_yield!(&mut self.v);
        for k in &mut self.kids {
            yield_from!(k.values_mut());
        }
    }
}
#[coro::coroutine]
fn first_and_last(t: &mut (Vec<u8>, u8)) -> impl Iterator<Item = &mut u8> {
    if let Some(x) = t.0.first_mut() {
        co_yield!(x);
    }
    co_yield!(&mut t.1);
}
struct Node {
    l: Option<Box<Node>>,
    v: u8,
}
impl Node {
    #[coro::coroutine]
    fn iter_mut(&mut self) -> Box<dyn Iterator<Item = &mut u8> + '_> {
        if let Some(l) = &mut self.l {
            yield_from!(l.iter_mut());
        }
        co_yield!(&mut self.v);
    }
}
#[test]
fn fields() {
    let mut p = (1, 2);
    for x in both(&mut p) {
        *x += 1;
    }
    assert_eq!(p, (2, 3));
    let mut s = Tree {
        a: Some(1),
        b: None,
        v: 3,
        kids: vec![Tree {
            a: None,
            b: None,
            v: 4,
            kids: vec![],
        }],
    };
    for x in s.options() {
        *x += 1;
    }
    assert_eq!(s.a, Some(2));
    for x in s.values_mut() {
        *x += 1;
    }
    assert_eq!((s.v, s.kids[0].v, s.b), (4, 5, None));
    let mut q = (vec![1], 5);
    for x in first_and_last(&mut q) {
        *x *= 2;
    }
    assert_eq!(q, (vec![2], 10));
    let mut n = Node {
        l: Some(Box::new(Node { l: None, v: 1 })),
        v: 2,
    };
    for x in n.iter_mut() {
        *x += 1;
    }
    assert_eq!((n.v, n.l.unwrap().v), (3, 2));
}
