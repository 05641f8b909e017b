//! "Python coroutines" (a study of Beazley's course): a coroutine that prints what it receives, and one
//! that shows what the first send does.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn echo() -> impl for<'a> Coroutine<&'a str> {
    print("initialized");
    loop {
        let line = co_yield!();
        print(line);
    }
}

/// The second `echo` of the text.
#[coro::coroutine]
fn echo_once() -> impl for<'a> Coroutine<&'a str, Yield = &'static str> {
    let x = co_yield!("ready");
    print(x);
}

pub(crate) fn main() {
    let mut coro = echo();
    coro.prime().unwrap(); // send(None) in Python
    coro.send("hello").unwrap();
    coro.send("world").unwrap();

    assert_eq!(printed(), ["initialized", "hello", "world"]);

    let mut f = echo_once();
    assert_eq!(f.prime(), Ok(Some("ready"))); // Moves to the yield line
    assert_eq!(f.send("hi"), Err(Stop::Returned(()))); // Sends hi, and the body ends

    assert_eq!(printed(), ["hi"]);
}
