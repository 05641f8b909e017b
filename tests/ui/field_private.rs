//! A private field of another module.

use coro::prelude::*;

mod inner {
    #[derive(Default)]
    pub struct Counter {
        count: u32,
    }
}

#[coro::coroutine]
fn numbers(counter: inner::Counter) -> impl Iterator<Item = u32> {
    co_yield!(1);
    co_yield!(counter.count);
}

fn main() {
    drop(numbers(inner::Counter::default()));
}
