//! A field moved out of a reference, beside a yield.

use coro::prelude::*;

struct Bag {
    items: Vec<u32>,
}

impl Bag {
    #[coro::coroutine]
    fn drain(&self) -> impl Iterator<Item = u32> {
        for item in self.items {
            co_yield!(item);
        }
    }
}

fn main() {
    drop(Bag { items: vec![] }.drain());
}
