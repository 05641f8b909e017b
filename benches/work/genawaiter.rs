//! As generators of genawaiter: an async block, polled; here its fastest form, on the stack.

use genawaiter::GeneratorState;
use genawaiter::stack::{Co, let_gen_using};

use super::{Input, Node, fold, mix, samples, sum_up};

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

async fn walk(root: &Node, co: Co<'_, u32>) {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.iter().rev());
        co.yield_(node.value).await;
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    let_gen_using!(values, |co| walk(&input.tree, co));
    fold(values.into_iter())
}

async fn running_mean(co: Co<'_, f64, f64>) {
    let (mut mean, mut sum) = (0.0, 0.0);
    for n in 1u32.. {
        sum += co.yield_(mean).await;
        mean = sum / f64::from(n);
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let_gen_using!(mean, running_mean);
    mean.resume_with(0.0); // dropped: it starts the body
    sum_up(samples(input).map_while(|x| match mean.resume_with(x) {
        GeneratorState::Yielded(y) => Some(y),
        GeneratorState::Complete(()) => None,
    }))
}

async fn table_of(to: u32, co: Co<'_, u32>) {
    let mut table = [0u64; 256];
    let mut i = 0;
    while i < to {
        let k = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        co.yield_(table[k] as u32).await;
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    let_gen_using!(values, |co| table_of(input.values, co));
    fold(values.into_iter())
}
