//! Fields of a `&mut` argument, or of a local that is `&mut`, handed out one after the other: each has a reference of its own.

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

struct Record {
    kids: Vec<i32>,
    a: Option<i32>,
    b: Option<i32>,
    v: i32,
    count: i32,
}
#[coro::coroutine]
fn kids_first<'a>(ps: &'a mut [Record]) -> impl Iterator<Item = &'a mut i32> {
    for p in ps {
        for k in &mut p.kids {
            co_yield!(k);
        }
        co_yield!(&mut p.v);
    }
}
#[coro::coroutine]
fn counted<'a>(ps: &'a mut [Record]) -> impl Iterator<Item = &'a mut i32> {
    for p in ps {
        for k in p.kids.iter_mut() {
            co_yield!(k);
        }
        p.count += 1;
    }
}
#[coro::coroutine]
fn options<'a>(ps: &'a mut [Record]) -> impl Iterator<Item = &'a mut i32> {
    for p in ps.iter_mut() {
        if let Some(a) = &mut p.a {
            co_yield!(a);
        }
        if let Some(b) = p.b.as_mut() {
            co_yield!(b)
        }
        p.count += 1;
    }
}
#[coro::coroutine]
fn stacked<'a>(ps: &'a mut Vec<Record>) -> impl Iterator<Item = &'a mut i32> {
    let mut at = 0;
    let mut stack: Vec<&'a mut Record> = ps.iter_mut().collect();
    while let Some(p) = stack.pop()
        && at < 10
    {
        at += 1;
        for k in p.kids.iter_mut() {
            co_yield!(k);
        }
        match p.a.as_mut() {
            Some(a) if *a > 0 => co_yield!(a),
            _ => {}
        }
        co_yield!(&mut p.v);
    }
}
#[coro::coroutine]
fn of_an_arm<'a>(ps: &'a mut Option<Record>) -> impl Iterator<Item = &'a mut i32> {
    match ps {
        None => {}
        Some(q) => {
            co_yield!(&mut q.v);
            co_yield!(&mut q.count)
        }
    }
}
#[coro::coroutine]
fn of_the_first<'a>(ps: &'a mut Vec<Record>) -> impl Iterator<Item = &'a mut i32> {
    let Some(q) = ps.first_mut() else { return };
    let n = q.count;
    co_yield!(&mut q.v);
    for _ in 0..n {
        if let Some(x) = q.kids.pop() {
            q.count += x;
        }
    }
    co_yield!(&mut q.count)
}
#[test]
fn locals() {
    let records = || {
        vec![
            Record {
                kids: vec![1, 2],
                a: Some(3),
                b: None,
                v: 4,
                count: 2,
            },
            Record {
                kids: vec![5],
                a: None,
                b: Some(6),
                v: 7,
                count: 1,
            },
        ]
    };
    let mut v = records();
    assert_eq!(
        kids_first(&mut v).map(std::mem::take).collect::<Vec<_>>(),
        [1, 2, 4, 5, 7]
    );
    let mut v = records();
    assert_eq!(counted(&mut v).map(|x| *x).collect::<Vec<_>>(), [1, 2, 5]);
    assert_eq!((v[0].count, v[1].count), (3, 2));
    assert_eq!(options(&mut v).map(|x| *x).collect::<Vec<_>>(), [3, 6]);
    assert_eq!(
        stacked(&mut v).map(|x| *x).collect::<Vec<_>>(),
        [5, 7, 1, 2, 3, 4]
    );
    assert_eq!(
        of_an_arm(&mut records().pop())
            .map(|x| *x)
            .collect::<Vec<_>>(),
        [7, 1]
    );
    assert_eq!(
        of_the_first(&mut records()).map(|x| *x).collect::<Vec<_>>(),
        [4, 5]
    );
}

struct Linked {
    value: i32,
    next: Option<Box<Linked>>,
}
#[coro::coroutine]
fn each<'a>(head: &'a mut Linked) -> impl Iterator<Item = &'a mut i32> {
    let mut rest = Some(head);
    while let Some(node) = rest {
        co_yield!(&mut node.value);
        rest = node.next.as_deref_mut();
    }
}
#[test]
fn a_linked_list() {
    let last = Linked {
        value: 2,
        next: None,
    };
    let mut first = Linked {
        value: 1,
        next: Some(Box::new(last)),
    };
    each(&mut first).for_each(|value| *value *= 10);
    assert_eq!(
        each(&mut first).map(|value| *value).collect::<Vec<_>>(),
        [10, 20]
    );
}

struct Grid {
    cells: [i32; 2],
    rows: Vec<Grid>,
    seen: i32,
}
#[coro::coroutine]
fn elements<'a>(grid: &'a mut Grid) -> impl Iterator<Item = &'a mut i32> {
    for row in &mut grid.rows {
        co_yield!(&mut row.cells[0]);
        row.seen += 1;
    }
}
#[coro::coroutine]
fn of_another_name<'a>(grid: &'a mut Grid) -> impl Iterator<Item = &'a mut i32> {
    let all = grid;
    co_yield!(&mut all.cells[1]);
    all.seen += 1;
}
#[test]
fn of_an_array() {
    let grid = |rows| Grid {
        cells: [1, 2],
        rows,
        seen: 0,
    };
    let mut all = grid(vec![grid(Vec::new())]);
    elements(&mut all).for_each(|cell| *cell *= 10);
    of_another_name(&mut all).for_each(|cell| *cell *= 10);
    assert_eq!((all.rows[0].cells, all.rows[0].seen), ([10, 2], 1));
    assert_eq!((all.cells, all.seen), ([1, 20], 1));
}
