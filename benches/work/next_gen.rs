//! As generators of next-gen: an async block, polled, pinned to the stack.

use next_gen::generator::GeneratorState;
use next_gen::prelude::*;

use super::{Input, Node, fold, mix, samples, sum_up};

#[generator(yield(u32))]
fn range_of(from: u32, to: u32) {
    let mut n = from;
    while n < to {
        yield_!(n);
        n += 1;
    }
}

#[inline(never)]
pub(crate) fn range(input: &Input) -> u64 {
    mk_gen!(let values = range_of(0, input.values));
    fold(values.into_iter())
}

#[generator(yield(u32))]
fn fibonacci_numbers() {
    let (mut a, mut b) = (0u32, 1u32);
    loop {
        yield_!(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

#[inline(never)]
pub(crate) fn fibonacci(input: &Input) -> u64 {
    mk_gen!(let values = fibonacci_numbers());
    fold(values.into_iter().take(input.values as usize))
}

#[generator(yield(u32))]
fn grid_of(w: u32, h: u32) {
    for y in 0..h {
        for x in 0..w {
            yield_!(x ^ y);
        }
    }
}

#[inline(never)]
pub(crate) fn grid(input: &Input) -> u64 {
    mk_gen!(let values = grid_of(input.side(), input.side()));
    fold(values.into_iter())
}

#[generator(yield(u32))]
fn walk(root: &Node) {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.iter().rev());
        yield_!(node.value);
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    mk_gen!(let values = walk(&input.tree));
    fold(values.into_iter())
}

#[generator(yield(f64), resume(f64))]
fn running_mean() {
    let (mut mean, mut sum) = (0.0, 0.0);
    for n in 1u32.. {
        sum += yield_!(mean);
        mean = sum / f64::from(n);
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    mk_gen!(let mut mean = running_mean());
    mean.as_mut().resume(0.0); // dropped: it starts the body
    sum_up(samples(input).map_while(|x| match mean.as_mut().resume(x) {
        GeneratorState::Yielded(y) => Some(y),
        GeneratorState::Returned(()) => None,
    }))
}

#[generator(yield(u32))]
fn table_of(to: u32) {
    let mut table = [0u64; 256];
    let mut i = 0;
    while i < to {
        let k = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        yield_!(table[k] as u32);
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    mk_gen!(let values = table_of(input.values));
    fold(values.into_iter())
}
