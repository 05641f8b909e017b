//! As generators of fauxgen: an async block, polled, the values passed through the waker. There is no tree
//! walk: in edition 2024 a generator with a borrowed argument does not compile.

use std::pin::pin;

use fauxgen::{Generator, GeneratorState};

use super::{Input, fold, mix, samples, sum_up};

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

#[fauxgen::generator(yield = f64, arg = f64)]
fn running_mean() {
    let mut sum = argument!();
    for n in 1u32.. {
        sum += r#yield!(sum / f64::from(n));
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let mut mean = pin!(running_mean());
    sum_up(samples(input).map_while(|x| match mean.as_mut().resume(x) {
        GeneratorState::Yielded(y) => Some(y),
        GeneratorState::Complete(()) => None,
    }))
}

#[fauxgen::generator(yield = u32)]
fn table_of(to: u32) {
    let mut table = [0u64; 256];
    let mut i = 0;
    while i < to {
        let k = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        r#yield!(table[k] as u32);
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(pin!(table_of(input.values)))
}
