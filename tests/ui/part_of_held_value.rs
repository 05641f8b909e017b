//! A field moved out of what is held across a yield: of an owner, and of a reference.

use coro::prelude::*;

struct Seal;

struct Letter {
    seal: Seal,
}

impl Letter {
    #[coro::coroutine]
    fn open(self) -> impl Iterator<Item = u32> {
        let seal = self.seal;
        co_yield!(1);
        drop(seal);
    }
}

struct Bag {
    items: Vec<u32>,
}

impl<'a> IntoIterator for &'a Bag {
    type Item = u32;
    type IntoIter = Box<dyn Iterator<Item = u32> + 'a>;

    #[coro::coroutine]
    fn into_iter(self) -> Box<dyn Iterator<Item = u32> + 'a> {
        for item in self.items {
            co_yield!(item);
        }
    }
}

fn main() {
    drop(Letter { seal: Seal }.open());
    drop(Bag { items: vec![] }.into_iter());
}
