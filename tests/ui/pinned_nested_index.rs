//! Two indices of an array, the second of which yields, in a frame.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn cell(grid: [[u8; 2]; 2], row: usize) -> impl Coroutine<usize, Yield = u8, Return = u8> {
    grid[row][co_yield!(1)]
}

#[coro::coroutine(pinned)]
fn set(grid: &mut [[u8; 2]]) -> impl Coroutine<usize, Yield = u8> {
    grid[0][co_yield!(1)] = 3;
}

fn main() {
    drop((cell([[0; 2]; 2], 1), set(&mut [])));
}
