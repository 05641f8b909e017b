//! As coroutines of diapause: also an enum made by a macro, also safe code; its locals are annotated.

use diapause::Iter;

use crate::work::input::{Input, first_of, fold, virtually};

#[diapause::coroutine(yield = u32)]
fn range_of(from: u32, to: u32) {
    let mut n: u32 = from;
    while n < to {
        yield_!(n);
        n += 1;
    }
}

#[inline(never)]
pub(crate) fn range(input: &Input) -> u64 {
    fold(Iter::new(range_of(0, input.values)))
}

#[inline(never)]
pub(crate) fn range_dyn(input: &Input) -> u64 {
    virtually(Box::new(Iter::new(range_of(0, input.values))))
}

#[diapause::coroutine(yield = u32)]
fn fibonacci_numbers() {
    let mut a: u32 = 0;
    let mut b: u32 = 1;
    loop {
        yield_!(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

#[inline(never)]
pub(crate) fn fibonacci(input: &Input) -> u64 {
    fold(Iter::new(fibonacci_numbers()).take(input.values as usize))
}

#[diapause::coroutine(yield = u32)]
fn grid_of(w: u32, h: u32) {
    for y in 0u32..h {
        for x in 0u32..w {
            yield_!(x ^ y);
        }
    }
}

#[inline(never)]
pub(crate) fn grid(input: &Input) -> u64 {
    fold(Iter::new(grid_of(input.side(), input.side())))
}

#[inline(never)]
pub(crate) fn grid_dyn(input: &Input) -> u64 {
    virtually(Box::new(Iter::new(grid_of(input.side(), input.side()))))
}

#[diapause::coroutine(yield = u32)]
fn triples_to(to: u32) {
    for c in 1u32..=to {
        for b in 1u32..c {
            for a in 1u32..b {
                if a * a + b * b == c * c {
                    yield_!(a ^ b ^ c);
                }
            }
        }
    }
}

#[inline(never)]
pub(crate) fn triples(input: &Input) -> u64 {
    fold(Iter::new(triples_to(input.hypotenuse())))
}

#[diapause::coroutine(yield = u32)]
fn couple(n: u32) {
    yield_!(n ^ 1);
    yield_!(n);
}

#[inline(never)]
pub(crate) fn created(input: &Input) -> u64 {
    (0..input.values).fold(0, |sum, n| first_of(sum, Iter::new(couple(n))))
}
