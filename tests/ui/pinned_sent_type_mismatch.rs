//! A sent value of another type, in a frame.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn total() -> impl Coroutine<u32, Yield = u32> {
    let name: String = co_yield!(1);
    if co_yield!(2) {
        drop(name);
    }
    match co_yield!(3) {
        1 => {}
    }
}

fn main() {
    drop(total());
}
