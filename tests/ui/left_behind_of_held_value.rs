//! What a pattern leaves of a value would have to be dropped at the end of its scope, and cannot be held: it has no name, and the part
//! that was moved has no empty value.

use coro::prelude::*;

struct Seal;

struct Letter {
    seal: Seal,
    text: String,
}

fn post() -> Letter {
    Letter {
        seal: Seal,
        text: String::new(),
    }
}

#[coro::coroutine]
fn by_let() -> impl Iterator<Item = u32> {
    let letter = post();
    let Letter { seal, .. } = letter;
    co_yield!(1);
    drop(seal);
}

#[coro::coroutine]
fn by_a_chain(wanted: bool) -> impl Iterator<Item = u32> {
    let letter = post();
    if wanted && let Letter { text, .. } = letter && text.is_empty() {
        drop(text);
    }
    co_yield!(1);
}

#[coro::coroutine]
fn by_a_guard() -> impl Iterator<Item = u32> {
    for letter in [post()] {
        match letter {
            Letter { text, .. } if text.is_empty() => co_yield!(1),
            _ => co_yield!(2),
        }
    }
}

#[coro::coroutine]
fn in_which_order() -> impl Iterator<Item = u32> {
    struct Pages {
        first: Seals,
        second: Seals,
        text: String,
    }
    struct Seals(Vec<Seal>);
    let pages = Pages {
        first: Seals(vec![]),
        second: Seals(vec![]),
        text: String::new(),
    };
    let Pages { text, .. } = pages;
    co_yield!(1);
    drop(text);
}

fn main() {
    drop((by_let(), by_a_chain(true), by_a_guard(), in_which_order()));
}
