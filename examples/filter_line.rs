//! Stack Abuse, "Coroutines in Python": passing arguments. A sink that takes a `&str` of any lifetime
//! and prints those that contain its argument.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn filter_line(num: &str) -> impl for<'a> Coroutine<&'a str> {
    loop {
        let line = co_yield!();
        if line.contains(num) {
            print(line);
        }
    }
}

pub(crate) fn main() {
    let mut cor = filter_line("33");
    next(&mut cor).unwrap();
    cor.send("Jessica, age:24").unwrap();
    cor.send("Marco, age:33").unwrap();
    cor.send("Filipe, age:55").unwrap();

    assert_eq!(printed(), ["Marco, age:33"]);

    // What is sent need not outlive the coroutine.
    for age in 34..40 {
        let line = format!("Anna, age:{age}");
        cor.send(&line).unwrap();
    }
    assert!(printed().is_empty());
}
