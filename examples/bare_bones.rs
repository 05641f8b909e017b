//! Stack Abuse, "Coroutines in Python": the first coroutine. It prints what it is sent, and says so
//! when it is closed.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn bare_bones() -> impl for<'a> Coroutine<&'a str> {
    print("My first Coroutine!");
    if let Err(Interrupt::Close) = co_try!({
        loop {
            let value = co_yield!();
            print(value);
        }
    }) {
        print("Exiting coroutine...");
    }
}

pub(crate) fn main() {
    let mut coroutine = bare_bones();
    assert!(printed().is_empty()); // calling it runs nothing
    next(&mut coroutine).unwrap();
    assert_eq!(printed(), ["My first Coroutine!"]);
    coroutine.send("First Value").unwrap();
    coroutine.send("Second Value").unwrap();
    coroutine.close().unwrap();

    assert_eq!(
        printed(),
        ["First Value", "Second Value", "Exiting coroutine..."]
    );
}
