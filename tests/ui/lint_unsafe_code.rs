//! Unsafe code that yields is the user's, and reported as such.
#![forbid(unsafe_code)]

use coro::prelude::*;

#[coro::coroutine]
fn read(raw: *const i32) -> impl Iterator<Item = i32> {
    unsafe {
        co_yield!(*raw);
        co_yield!(*raw + 1);
    }
}

fn main() {
    let _ = read(&3);
}
