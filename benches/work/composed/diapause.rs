//! As coroutines of diapause; `yield_all!` delegates.

use diapause::Iter;

use crate::work::input::{Branch, Input, fold, virtually};

#[diapause::coroutine(yield = u32)]
fn source(to: u32) {
    for x in 0u32..to {
        yield_!(x);
    }
}

#[diapause::coroutine(yield = u32)]
fn scaled<I: Iterator<Item = u32>>(from: I) {
    for x in from {
        yield_!(x.wrapping_mul(3));
    }
}

#[diapause::coroutine(yield = u32)]
fn kept<I: Iterator<Item = u32>>(from: I) {
    for x in from {
        if !x.is_multiple_of(4) {
            yield_!(x);
        }
    }
}

#[diapause::coroutine(yield = u32)]
fn steps<I: Iterator<Item = u32>>(from: I) {
    let mut last: u32 = 0;
    for x in from {
        yield_!(x.wrapping_sub(last));
        last = x;
    }
}

#[diapause::coroutine(yield = u32)]
fn pairs<I: Iterator<Item = u32>>(from: I) {
    let mut from: I = from;
    loop {
        let Some(first) = from.next() else {
            return;
        };
        let Some(second) = from.next() else {
            return;
        };
        yield_!(first ^ second.rotate_left(7));
    }
}

#[inline(never)]
pub(crate) fn pulled(input: &Input) -> u64 {
    let scaled = Iter::new(scaled(Iter::new(source(input.values))));
    let steps = Iter::new(steps(Iter::new(kept(scaled))));
    fold(Iter::new(pairs(steps)))
}

#[diapause::coroutine(yield = u32)]
fn counted(to: u32) {
    let mut n: u32 = 0;
    while n < to {
        yield_!(n);
        n += 1;
    }
}

/// A coroutine that delegates to another.
macro_rules! level {
    ($name:ident, $inner:ident) => {
        #[diapause::coroutine(yield = u32)]
        fn $name(to: u32) {
            yield_all!($inner(to));
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

#[inline(never)]
pub(crate) fn deep_4_dyn(input: &Input) -> u64 {
    virtually(Box::new(Iter::new(four(input.values))))
}

/// Delegates to itself; whom it delegates to is in a box.
#[diapause::coroutine(yield = u32)]
fn inorder<'a>(node: &'a Branch) {
    if let Some(left) = &node.left {
        let inner: inorder::State<'a> = inorder(left);
        yield_all!(box inner);
    }
    yield_!(node.value);
    if let Some(right) = &node.right {
        let inner: inorder::State<'a> = inorder(right);
        yield_all!(box inner);
    }
}

#[inline(never)]
pub(crate) fn recursive(input: &Input) -> u64 {
    fold(Iter::new(inorder(&input.binary)))
}
