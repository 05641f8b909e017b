//! A guard of a local's own lock, held while suspended.

use coro::prelude::*;
use std::cell::RefCell;

#[coro::coroutine]
fn guarded() -> impl Iterator<Item = u32> {
    let cell = RefCell::new(1);
    let guard = cell.borrow_mut();
    co_yield!(*guard);
}

fn main() {
    drop(guarded());
}
