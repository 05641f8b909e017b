//! A guard that yields is asked of each alternative that matches, and each has an arm: a `static` cannot be in several.

use coro::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

#[coro::coroutine]
fn counted(pairs: &[(u32, u32)]) -> impl Coroutine<bool, Yield = u32> {
    for pair in pairs {
        match *pair {
            (x, _) | (_, x) if co_yield!(x) => {
                static SEEN: AtomicU32 = AtomicU32::new(0);
                SEEN.fetch_add(x, Ordering::Relaxed);
            }
            _ => {}
        }
    }
}

fn main() {
    drop(counted(&[]));
}
