//! Stack Abuse, "Coroutines in Python": building pipelines. A source pushes numbers through a filter
//! into a sink.

mod support;

use coro::prelude::*;
use support::{print, printed};

fn producer(mut cor: impl Coroutine<i32>) {
    let mut n = 1;
    while n < 100 {
        if cor.send(n).is_err() {
            return;
        }
        n *= 2;
    }
}

#[coro::coroutine(prime)]
fn my_filter(num: i32, mut cor: impl Coroutine<i32>) -> impl Coroutine<i32> {
    loop {
        let n = co_yield!();
        if n < num && cor.send(n).is_err() {
            return;
        }
    }
}

#[coro::coroutine(prime)]
fn printer() -> impl Coroutine<i32> {
    loop {
        let n = co_yield!();
        print(n);
    }
}

pub(crate) fn main() {
    let prnt = printer();
    let filt = my_filter(50, prnt);
    producer(filt);

    assert_eq!(printed(), ["1", "2", "4", "8", "16", "32"]);
}
