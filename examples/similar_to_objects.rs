//! Stack Abuse, "Coroutines in Python": similarities to objects. The same task as an object with a
//! method and as a coroutine.

mod support;

use coro::prelude::*;
use support::{print, printed};

struct Obj {
    i: i32,
}

impl Obj {
    fn new(value: i32) -> Self {
        Self { i: value }
    }

    fn send(&self, num: i32) {
        print(self.i + num);
    }
}

#[coro::coroutine]
fn coroutine(value: i32) -> impl Coroutine<i32> {
    let i = value;
    loop {
        let num = co_yield!();
        print(i + num);
    }
}

pub(crate) fn main() {
    let inst = Obj::new(1);
    inst.send(5);

    let mut cor = coroutine(1);
    next(&mut cor).unwrap();
    cor.send(5).unwrap();

    assert_eq!(printed(), ["6", "6"]);
}
