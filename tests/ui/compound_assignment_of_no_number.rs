//! `+=` of a type with an operator of its own evaluates the place first, and of numbers the value.

use coro::prelude::*;

#[coro::coroutine]
fn words() -> impl Coroutine<String, Yield = usize> {
    let mut words = vec![String::new()];
    for at in 0..3 {
        words[at] += &co_yield!(at);
    }
}

#[coro::coroutine]
fn numbers(mut count: impl FnMut() -> usize) -> impl Coroutine<u32, Yield = usize> {
    let mut numbers = [1, 2, 3];
    numbers[count()] += co_yield!(1);
    numbers[count()] += &co_yield!(2);
}

fn main() {
    drop((words(), numbers(|| 1)));
}
