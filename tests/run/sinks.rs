//! Sent values that borrow: `Coroutine<&str>` takes a `&str` of any lifetime at each send.

use coro::prelude::*;

type Sink = Box<dyn for<'a> Coroutine<&'a str, Yield = usize, Return = (), Throw = u8>>;

#[coro::coroutine]
fn longest() -> impl for<'a> Coroutine<&'a str, Yield = usize, Return = String> {
    let mut best = String::new();
    loop {
        let word = co_yield!(best.len());
        if word == "." {
            return best;
        }
        if word.len() > best.len() {
            best = word.to_string();
        }
    }
}

#[coro::coroutine]
fn elided_send() -> impl Coroutine<&str, Yield = usize> {
    let mut total = 0;
    loop {
        total += co_yield!(total).len();
    }
}

#[coro::coroutine]
fn sum_of_slices() -> impl Coroutine<(&[u8], &mut u32)> {
    loop {
        let (bytes, out) = co_yield!();
        *out = bytes.iter().map(|&b| u32::from(b)).sum();
    }
}

#[coro::coroutine]
fn boxed_sink() -> Box<dyn for<'a> Coroutine<&'a str, Yield = usize, Return = (), Throw = u8>> {
    let mut total = 0;
    loop {
        total += co_yield!(total).len();
    }
}

#[test]
fn sent_values_may_borrow() {
    let mut c = longest();
    for (word, len) in [("ab", 2), ("c", 2), ("def", 3)] {
        let word = word.to_string();
        assert_eq!(c.send(&word), Ok(len));
    }
    assert_eq!(c.send("."), Err(Stop::Returned("def".into())));
    let mut c = elided_send();
    assert_eq!(c.send(&String::from("abc")), Ok(3));
    let mut c = sum_of_slices();
    let mut out = 0;
    assert_eq!(c.send((&[1, 2, 3], &mut out)), Ok(()));
    assert_eq!(out, 6);
    let mut c = boxed_sink();
    assert_eq!(c.send(&String::from("abc")), Ok(3));
    assert_eq!(c.throw(9), Err(Stop::Raised(9)));
    let mut all: Vec<Sink> = vec![boxed_sink(), boxed_sink()];
    assert_eq!(all[1].send("ab"), Ok(2));
}
