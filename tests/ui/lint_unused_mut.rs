//! `mut` that nothing needs. Of a local that is kept across a yield and that a method is called on, rustc cannot tell.

#![deny(unused_mut)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers(mut argument: u32, mut changed: u32) -> impl Iterator<Item = u32> {
    let mut n = 1;
    co_yield!(n);
    co_yield!(n + argument);
    changed += 1;
    let mut name = String::new();
    for mut item in [changed, 2] {
        co_yield!(item);
        println!("{item} {}", name.len());
    }
    #[allow(unused_mut)]
    let mut known = 3;
    co_yield!(known);
    co_yield!(known);
    if let Some(mut late) = Some(2) {
        co_yield!(late);
        late *= 2;
        co_yield!(late);
    }
}

fn main() {
    drop(numbers(1, 2));
}
