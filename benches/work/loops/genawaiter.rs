//! As generators of genawaiter: an async block, polled.

use super::flavour::{Co, let_gen_using};

use crate::work::input::{Input, first_of, fold};

async fn range_of(from: u32, to: u32, co: Co<'_, u32>) {
    let mut n = from;
    while n < to {
        co.yield_(n).await;
        n += 1;
    }
}

#[inline(never)]
pub(crate) fn range(input: &Input) -> u64 {
    let_gen_using!(values, |co| range_of(0, input.values, co));
    fold(values.into_iter())
}

async fn fibonacci_numbers(co: Co<'_, u32>) {
    let (mut a, mut b) = (0u32, 1u32);
    loop {
        co.yield_(a).await;
        (a, b) = (b, a.wrapping_add(b));
    }
}

#[inline(never)]
pub(crate) fn fibonacci(input: &Input) -> u64 {
    let_gen_using!(values, fibonacci_numbers);
    fold(values.into_iter().take(input.values as usize))
}

async fn grid_of(w: u32, h: u32, co: Co<'_, u32>) {
    for y in 0..h {
        for x in 0..w {
            co.yield_(x ^ y).await;
        }
    }
}

#[inline(never)]
pub(crate) fn grid(input: &Input) -> u64 {
    let_gen_using!(values, |co| grid_of(input.side(), input.side(), co));
    fold(values.into_iter())
}

async fn triples_to(to: u32, co: Co<'_, u32>) {
    for c in 1..=to {
        for b in 1..c {
            for a in 1..b {
                if a * a + b * b == c * c {
                    co.yield_(a ^ b ^ c).await;
                }
            }
        }
    }
}

#[inline(never)]
pub(crate) fn triples(input: &Input) -> u64 {
    let_gen_using!(values, |co| triples_to(input.hypotenuse(), co));
    fold(values.into_iter())
}

async fn couple(n: u32, co: Co<'_, u32>) {
    co.yield_(n ^ 1).await;
    co.yield_(n).await;
}

#[inline(never)]
pub(crate) fn created(input: &Input) -> u64 {
    (0..input.values).fold(0, |sum, n| {
        let_gen_using!(values, |co| couple(n, co));
        first_of(sum, values.into_iter())
    })
}
