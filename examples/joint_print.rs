//! Stack Abuse, "Coroutines in Python": several breakpoints in one coroutine. The first part is
//! kept across a yield, so the lifetime of what is sent is one for the whole coroutine.

mod support;

use coro::prelude::*;
use support::{print, printed};

#[coro::coroutine]
fn joint_print<'a>() -> impl Coroutine<&'a str> {
    loop {
        let part_1 = co_yield!();
        let part_2 = co_yield!();
        print(format!("{part_1} {part_2}"));
    }
}

pub(crate) fn main() {
    let mut cor = joint_print();
    next(&mut cor).unwrap();
    cor.send("So Far").unwrap();
    cor.send("So Good").unwrap();

    assert_eq!(printed(), ["So Far So Good"]);
}
