//! `&self` changes nothing.

use coro::prelude::*;

struct Counter {
    count: u32,
}

impl Counter {
    #[coro::coroutine]
    fn up(&self) -> impl Iterator<Item = u32> {
        loop {
            co_yield!(self.count);
            self.count += 1;
        }
    }
}

fn main() {
    drop(Counter { count: 0 }.up());
}
