//! The behaviour of the document `email` of CPython's `test_generators.py`; tests/README.md says which test
//! stands for which case.

use coro::prelude::*;
use coro::{Shared, SharedStop};
use std::cell::RefCell;
use std::rc::{Rc, Weak};

#[test]
fn yielding_nothing_and_returning_it() {
    #[coro::coroutine]
    fn g() -> impl Iterator<Item = Option<u8>> {
        for _ in 0..3 {
            co_yield!(None);
        }
        co_yield!(None);
        return;
    }
    assert_eq!(g().collect::<Vec<_>>(), [None; 4]);
}

#[test]
fn raising_is_not_returning() {
    #[coro::coroutine]
    fn g() -> impl Coroutine<Yield = i32, Throw = &'static str> {
        co_yield!(1);
        let caught: Result<(), _> = co_try!({ co_raise!("StopIteration") });
        if caught.is_err() {
            co_yield!(2);
        }
        co_yield!(3);
    }
    assert_eq!(Iter::new(g()).collect::<Vec<_>>(), [1, 2, 3]);
}

#[coro::coroutine]
fn combinations(x: &[u8], k: usize) -> Box<dyn Iterator<Item = Vec<u8>> + '_> {
    if k > x.len() {
        return;
    }
    if k == 0 {
        co_yield!(vec![]);
    } else {
        let (first, rest) = (x[0], &x[1..]);
        for mut c in combinations(rest, k - 1) {
            c.insert(0, first);
            co_yield!(c);
        }
        yield_from!(combinations(rest, k));
    }
}

#[test]
fn combinations_of_four() {
    let expected: [&[&[u8]]; 6] = [
        &[&[]],
        &[&[1], &[2], &[3], &[4]],
        &[&[1, 2], &[1, 3], &[1, 4], &[2, 3], &[2, 4], &[3, 4]],
        &[&[1, 2, 3], &[1, 2, 4], &[1, 3, 4], &[2, 3, 4]],
        &[&[1, 2, 3, 4]],
        &[],
    ];
    for (k, expected) in expected.into_iter().enumerate() {
        assert_eq!(
            combinations(&[1, 2, 3, 4], k).collect::<Vec<_>>(),
            expected,
            "{k}"
        );
    }
}

/// `gi_running` can be asked only through a handle that may be asked while it runs.
#[test]
fn whether_it_is_running() {
    type Handle = Shared<BoxCoroutine<'static, (), bool>>;
    #[coro::coroutine]
    fn g(me: Rc<RefCell<Option<Handle>>>) -> BoxCoroutine<'static, (), bool> {
        let running = me.borrow().as_ref().is_some_and(|me| me.status().is_none());
        co_yield!(running);
    }
    let slot = Rc::new(RefCell::new(None));
    let me = Shared::new(g(slot.clone()));
    *slot.borrow_mut() = Some(me.clone());
    assert_eq!(me.status(), Some(Status::Created));
    assert_eq!(me.prime(), Ok(Some(true)));
    assert_eq!(me.status(), Some(Status::Suspended));
    assert_eq!(me.send(()), Err(SharedStop::Stop(Stop::Returned(()))));
    *slot.borrow_mut() = None;
}

/// David Eppstein's union-find: each set is asked by a generator, which goes on to its parent's.
struct DisjointSet {
    name: char,
    parent: RefCell<Option<Rc<DisjointSet>>>,
    generator: RefCell<Box<dyn Iterator<Item = char>>>,
}

impl DisjointSet {
    fn new(name: char) -> Rc<Self> {
        Rc::new_cyclic(|me: &Weak<Self>| DisjointSet {
            name,
            parent: RefCell::new(None),
            generator: RefCell::new(Self::generate(me.clone())),
        })
    }

    #[coro::coroutine]
    fn generate(me: Weak<Self>) -> Box<dyn Iterator<Item = char>> {
        let parent = loop {
            let Some(set) = me.upgrade() else { return };
            if let Some(found) = set.parent.borrow().clone() {
                break found;
            }
            co_yield!(set.name);
        };
        loop {
            co_yield!(parent.find());
        }
    }

    fn find(&self) -> char {
        self.generator.borrow_mut().next().unwrap()
    }

    fn union(&self, parent: &Rc<Self>) {
        let before = self.parent.replace(Some(parent.clone()));
        assert!(before.is_none(), "not a root");
    }
}

#[test]
fn union_find() {
    let sets: Vec<_> = ('A'..='M').map(DisjointSet::new).collect();
    let found = || sets.iter().map(|set| set.find()).collect::<String>();
    assert_eq!(found(), "ABCDEFGHIJKLM");
    // The merges of the document, and what is found after each.
    for (merge, expected) in [
        ("KB", "ABCDEFGHIJBLM"),
        ("AF", "FBCDEFGHIJBLM"),
        ("EF", "FBCDFFGHIJBLM"),
        ("DC", "FBCCFFGHIJBLM"),
        ("MC", "FBCCFFGHIJBLC"),
        ("JB", "FBCCFFGHIBBLC"),
        ("BC", "FCCCFFGHICCLC"),
        ("FG", "GCCCGGGHICCLC"),
        ("LC", "GCCCGGGHICCCC"),
        ("GI", "ICCCIIIHICCCC"),
        ("IH", "HCCCHHHHHCCCC"),
        ("CH", "HHHHHHHHHHHHH"),
    ] {
        let [from, into] = [0, 1].map(|i| usize::from(merge.as_bytes()[i] - b'A'));
        sets[from].union(&sets[into]);
        assert_eq!(found(), expected, "{merge}");
    }
}
