//! What the caller does in between is not checked by the block.

use coro::prelude::*;

#[coro::coroutine]
fn read(pointer: *const u32) -> impl Iterator<Item = u32> {
    unsafe {
        co_yield!(*pointer);
    }
}

fn main() {
    drop(read(&1));
}
