//! As coroutines.

use std::hint::black_box;

use coro::prelude::*;

use super::{Input, Node, drain, fold, mix, samples, sum_up, virtually};

#[coro::coroutine]
fn range(from: u32, to: u32) -> impl Iterator<Item = u32> {
    let mut n = from;
    while n < to {
        co_yield!(n);
        n += 1;
    }
}

#[coro::coroutine]
fn range_coroutine(from: u32, to: u32) -> impl Coroutine<Yield = u32> {
    let mut n = from;
    while n < to {
        co_yield!(n);
        n += 1;
    }
}

#[inline(never)]
pub(crate) fn range_sum(input: &Input) -> u64 {
    range(0, input.values).map(u64::from).sum()
}

#[inline(never)]
pub(crate) fn range_fold(input: &Input) -> u64 {
    fold(range(0, input.values))
}

#[inline(never)]
pub(crate) fn range_send(input: &Input) -> u64 {
    let mut range = range_coroutine(0, input.values);
    let mut sum = 0;
    let Ok(Some(first)) = range.prime() else {
        return 0;
    };
    sum = mix(sum, u64::from(first));
    while let Ok(x) = range.send(()) {
        sum = mix(sum, u64::from(x));
    }
    sum
}

#[inline(never)]
pub(crate) fn range_iter(input: &Input) -> u64 {
    let mut range = range_coroutine(0, input.values);
    fold(range.iter())
}

#[inline(never)]
pub(crate) fn range_for(input: &Input) -> u64 {
    drain(range(0, input.values))
}

#[inline(never)]
pub(crate) fn range_dyn(input: &Input) -> u64 {
    virtually(Box::new(range(0, input.values)))
}

#[coro::coroutine]
fn fibonacci_numbers() -> impl Iterator<Item = u32> {
    let (mut a, mut b) = (0u32, 1u32);
    loop {
        co_yield!(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

#[inline(never)]
pub(crate) fn fibonacci(input: &Input) -> u64 {
    fold(fibonacci_numbers().take(input.values as usize))
}

#[coro::coroutine]
fn grid_of(w: u32, h: u32) -> impl Iterator<Item = u32> {
    for y in 0..h {
        for x in 0..w {
            co_yield!(x ^ y);
        }
    }
}

#[inline(never)]
pub(crate) fn grid(input: &Input) -> u64 {
    fold(grid_of(input.side(), input.side()))
}

#[inline(never)]
pub(crate) fn grid_dyn(input: &Input) -> u64 {
    virtually(Box::new(grid_of(input.side(), input.side())))
}

#[coro::coroutine]
fn walk(root: &Node) -> impl Iterator<Item = u32> {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.iter().rev());
        co_yield!(node.value);
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    fold(walk(&input.tree))
}

#[coro::coroutine]
fn running_mean() -> impl Coroutine<f64, Yield = f64> {
    let (mut mean, mut sum) = (0.0, 0.0);
    for n in 1u32.. {
        sum += co_yield!(mean);
        mean = sum / f64::from(n);
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let mut mean = running_mean();
    sum_up(samples(input).map_while(|x| mean.send(x).ok()))
}

#[inline(never)]
pub(crate) fn mean_dyn(input: &Input) -> u64 {
    let mut mean = black_box(running_mean().boxed());
    sum_up(samples(input).map_while(|x| mean.send(x).ok()))
}

#[coro::coroutine]
fn inner(to: u32) -> impl Coroutine<Yield = u32> {
    yield_from!(range_coroutine(0, to));
}

#[coro::coroutine]
fn middle(to: u32) -> impl Coroutine<Yield = u32> {
    yield_from!(inner(to));
}

#[coro::coroutine]
fn outer(to: u32) -> impl Iterator<Item = u32> {
    yield_from!(middle(to));
}

#[inline(never)]
pub(crate) fn chain(input: &Input) -> u64 {
    fold(outer(input.values))
}

#[inline(never)]
pub(crate) fn chain_dyn(input: &Input) -> u64 {
    virtually(Box::new(outer(input.values)))
}

#[coro::coroutine]
fn table_of(to: u32) -> impl Iterator<Item = u32> {
    let mut table = [0u64; 256];
    let mut i = 0;
    while i < to {
        let k = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        co_yield!(table[k] as u32);
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(table_of(input.values))
}

#[inline(never)]
pub(crate) fn table_dyn(input: &Input) -> u64 {
    virtually(Box::new(table_of(input.values)))
}
