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
