//! A local that is kept across a yield is a part of the coroutine.

use coro::prelude::*;
use std::rc::Rc;

#[coro::coroutine]
fn shared() -> impl Iterator<Item = u32> + Send {
    let number = Rc::new(1);
    co_yield!(1);
    co_yield!(*number);
}

fn main() {
    drop(shared());
}
