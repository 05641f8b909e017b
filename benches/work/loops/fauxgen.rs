//! As generators of fauxgen: an async block, polled, the values passed through the waker.

use std::pin::pin;

use crate::work::input::{Input, first_of, fold};

#[fauxgen::generator(yield = u32)]
fn range_of(from: u32, to: u32) {
    let mut n = from;
    while n < to {
        r#yield!(n);
        n += 1;
    }
}

#[inline(never)]
pub(crate) fn range(input: &Input) -> u64 {
    fold(pin!(range_of(0, input.values)))
}

#[fauxgen::generator(yield = u32)]
fn fibonacci_numbers() {
    let (mut a, mut b) = (0u32, 1u32);
    loop {
        r#yield!(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

#[inline(never)]
pub(crate) fn fibonacci(input: &Input) -> u64 {
    fold(pin!(fibonacci_numbers()).take(input.values as usize))
}

#[fauxgen::generator(yield = u32)]
fn grid_of(w: u32, h: u32) {
    for y in 0..h {
        for x in 0..w {
            r#yield!(x ^ y);
        }
    }
}

#[inline(never)]
pub(crate) fn grid(input: &Input) -> u64 {
    fold(pin!(grid_of(input.side(), input.side())))
}

#[fauxgen::generator(yield = u32)]
fn triples_to(to: u32) {
    for c in 1..=to {
        for b in 1..c {
            for a in 1..b {
                if a * a + b * b == c * c {
                    r#yield!(a ^ b ^ c);
                }
            }
        }
    }
}

#[inline(never)]
pub(crate) fn triples(input: &Input) -> u64 {
    fold(pin!(triples_to(input.hypotenuse())))
}

#[fauxgen::generator(yield = u32)]
fn couple(n: u32) {
    r#yield!(n ^ 1);
    r#yield!(n);
}

#[inline(never)]
pub(crate) fn created(input: &Input) -> u64 {
    (0..input.values).fold(0, |sum, n| first_of(sum, pin!(couple(n))))
}
