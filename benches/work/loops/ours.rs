//! As coroutines.

use super::engine as coro;
use coro::prelude::*;

use crate::work::input::{Input, drain, first_of, fold, mix, virtually};

#[coro::coroutine]
pub(crate) fn range(from: u32, to: u32) -> impl Iterator<Item = u32> {
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
pub(crate) fn fibonacci_numbers() -> impl Iterator<Item = u32> {
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
pub(crate) fn grid_of(w: u32, h: u32) -> impl Iterator<Item = u32> {
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
pub(crate) fn triples_to(to: u32) -> impl Iterator<Item = u32> {
    for c in 1..=to {
        for b in 1..c {
            for a in 1..b {
                if a * a + b * b == c * c {
                    co_yield!(a ^ b ^ c);
                }
            }
        }
    }
}

#[inline(never)]
pub(crate) fn triples(input: &Input) -> u64 {
    fold(triples_to(input.hypotenuse()))
}

#[coro::coroutine]
pub(crate) fn couple(n: u32) -> impl Iterator<Item = u32> {
    co_yield!(n ^ 1);
    co_yield!(n);
}

#[inline(never)]
pub(crate) fn created(input: &Input) -> u64 {
    (0..input.values).fold(0, |sum, n| first_of(sum, couple(n)))
}
