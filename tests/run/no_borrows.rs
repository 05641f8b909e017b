//! What looks like a borrow of a local across a yield, and is none.

#![allow(
    clippy::needless_borrow,
    clippy::useless_vec,
    reason = "the forms are what is tested"
)]

use coro::prelude::*;

#[coro::coroutine]
fn last(list: &mut Vec<u32>) -> impl Iterator<Item = u32> {
    let last = list.last_mut().map(|n| {
        *n += 1;
        *n
    });
    co_yield!(0);
    list.clear();
    co_yield!(last.unwrap());
    let n = list.iter_mut().map(|n| *n).max();
    co_yield!(0);
    list.push(n.unwrap_or(8));
    let n = *list.last_mut().unwrap() + 1;
    co_yield!(0);
    list.push(n);
}
#[coro::coroutine]
fn coerced<'a>(text: &'a str, held: &'a (&'a str, u8)) -> impl Iterator<Item = &'a str> {
    let words: Vec<&'a str> = text.split(' ').collect();
    co_yield!(&words[0]);
    let second: &str = &words[1];
    co_yield!("x");
    drop(words);
    co_yield!(second);
    let words = vec![text, text];
    co_yield!(words.first().unwrap());
    let pair = (text, 1u8);
    let (a, b) = pair;
    let &(c, d) = &pair;
    co_yield!("y");
    co_yield!(&a[..b as usize]);
    co_yield!(&c[..d as usize]);
    let lists = vec![held];
    let (x, y) = lists.first().unwrap();
    co_yield!(if *y > 0 { x } else { "" });
}
#[coro::coroutine]
fn closures() -> impl Iterator<Item = u32> {
    let inc = |mut x: u32| {
        x += 1;
        x
    };
    let sum = |v: Vec<u32>| {
        let mut s = 0;
        for x in &v {
            s += x;
        }
        s
    };
    co_yield!(inc(1));
    co_yield!(inc(2) + sum(vec![1, 2]));
}
#[test]
fn what_only_looks_like_a_borrow() {
    let mut v = vec![1, 2];
    assert_eq!(last(&mut v).collect::<Vec<_>>(), [0, 3, 0, 0]);
    assert_eq!(v, [8, 9]);
    assert_eq!(
        coerced("a b", &("a b", 1)).collect::<Vec<_>>(),
        ["a", "x", "b", "a b", "y", "a", "a", "a b"]
    );
    assert_eq!(closures().collect::<Vec<_>>(), [2, 6]);
}

fn kept<T>(value: T) -> T {
    value
}

/// The elements are references, which lead out of the list.
#[coro::coroutine]
fn elements(list: Vec<&(u32, Option<u32>)>) -> impl Iterator<Item = u32> {
    let list = kept(list);
    let (a, b) = &list[0];
    co_yield!(*a);
    if let Some(b) = b {
        co_yield!(*b);
    }
    let (c, Some(d)) = &list[1] else { return };
    co_yield!(*c);
    co_yield!(*d);
}
/// What is iterated further belongs to the caller.
#[coro::coroutine]
fn some_of<I: Iterator<Item = u32>>(rest: &mut I) -> impl Iterator<Item = u32> {
    let rest = kept(rest);
    for n in rest.by_ref().take(2) {
        co_yield!(n);
    }
}
/// What is iterated ends ahead of the yield.
#[coro::coroutine]
fn sums(list: Vec<u32>) -> impl Iterator<Item = u32> {
    let mut list = kept(list.into_iter());
    while list.len() > 0 {
        let sum = list.by_ref().take(2).sum();
        co_yield!(sum);
    }
}
/// A slice of a reference is as long as that.
#[coro::coroutine]
fn slices(text: &str, lists: &[Vec<u32>]) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    for byte in bytes[1..].iter() {
        co_yield!(*byte as usize);
    }
    let trimmed = text.trim();
    let rest = trimmed[1..].trim();
    co_yield!(rest.len());
    co_yield!(rest.len() + 1);
    for list in lists {
        for n in list[1..].iter() {
            co_yield!(*n as usize);
        }
        let (first, rest) = list[..2].split_at(1);
        co_yield!(first.len());
        co_yield!(rest.len());
    }
    let boxed = Box::new(lists);
    for list in boxed[0..].iter() {
        co_yield!(list.len());
    }
}
#[test]
fn what_has_another_owner() {
    let lists = [vec![1, 2, 3]];
    assert_eq!(
        slices("ab c", &lists).collect::<Vec<_>>(),
        [98, 32, 99, 3, 4, 2, 3, 1, 1, 3]
    );
    let pairs = [(1, Some(2)), (3, Some(4))];
    let values: Vec<u32> = elements(vec![&pairs[0], &pairs[1]]).collect();
    assert_eq!(values, [1, 2, 3, 4]);
    let mut numbers = 0..10;
    assert_eq!(some_of(&mut numbers).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(numbers, 2..10);
    assert_eq!(sums(vec![1, 2, 3, 4, 5]).collect::<Vec<_>>(), [3, 7, 5]);
}

/// What is peeked at ends ahead of the yield, or is copied; so does what is looked at through a `&mut`.
mod peeked {
    use coro::prelude::*;

    #[coro::coroutine]
    fn items(list: Vec<u32>) -> impl Iterator<Item = u32> {
        let mut items = list.into_iter().peekable();
        while let Some(&next) = items.peek() {
            if next > 2 {
                break;
            }
            co_yield!(next);
            items.next();
        }
        if let Some(next) = items.peek() {
            let next = *next + 10;
            co_yield!(next);
        }
        for item in &mut items {
            co_yield!(item);
            if item == 4 {
                break;
            }
        }
        for item in items.by_ref() {
            co_yield!(item * 10);
        }
        co_yield!(u32::from(items.peek().is_none()));
    }

    struct Shared<'a> {
        found: Option<&'a u32>,
        list: Vec<u32>,
    }

    impl Shared<'_> {
        fn grow(&mut self) {
            self.list.push(1);
        }

        #[coro::coroutine]
        fn looked_at(&mut self) -> impl Iterator<Item = u32> {
            if let Some(&found) = self.found.as_ref() {
                co_yield!(1);
                co_yield!(*found);
            }
            if let Some(last) = self.list.last_mut() {
                *last += 1;
                let last = *last;
                co_yield!(last);
            }
            self.grow();
        }
    }

    struct Cursor<'a> {
        lists: &'a Lists,
        at: usize,
    }
    struct Lists {
        all: Vec<u32>,
    }

    impl Cursor<'_> {
        #[coro::coroutine]
        fn walk(&mut self) -> impl Iterator<Item = u32> {
            while let Some(n) = self.lists.all.get(self.at) {
                co_yield!(0);
                self.at += 1;
                co_yield!(*n);
            }
        }
    }

    #[test]
    fn through_a_shared_field() {
        let lists = &Lists { all: vec![3, 4] };
        let mut cursor = Cursor { lists, at: 0 };
        assert_eq!(cursor.walk().collect::<Vec<_>>(), [0, 3, 0, 4]);
        assert_eq!(cursor.at, 2);
    }

    #[test]
    fn and_let_go() {
        assert_eq!(
            items(vec![1, 3, 4, 5]).collect::<Vec<_>>(),
            [1, 13, 3, 4, 50, 1]
        );
        let mut shared = Shared {
            found: Some(&7),
            list: vec![4],
        };
        assert_eq!(shared.looked_at().collect::<Vec<_>>(), [1, 7, 5]);
        assert_eq!(shared.list, [5, 1]);
    }
}
