//! As generators of genawaiter, each owned by the next, or lent to it where it is on the stack. Delegation to a
//! generator is a loop.

use super::flavour::{Co, let_gen_using};

use crate::work::input::{Branch, Input, fold};

async fn source(to: u32, co: Co<'_, u32>) {
    for x in 0..to {
        co.yield_(x).await;
    }
}

async fn scaled(from: impl Iterator<Item = u32>, co: Co<'_, u32>) {
    for x in from {
        co.yield_(x.wrapping_mul(3)).await;
    }
}

async fn kept(from: impl Iterator<Item = u32>, co: Co<'_, u32>) {
    for x in from {
        if !x.is_multiple_of(4) {
            co.yield_(x).await;
        }
    }
}

async fn steps(from: impl Iterator<Item = u32>, co: Co<'_, u32>) {
    let mut last = 0;
    for x in from {
        co.yield_(x.wrapping_sub(last)).await;
        last = x;
    }
}

async fn pairs(mut from: impl Iterator<Item = u32>, co: Co<'_, u32>) {
    while let Some(first) = from.next()
        && let Some(second) = from.next()
    {
        co.yield_(first ^ second.rotate_left(7)).await;
    }
}

async fn counted(to: u32, co: Co<'_, u32>) {
    let mut n = 0;
    while n < to {
        co.yield_(n).await;
        n += 1;
    }
}

async fn through(from: impl Iterator<Item = u32>, co: Co<'_, u32>) {
    for x in from {
        co.yield_(x).await;
    }
}

/// Puts another generator around one, under the same name.
macro_rules! wrap {
    ($values:ident, $body:ident) => {
        let_gen_using!($values, |co| $body($values.into_iter(), co));
    };
}

macro_rules! through_4 {
    ($values:ident) => {
        wrap!($values, through);
        wrap!($values, through);
        wrap!($values, through);
        wrap!($values, through);
    };
}

#[inline(never)]
pub(crate) fn pulled(input: &Input) -> u64 {
    let_gen_using!(values, |co| source(input.values, co));
    wrap!(values, scaled);
    wrap!(values, kept);
    wrap!(values, steps);
    wrap!(values, pairs);
    fold(values.into_iter())
}

#[inline(never)]
pub(crate) fn deep_1(input: &Input) -> u64 {
    let_gen_using!(values, |co| counted(input.values, co));
    wrap!(values, through);
    fold(values.into_iter())
}

#[inline(never)]
pub(crate) fn deep_4(input: &Input) -> u64 {
    let_gen_using!(values, |co| counted(input.values, co));
    through_4!(values);
    fold(values.into_iter())
}

#[inline(never)]
pub(crate) fn deep_16(input: &Input) -> u64 {
    let_gen_using!(values, |co| counted(input.values, co));
    through_4!(values);
    through_4!(values);
    through_4!(values);
    through_4!(values);
    fold(values.into_iter())
}

/// Not a generator in a generator: an async function that calls itself, with the means to yield lent to it.
async fn inorder(node: &Branch, co: &Co<'_, u32>) {
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
    let_gen_using!(
        values,
        |co| async move { inorder(&input.binary, &co).await }
    );
    fold(values.into_iter())
}
