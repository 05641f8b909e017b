//! Bounds that no coroutine can meet.

use coro::prelude::*;

#[coro::coroutine]
fn backward() -> impl DoubleEndedIterator<Item = u8> {
    co_yield!(1);
}

#[coro::coroutine]
fn counted() -> impl Iterator<Item = u8> + ExactSizeIterator {
    co_yield!(1);
}

#[coro::coroutine]
fn copied() -> impl Iterator<Item = u8> + Copy {
    co_yield!(1);
}

fn main() {
    let _ = (backward(), counted(), copied());
}
