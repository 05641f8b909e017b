//! A method of a consuming name on what a guard points to, in the arguments of a macro and in a closure.

use coro::prelude::*;
use std::sync::{Mutex, MutexGuard};

type Shared = Mutex<Option<u32>>;

fn locked(shared: &Shared) -> MutexGuard<'_, Option<u32>> {
    shared.lock().unwrap()
}

#[coro::coroutine]
fn formatted(shared: &Shared) -> impl Coroutine<Yield = u32, Return = String> {
    let guard = locked(shared);
    let text = format!("{}", guard.unwrap_or(1));
    co_yield!(1);
    text
}

#[coro::coroutine]
fn captured(shared: &Shared) -> impl Coroutine<Yield = u32, Return = u32> {
    let guard = locked(shared);
    let n = [1].map(|n| guard.unwrap_or(n))[0];
    co_yield!(1);
    n
}

fn main() {
    let shared = Mutex::new(None);
    let _ = (formatted(&shared), captured(&shared));
}
