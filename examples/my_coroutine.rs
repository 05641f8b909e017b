//! Effective Python, Item 40: `yield` as an expression, and `send`.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn my_coroutine() -> impl for<'a> Coroutine<&'a str> {
    loop {
        let received = co_yield!();
        print(format_args!("Received: {received}"));
    }
}

pub(crate) fn main() {
    let mut it = my_coroutine();
    next(&mut it).unwrap(); // Prime the coroutine
    it.send("First").unwrap();
    it.send("Second").unwrap();

    assert_eq!(printed(), ["Received: First", "Received: Second"]);
}
