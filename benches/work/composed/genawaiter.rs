//! As generators of genawaiter, each owned by the next: those with a box. Delegation to a generator is a loop.

use genawaiter::rc::{Co, Gen};

use crate::work::input::{Input, fold};

async fn source(to: u32, co: Co<u32>) {
    for x in 0..to {
        co.yield_(x).await;
    }
}

async fn scaled(from: impl Iterator<Item = u32>, co: Co<u32>) {
    for x in from {
        co.yield_(x.wrapping_mul(3)).await;
    }
}

async fn kept(from: impl Iterator<Item = u32>, co: Co<u32>) {
    for x in from {
        if !x.is_multiple_of(4) {
            co.yield_(x).await;
        }
    }
}

async fn steps(from: impl Iterator<Item = u32>, co: Co<u32>) {
    let mut last = 0;
    for x in from {
        co.yield_(x.wrapping_sub(last)).await;
        last = x;
    }
}

async fn pairs(mut from: impl Iterator<Item = u32>, co: Co<u32>) {
    while let Some(first) = from.next()
        && let Some(second) = from.next()
    {
        co.yield_(first ^ second.rotate_left(7)).await;
    }
}

async fn counted(to: u32, co: Co<u32>) {
    let mut n = 0;
    while n < to {
        co.yield_(n).await;
        n += 1;
    }
}

async fn through(from: impl Iterator<Item = u32>, co: Co<u32>) {
    for x in from {
        co.yield_(x).await;
    }
}

/// A generator as an iterator.
macro_rules! values {
    ($body:ident($of:expr)) => {
        Gen::new(|co| $body($of, co)).into_iter()
    };
}

#[inline(never)]
pub(crate) fn pulled(input: &Input) -> u64 {
    let source = values!(source(input.values));
    let kept = values!(kept(values!(scaled(source))));
    fold(values!(pairs(values!(steps(kept)))))
}

fn through_4(from: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    let two = values!(through(values!(through(from))));
    values!(through(values!(through(two))))
}

#[inline(never)]
pub(crate) fn deep_1(input: &Input) -> u64 {
    fold(values!(through(values!(counted(input.values)))))
}

#[inline(never)]
pub(crate) fn deep_4(input: &Input) -> u64 {
    fold(through_4(values!(counted(input.values))))
}

#[inline(never)]
pub(crate) fn deep_16(input: &Input) -> u64 {
    let eight = through_4(through_4(values!(counted(input.values))));
    fold(through_4(through_4(eight)))
}
