//! Locals whose `let` leaves their type open, and which a yield drops or holds before a line tells it.

#![allow(
    clippy::collapsible_if,
    clippy::while_let_loop,
    clippy::while_let_on_iterator,
    reason = "the shapes are what is tested"
)]

use coro::prelude::*;
use std::collections::HashSet;

#[coro::coroutine]
fn last_but_empty(names: Vec<String>) -> impl Coroutine<Yield = u8, Return = Option<String>> {
    let mut last = None;
    for name in names {
        if name.is_empty() {
            co_yield!(1);
            return None;
        }
        last = Some(name);
    }
    last
}
#[coro::coroutine]
fn pairs(mut names: impl Iterator<Item = String>) -> impl Coroutine<Yield = String, Return = u8> {
    let mut prev = None;
    loop {
        let Some(name) = names.next() else { break };
        if let Some(p) = prev.replace(name) {
            co_yield!(p);
        }
    }
    3
}
#[coro::coroutine]
fn until_empty(names: Vec<String>) -> impl Iterator<Item = String> {
    let mut seen = HashSet::new();
    for name in names {
        if name.is_empty() {
            co_yield!(name);
            return;
        }
        seen.insert(name);
    }
}
#[coro::coroutine]
fn behind(s: Vec<String>) -> impl Iterator<Item = String> {
    let mut cur = None;
    for x in s {
        co_yield!(cur.unwrap_or_default());
        cur = Some(x);
    }
}
#[coro::coroutine]
fn retry(
    jobs: Vec<u8>,
) -> impl Coroutine<Result<(), String>, Yield = u8, Return = Result<(), String>> {
    for job in jobs {
        let mut last = None;
        for _ in 0..3 {
            match co_yield!(job) {
                Ok(()) => {
                    return co_yield!(99);
                }
                Err(e) => last = Some(e),
            }
        }
        if let Some(e) = last {
            return Err(e);
        }
    }
    Ok(())
}
#[coro::coroutine]
fn before(s: Vec<String>) -> impl Iterator<Item = String> {
    let mut prev = None;
    for x in s {
        if let Some(p) = prev {
            co_yield!(p);
        }
        prev = Some(x);
    }
}
#[coro::coroutine]
fn by_default(s: Vec<String>) -> impl Iterator<Item = usize> {
    let (mut all, mut other) = (Default::default(), vec![None; 2]);
    for x in s {
        if x.is_empty() {
            co_yield!(0);
            continue;
        }
        if x == "q" {
            co_yield!(7);
            return;
        }
        other[0] = Some(x.clone());
        all = x;
    }
    co_yield!(other.len());
    let _: String = all;
}
#[test]
fn a_later_line_tells() {
    let v = |s: &str| s.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut c = last_but_empty(v("x y"));
    assert_eq!(c.prime(), Err(Stop::Returned(Some("y".into()))));
    assert_eq!(
        pairs(v("x y z").into_iter()).iter().collect::<Vec<_>>(),
        ["x", "y"]
    );
    assert_eq!(until_empty(v("x  y z")).collect::<Vec<_>>(), [""]);
    assert_eq!(behind(v("x y z")).collect::<Vec<_>>(), ["", "x", "y"]);
    assert_eq!(before(v("x y z")).collect::<Vec<_>>(), ["x", "y"]);
    assert_eq!(by_default(v("x  y z")).collect::<Vec<_>>(), [0, 2]);
    let mut r = retry(vec![1]);
    assert_eq!(r.prime(), Ok(Some(1)));
    assert_eq!(r.send(Err("a".into())), Ok(1));
    assert_eq!(r.send(Err("b".into())), Ok(1));
    assert_eq!(
        r.send(Err("c".into())),
        Err(Stop::Returned(Err("c".into())))
    );
}

/// What a lookup takes, and its argument's type, are told behind both.
#[coro::coroutine]
fn taken_so(mut names: impl Iterator<Item = String>) -> impl Coroutine<bool, Yield = usize> {
    let mut kept = None;
    while let Some(name) = names.next() {
        if co_yield!(name.len()) {
            if let Some(old) = kept {
                co_yield!(String::len(&old));
            }
        }
        kept = Some(name);
    }
}

#[test]
fn taken_on_one_path() {
    let mut lengths = taken_so(["a", "bcd", "e"].map(str::to_owned).into_iter());
    assert_eq!(lengths.prime(), Ok(Some(1)));
    assert_eq!(lengths.send(true), Ok(3));
    assert_eq!(lengths.send(false), Ok(1));
    assert_eq!(lengths.send(true), Ok(3));
    assert_eq!(lengths.send(true), Err(Stop::Returned(())));
}
