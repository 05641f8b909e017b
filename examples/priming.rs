//! Stack Abuse, "Coroutines in Python": the decorator that primes. `prime` is the attribute's argument
//! for it, and the decorator itself is a function from one coroutine to another.

mod support;

use coro::prelude::*;
use support::{print, printed};

/// The decorator by hand: what `#[coro::coroutine(prime)]` does at the call.
fn coroutine<R: Default, C: Coroutine<R>>(mut cr: C) -> C {
    next(&mut cr).ok();
    cr
}

#[coro::coroutine(prime)]
fn bare_bones() -> impl for<'a> Coroutine<&'a str> {
    loop {
        let value = co_yield!();
        print(value);
    }
}

#[coro::coroutine]
fn not_primed() -> impl Coroutine<&'static str> {
    loop {
        let value = co_yield!();
        print(value);
    }
}

pub(crate) fn main() {
    let mut cor = bare_bones();
    assert_eq!(cor.status(), Status::Suspended);
    cor.send("Using a decorator!").unwrap();

    assert_eq!(printed(), ["Using a decorator!"]);

    let cor = coroutine(not_primed());
    assert_eq!(cor.status(), Status::Suspended);
    assert!(printed().is_empty());
}
