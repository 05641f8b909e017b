//! The same as for `impl`, in a box.

use coro::prelude::*;
use std::rc::Rc;

#[coro::coroutine]
fn shared() -> Box<dyn Iterator<Item = u32> + Send> {
    let number = Rc::new(1);
    co_yield!(1);
    co_yield!(*number);
}

fn main() {
    drop(shared());
}
