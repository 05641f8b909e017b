//! What is not `Send` is held across a yield.

use coro::prelude::*;
use std::rc::Rc;

#[coro::coroutine(pinned)]
fn counted() -> impl Iterator<Item = u32> + Send {
    let count = Rc::new(1);
    co_yield!(*count);
    co_yield!(*count + 1);
}

fn main() {
    drop(counted());
}
