//! As generators of fauxgen, each owned by the next: in boxes. Delegation is a loop.

use std::pin::pin;

use fauxgen::GeneratorToken;

use crate::work::input::{Branch, Input, fold};

#[fauxgen::generator(yield = u32)]
fn source(to: u32) {
    for x in 0..to {
        r#yield!(x);
    }
}

#[fauxgen::generator(yield = u32)]
fn scaled<I: Iterator<Item = u32> + 'static>(from: I) {
    for x in from {
        r#yield!(x.wrapping_mul(3));
    }
}

#[fauxgen::generator(yield = u32)]
fn kept<I: Iterator<Item = u32> + 'static>(from: I) {
    for x in from {
        if !x.is_multiple_of(4) {
            r#yield!(x);
        }
    }
}

#[fauxgen::generator(yield = u32)]
fn steps<I: Iterator<Item = u32> + 'static>(from: I) {
    let mut last = 0;
    for x in from {
        r#yield!(x.wrapping_sub(last));
        last = x;
    }
}

#[fauxgen::generator(yield = u32)]
fn pairs<I: Iterator<Item = u32> + 'static>(mut from: I) {
    while let Some(first) = from.next()
        && let Some(second) = from.next()
    {
        r#yield!(first ^ second.rotate_left(7));
    }
}

#[fauxgen::generator(yield = u32)]
fn counted(to: u32) {
    let mut n = 0;
    while n < to {
        r#yield!(n);
        n += 1;
    }
}

#[fauxgen::generator(yield = u32)]
fn through<I: Iterator<Item = u32> + 'static>(from: I) {
    for x in from {
        r#yield!(x);
    }
}

#[inline(never)]
pub(crate) fn pulled(input: &Input) -> u64 {
    let source = Box::pin(source(input.values));
    let kept = Box::pin(kept(Box::pin(scaled(source))));
    fold(Box::pin(pairs(Box::pin(steps(kept)))))
}

fn through_4(from: impl Iterator<Item = u32> + 'static) -> impl Iterator<Item = u32> + 'static {
    let two = Box::pin(through(Box::pin(through(from))));
    Box::pin(through(Box::pin(through(two))))
}

#[inline(never)]
pub(crate) fn deep_1(input: &Input) -> u64 {
    fold(Box::pin(through(Box::pin(counted(input.values)))))
}

#[inline(never)]
pub(crate) fn deep_4(input: &Input) -> u64 {
    fold(through_4(Box::pin(counted(input.values))))
}

#[inline(never)]
pub(crate) fn deep_16(input: &Input) -> u64 {
    let eight = through_4(through_4(Box::pin(counted(input.values))));
    fold(through_4(through_4(eight)))
}

/// Not a generator in a generator: an async function that calls itself, with the means to yield lent to it.
async fn inorder(node: &Branch, co: &GeneratorToken<u32>) {
    if let Some(left) = &node.left {
        Box::pin(inorder(left, co)).await;
    }
    co.yield_(node.value).await;
    if let Some(right) = &node.right {
        Box::pin(inorder(right, co)).await;
    }
}

#[inline(never)]
pub(crate) fn recursive(input: &Input) -> u64 {
    let root = &input.binary;
    fold(pin!(fauxgen::r#gen!(|co: GeneratorToken<u32>| inorder(
        root, &co
    )
    .await)))
}
