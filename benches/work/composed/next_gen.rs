//! As generators of next-gen, each owned by the next: in boxes. Delegation is a loop.

use next_gen::prelude::*;

use crate::work::input::{Branch, Input, fold};

#[generator(yield(u32))]
fn source(to: u32) {
    for x in 0..to {
        yield_!(x);
    }
}

#[generator(yield(u32))]
fn scaled<I: Iterator<Item = u32>>(from: I) {
    for x in from {
        yield_!(x.wrapping_mul(3));
    }
}

#[generator(yield(u32))]
fn kept<I: Iterator<Item = u32>>(from: I) {
    for x in from {
        if !x.is_multiple_of(4) {
            yield_!(x);
        }
    }
}

#[generator(yield(u32))]
fn steps<I: Iterator<Item = u32>>(from: I) {
    let mut last = 0;
    for x in from {
        yield_!(x.wrapping_sub(last));
        last = x;
    }
}

#[generator(yield(u32))]
fn pairs<I: Iterator<Item = u32>>(mut from: I) {
    while let Some(first) = from.next()
        && let Some(second) = from.next()
    {
        yield_!(first ^ second.rotate_left(7));
    }
}

#[generator(yield(u32))]
fn counted(to: u32) {
    let mut n = 0;
    while n < to {
        yield_!(n);
        n += 1;
    }
}

#[generator(yield(u32))]
fn through<I: Iterator<Item = u32>>(from: I) {
    for x in from {
        yield_!(x);
    }
}

/// A generator in a box, as an iterator.
macro_rules! boxed {
    ($body:ident($of:expr)) => {{
        mk_gen!(let values = box $body($of));
        values
    }};
}

#[inline(never)]
pub(crate) fn pulled(input: &Input) -> u64 {
    let source = boxed!(source(input.values));
    let kept = boxed!(kept(boxed!(scaled(source))));
    fold(boxed!(pairs(boxed!(steps(kept)))))
}

fn through_4(from: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    let two = boxed!(through(boxed!(through(from))));
    boxed!(through(boxed!(through(two))))
}

#[inline(never)]
pub(crate) fn deep_1(input: &Input) -> u64 {
    fold(boxed!(through(boxed!(counted(input.values)))))
}

#[inline(never)]
pub(crate) fn deep_4(input: &Input) -> u64 {
    fold(through_4(boxed!(counted(input.values))))
}

#[inline(never)]
pub(crate) fn deep_16(input: &Input) -> u64 {
    let eight = through_4(through_4(boxed!(counted(input.values))));
    fold(through_4(through_4(eight)))
}

#[generator(yield(u32))]
fn inorder(node: &Branch) {
    if let Some(left) = &node.left {
        for x in boxed!(inorder(left)) {
            yield_!(x);
        }
    }
    yield_!(node.value);
    if let Some(right) = &node.right {
        for x in boxed!(inorder(right)) {
            yield_!(x);
        }
    }
}

#[inline(never)]
pub(crate) fn recursive(input: &Input) -> u64 {
    fold(boxed!(inorder(&input.binary)))
}
