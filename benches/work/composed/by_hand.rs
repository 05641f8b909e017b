//! As one would write it without a macro: the adaptors of the standard library, and a struct that hands on.

use crate::work::input::{Branch, Input, fold, virtually};

pub(crate) fn pulled_through(to: u32) -> impl Iterator<Item = u32> {
    let kept = (0..to)
        .map(|x| x.wrapping_mul(3))
        .filter(|x| !x.is_multiple_of(4));
    let mut steps = kept.scan(0, |last, x| {
        let step = x.wrapping_sub(*last);
        *last = x;
        Some(step)
    });
    std::iter::from_fn(move || {
        let (first, second) = (steps.next()?, steps.next()?);
        Some(first ^ second.rotate_left(7))
    })
}

#[inline(never)]
pub(crate) fn pulled(input: &Input) -> u64 {
    fold(pulled_through(input.values))
}

/// Hands on what is inside, then ends.
struct Through<I>(I);

impl<I: Iterator<Item = u32>> Iterator for Through<I> {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        self.0.next()
    }
}

pub(crate) struct Counted {
    n: u32,
    to: u32,
}

impl Iterator for Counted {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        if self.n < self.to {
            let n = self.n;
            self.n += 1;
            Some(n)
        } else {
            None
        }
    }
}

const fn counted(input: &Input) -> Counted {
    Counted {
        n: 0,
        to: input.values,
    }
}

fn through_4(to: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    Through(Through(Through(Through(to))))
}

#[inline(never)]
pub(crate) fn deep_1(input: &Input) -> u64 {
    fold(Through(counted(input)))
}

#[inline(never)]
pub(crate) fn deep_4(input: &Input) -> u64 {
    fold(through_4(counted(input)))
}

#[inline(never)]
pub(crate) fn deep_16(input: &Input) -> u64 {
    fold(through_4(through_4(through_4(through_4(counted(input))))))
}

#[inline(never)]
pub(crate) fn deep_4_dyn(input: &Input) -> u64 {
    virtually(Box::new(through_4(counted(input))))
}

/// Where a walk in order stands: in the left, or behind the node, in the right.
enum Side {
    New,
    Left,
    Right,
}

/// A walk that has another of its own kind in a box: of the side it is in.
pub(crate) struct Inorder<'a> {
    node: &'a Branch,
    at: Side,
    inner: Option<Box<Inorder<'a>>>,
}

impl<'a> Inorder<'a> {
    const fn new(node: &'a Branch) -> Self {
        Self {
            node,
            at: Side::New,
            inner: None,
        }
    }

    fn enter(&mut self, at: Side, side: Option<&'a Branch>) {
        self.at = at;
        self.inner = side.map(|side| Box::new(Self::new(side)));
    }
}

impl Iterator for Inorder<'_> {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        loop {
            if let Some(value) = self.inner.as_mut().and_then(Iterator::next) {
                return Some(value);
            }
            match self.at {
                Side::New => self.enter(Side::Left, self.node.left.as_deref()),
                Side::Left => {
                    self.enter(Side::Right, self.node.right.as_deref());
                    return Some(self.node.value);
                }
                Side::Right => return None,
            }
        }
    }
}

#[inline(never)]
pub(crate) fn recursive(input: &Input) -> u64 {
    fold(Inorder::new(&input.binary))
}
