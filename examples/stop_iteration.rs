//! Stack Abuse, "Coroutines in Python": the StopIteration exception. A closed coroutine answers a send
//! with an error; it does not panic.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn test() -> impl for<'a> Coroutine<&'a str> {
    loop {
        let value = co_yield!();
        print(value);
    }
}

pub(crate) fn main() {
    let mut cor = test();
    next(&mut cor).unwrap();
    cor.close().unwrap();
    if let Err(Stop::Exhausted) = cor.send("So Good") {
        print("Done with the basics");
    }

    assert_eq!(printed(), ["Done with the basics"]);
}
