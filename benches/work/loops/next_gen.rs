//! As generators of next-gen: an async block, polled, pinned to the stack.

use next_gen::prelude::*;

use crate::work::input::{Input, first_of, fold};

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
fn triples_to(to: u32) {
    for c in 1..=to {
        for b in 1..c {
            for a in 1..b {
                if a * a + b * b == c * c {
                    yield_!(a ^ b ^ c);
                }
            }
        }
    }
}

#[inline(never)]
pub(crate) fn triples(input: &Input) -> u64 {
    mk_gen!(let values = triples_to(input.hypotenuse()));
    fold(values.into_iter())
}

#[generator(yield(u32))]
fn couple(n: u32) {
    yield_!(n ^ 1);
    yield_!(n);
}

#[inline(never)]
pub(crate) fn created(input: &Input) -> u64 {
    (0..input.values).fold(0, |sum, n| {
        mk_gen!(let values = couple(n));
        first_of(sum, values.into_iter())
    })
}
