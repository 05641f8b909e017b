//! How large coroutines are: what is kept at the hungriest state, and a tag. Each bound says what it is made of;
//! a smaller size is welcome, and then the bound follows it.

use std::mem::{size_of, size_of_val};

use coro::prelude::*;

const WORD: usize = size_of::<usize>();

/// `size` bytes are what `fields` take up and a tag of at most one word, padding included.
#[track_caller]
fn at_most(size: usize, fields: usize) {
    assert!(
        size <= fields + WORD,
        "{size} bytes, where {fields} are kept"
    );
}

#[coro::coroutine]
fn range(from: u32, to: u32) -> impl Iterator<Item = u32> + Clone {
    let mut n = from;
    while n < to {
        co_yield!(n);
        n += 1;
    }
}

#[coro::coroutine]
fn wide_range(from: u64, to: u64) -> impl Iterator<Item = u64> {
    for n in from..to {
        co_yield!(n);
    }
}

#[test]
fn a_range() {
    at_most(size_of_val(&range(0, 1)), 4 + 4); // n, to
    // Loop: the iterator, and the yielded value is not kept.
    at_most(size_of_val(&wide_range(0, 1)), 8 + 8);
    assert!(size_of_val(&wide_range(0, 1)) <= 40);
}

#[test]
fn it_does_not_grow_by_running() {
    let mut c = range(0, 3);
    let before = size_of_val(&c);
    c.next();
    assert_eq!(size_of_val(&c), before);
    assert_eq!(size_of_val(&Some(c)), before, "the tag has room for more");
}

#[coro::coroutine]
fn grid(w: u32, h: u32) -> impl Iterator<Item = (u32, u32)> {
    for y in 0..h {
        for x in 0..w {
            co_yield!((x, y));
        }
    }
}

#[test]
fn nested_loops() {
    at_most(size_of_val(&grid(1, 1)), 4 + 8 + 4 + 8); // w, 0..h, y, 0..w
}

#[coro::coroutine]
fn running_mean() -> impl Coroutine<f64, Yield = Option<f64>> {
    let mut mean = None;
    let mut sum = 0.0;
    for n in 1u32.. {
        sum += co_yield!(mean);
        mean = Some(sum / f64::from(n));
    }
}

#[test]
fn a_sink() {
    // The loop's head has mean, sum and 1u32.. to hand on; at the yield mean is forgotten.
    at_most(size_of_val(&running_mean()), 16 + 8 + 4);
}

#[coro::coroutine]
fn words(text: &str) -> impl Iterator<Item = &str> {
    for word in text.split(' ') {
        co_yield!(word);
    }
}

#[test]
fn a_borrowing_iterator() {
    at_most(size_of_val(&words("")), size_of_val(&"".split(' '))); // only the iterator
}

#[coro::coroutine]
fn kept(name: String) -> impl Iterator<Item = usize> {
    let long = name.repeat(2);
    co_yield!(long.len());
    co_yield!(name.len());
}

#[test]
fn owned_values() {
    at_most(size_of_val(&kept(String::new())), 2 * size_of::<String>()); // name, long
}

#[coro::coroutine]
fn one_after_the_other() -> impl Iterator<Item = u8> {
    {
        let first = [1u8; 64];
        co_yield!(first[0]);
        co_yield!(first[1]);
    }
    {
        let second = [2u8; 64];
        co_yield!(second[0]);
        co_yield!(second[1]);
    }
}

#[test]
fn disjoint_scopes_share_their_room() {
    at_most(size_of_val(&one_after_the_other()), 64); // first or second
}

#[coro::coroutine]
fn inner(to: u32) -> impl Coroutine<Yield = u32> {
    for n in 0..to {
        co_yield!(n);
    }
}

#[coro::coroutine]
fn middle(to: u32) -> impl Coroutine<Yield = u32> {
    yield_from!(inner(to));
}

#[coro::coroutine]
fn outer(to: u32) -> impl Coroutine<Yield = u32> {
    yield_from!(middle(to));
}

#[test]
fn delegation() {
    // The delegate lies in the one that delegates; the tags share one.
    let size = size_of_val(&inner(0));
    assert_eq!(size_of_val(&middle(0)), size);
    assert_eq!(size_of_val(&outer(0)), size);
}

#[coro::coroutine]
fn table() -> impl Iterator<Item = u64> {
    let table = [0u64; 256];
    let mut i = 0usize;
    while i < 256 {
        co_yield!(table[i]);
        i += 1;
    }
}

#[test]
fn a_large_local_is_kept_once() {
    // table and whether it is there, i
    at_most(size_of_val(&table()), 2048 + WORD + WORD);
}

#[test]
fn a_box_is_two_words() {
    assert_eq!(size_of_val(&running_mean().boxed()), 2 * WORD);
}
