//! As coroutines; `yield_from!` delegates.

use std::convert::Infallible;

use super::engine as coro;
use coro::prelude::*;

use crate::work::input::{Branch, Input, fold, virtually};

#[coro::coroutine]
fn source(to: u32) -> impl Iterator<Item = u32> {
    for x in 0..to {
        co_yield!(x);
    }
}

#[coro::coroutine]
fn scaled(from: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    for x in from {
        co_yield!(x.wrapping_mul(3));
    }
}

#[coro::coroutine]
fn kept(from: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    for x in from {
        if !x.is_multiple_of(4) {
            co_yield!(x);
        }
    }
}

#[coro::coroutine]
fn steps(from: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    let mut last = 0;
    for x in from {
        co_yield!(x.wrapping_sub(last));
        last = x;
    }
}

#[coro::coroutine]
fn pairs(mut from: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    while let Some(first) = from.next()
        && let Some(second) = from.next()
    {
        co_yield!(first ^ second.rotate_left(7));
    }
}

pub(crate) fn pulled_through(to: u32) -> impl Iterator<Item = u32> {
    pairs(steps(kept(scaled(source(to)))))
}

#[inline(never)]
pub(crate) fn pulled(input: &Input) -> u64 {
    fold(pulled_through(input.values))
}

#[coro::coroutine]
fn counted(to: u32) -> impl Coroutine<Yield = u32> {
    let mut n = 0;
    while n < to {
        co_yield!(n);
        n += 1;
    }
}

/// A coroutine that delegates to another. Functions and no generic one: sixteen times in itself, [`through`] has a type
/// whose name, written out for a debugger, fills the memory.
macro_rules! level {
    ($name:ident, $inner:ident) => {
        #[coro::coroutine]
        pub(crate) fn $name(to: u32) -> impl Coroutine<Yield = u32> {
            yield_from!($inner(to));
        }
    };
}

level!(one, counted);
level!(two, one);
level!(three, two);
level!(four, three);
level!(five, four);
level!(six, five);
level!(seven, six);
level!(eight, seven);
level!(nine, eight);
level!(ten, nine);
level!(eleven, ten);
level!(twelve, eleven);
level!(thirteen, twelve);
level!(fourteen, thirteen);
level!(fifteen, fourteen);
level!(sixteen, fifteen);

#[inline(never)]
pub(crate) fn deep_1(input: &Input) -> u64 {
    fold(Iter::new(one(input.values)))
}

#[inline(never)]
pub(crate) fn deep_4(input: &Input) -> u64 {
    fold(Iter::new(four(input.values)))
}

#[inline(never)]
pub(crate) fn deep_16(input: &Input) -> u64 {
    fold(Iter::new(sixteen(input.values)))
}

#[coro::coroutine]
fn through(to: impl Coroutine<Yield = u32, Throw = Infallible>) -> impl Coroutine<Yield = u32> {
    yield_from!(to);
}

#[inline(never)]
pub(crate) fn generic_4(input: &Input) -> u64 {
    let deep = through(through(through(through(counted(input.values)))));
    fold(Iter::new(deep))
}

#[inline(never)]
pub(crate) fn deep_4_dyn(input: &Input) -> u64 {
    virtually(Box::new(Iter::new(four(input.values))))
}

/// Delegates to itself, so it is in a box.
#[coro::coroutine]
pub(crate) fn inorder(node: &Branch) -> Box<dyn Iterator<Item = u32> + '_> {
    if let Some(left) = &node.left {
        yield_from!(inorder(left));
    }
    co_yield!(node.value);
    if let Some(right) = &node.right {
        yield_from!(inorder(right));
    }
}

#[inline(never)]
pub(crate) fn recursive(input: &Input) -> u64 {
    fold(inorder(&input.binary))
}
