//! As coroutines of diapause: also an enum made by a macro, also safe code; its locals are annotated.

use std::hint::black_box;

use diapause::{Coroutine, CoroutineState, Iter};

use super::{Input, Node, fold, mix, samples, sum_up, virtually};

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
fn walk<'a>(root: &'a Node) {
    let mut stack: Vec<&'a Node> = vec![root];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.iter().rev());
        yield_!(node.value);
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    fold(Iter::new(walk(&input.tree)))
}

#[diapause::coroutine(yield = f64, resume = f64)]
fn running_mean() {
    let mut mean: f64 = 0.0;
    let mut sum: f64 = 0.0;
    for n in 1u32..u32::MAX {
        sum += yield_!(mean);
        mean = sum / f64::from(n);
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let mut mean = running_mean();
    let _ = mean.start(); // runs to the first yield
    sum_up(samples(input).map_while(|x| match mean.resume(x) {
        CoroutineState::Yielded(y) => Some(y),
        CoroutineState::Complete(()) => None,
    }))
}

#[inline(never)]
pub(crate) fn mean_dyn(input: &Input) -> u64 {
    let mut mean: Box<dyn Coroutine<f64, Yield = f64, Return = ()>> =
        black_box(Box::new(running_mean()));
    let _ = mean.start(); // runs to the first yield
    sum_up(samples(input).map_while(|x| match mean.resume(x) {
        CoroutineState::Yielded(y) => Some(y),
        CoroutineState::Complete(()) => None,
    }))
}

#[diapause::coroutine(yield = u32)]
fn inner(to: u32) {
    yield_all!(range_of(0, to));
}

#[diapause::coroutine(yield = u32)]
fn middle(to: u32) {
    yield_all!(inner(to));
}

#[diapause::coroutine(yield = u32)]
fn outer(to: u32) {
    yield_all!(middle(to));
}

#[inline(never)]
pub(crate) fn chain(input: &Input) -> u64 {
    fold(Iter::new(outer(input.values)))
}

#[inline(never)]
pub(crate) fn chain_dyn(input: &Input) -> u64 {
    virtually(Box::new(Iter::new(outer(input.values))))
}

#[diapause::coroutine(yield = u32)]
fn table_of(to: u32) {
    let mut table: [u64; 256] = [0; 256];
    let mut i: u32 = 0;
    while i < to {
        let k: usize = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        yield_!(table[k] as u32);
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(Iter::new(table_of(input.values)))
}

#[inline(never)]
pub(crate) fn table_dyn(input: &Input) -> u64 {
    virtually(Box::new(Iter::new(table_of(input.values))))
}
