//! As `gen` blocks, which are iterators: nothing is sent to them.

use crate::work::input::{Branch, Input, Node, Token, first_of, fold, mix, run_of, virtually};

pub(crate) fn range_of(from: u32, to: u32) -> impl Iterator<Item = u32> {
    gen move {
        let mut n = from;
        while n < to {
            yield n;
            n += 1;
        }
    }
}

#[inline(never)]
pub(crate) fn range(input: &Input) -> u64 {
    fold(range_of(0, input.values))
}

#[inline(never)]
pub(crate) fn range_dyn(input: &Input) -> u64 {
    virtually(Box::new(range_of(0, input.values)))
}

pub(crate) fn fibonacci_numbers() -> impl Iterator<Item = u32> {
    gen {
        let (mut a, mut b) = (0u32, 1u32);
        loop {
            yield a;
            (a, b) = (b, a.wrapping_add(b));
        }
    }
}

#[inline(never)]
pub(crate) fn fibonacci(input: &Input) -> u64 {
    fold(fibonacci_numbers().take(input.values as usize))
}

pub(crate) fn grid_of(w: u32, h: u32) -> impl Iterator<Item = u32> {
    gen move {
        for y in 0..h {
            for x in 0..w {
                yield x ^ y;
            }
        }
    }
}

#[inline(never)]
pub(crate) fn grid(input: &Input) -> u64 {
    fold(grid_of(input.side(), input.side()))
}

pub(crate) fn couple(n: u32) -> impl Iterator<Item = u32> {
    gen move {
        yield n ^ 1;
        yield n;
    }
}

#[inline(never)]
pub(crate) fn created(input: &Input) -> u64 {
    (0..input.values).fold(0, |sum, n| first_of(sum, couple(n)))
}

pub(crate) fn triples_to(to: u32) -> impl Iterator<Item = u32> {
    gen move {
        for c in 1..=to {
            for b in 1..c {
                for a in 1..b {
                    if a * a + b * b == c * c {
                        yield a ^ b ^ c;
                    }
                }
            }
        }
    }
}

#[inline(never)]
pub(crate) fn triples(input: &Input) -> u64 {
    fold(triples_to(input.hypotenuse()))
}

pub(crate) fn walk(root: &Node) -> impl Iterator<Item = u32> {
    gen move {
        let mut stack = vec![root];
        while let Some(node) = stack.pop() {
            stack.extend(node.children.iter().rev());
            yield node.value;
        }
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    fold(walk(&input.tree))
}

pub(crate) fn table_to(to: u32) -> impl Iterator<Item = u32> {
    gen move {
        let mut table = [0u64; 256];
        let mut i = 0;
        while i < to {
            let k = (i % 256) as usize;
            table[k] = mix(table[k], u64::from(i));
            yield table[k] as u32;
            i += 1;
        }
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(table_to(input.values))
}

pub(crate) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    gen move {
        let mut rest = text;
        loop {
            rest = rest.trim_ascii_start();
            let Some(first) = rest.bytes().next() else {
                return;
            };
            if first.is_ascii_alphabetic() {
                let (name, after) = rest.split_at(run_of(rest, u8::is_ascii_alphanumeric));
                rest = after;
                yield Token::Name(name);
            } else if first.is_ascii_digit() {
                let (digits, after) = rest.split_at(run_of(rest, u8::is_ascii_digit));
                rest = after;
                yield Token::Number(digits.parse().unwrap_or(u32::MAX));
            } else {
                rest = &rest[1..];
                yield Token::Symbol(first);
            }
        }
    }
}

#[inline(never)]
pub(crate) fn tokenizer(input: &Input) -> u64 {
    fold(tokens(&input.text).map(Token::key))
}

/// Not a `for`, which moves the argument and keeps room for it twice.
pub(crate) fn through(mut to: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    gen move {
        while let Some(x) = to.next() {
            yield x;
        }
    }
}

fn source(to: u32) -> impl Iterator<Item = u32> {
    gen move {
        for x in 0..to {
            yield x;
        }
    }
}

fn scaled(mut from: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    gen move {
        while let Some(x) = from.next() {
            yield x.wrapping_mul(3);
        }
    }
}

fn kept(mut from: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    gen move {
        while let Some(x) = from.next() {
            if !x.is_multiple_of(4) {
                yield x;
            }
        }
    }
}

fn steps(mut from: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    gen move {
        let mut last = 0;
        while let Some(x) = from.next() {
            yield x.wrapping_sub(last);
            last = x;
        }
    }
}

fn pairs(mut from: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    gen move {
        while let Some(first) = from.next()
            && let Some(second) = from.next()
        {
            yield first ^ second.rotate_left(7);
        }
    }
}

pub(crate) fn pulled_through(to: u32) -> impl Iterator<Item = u32> {
    pairs(steps(kept(scaled(source(to)))))
}

#[inline(never)]
pub(crate) fn pulled(input: &Input) -> u64 {
    fold(pulled_through(input.values))
}

pub(crate) fn through_4(to: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    through(through(through(through(to))))
}

#[inline(never)]
pub(crate) fn deep_1(input: &Input) -> u64 {
    fold(through(range_of(0, input.values)))
}

#[inline(never)]
pub(crate) fn deep_4(input: &Input) -> u64 {
    fold(through_4(range_of(0, input.values)))
}

#[inline(never)]
pub(crate) fn deep_16(input: &Input) -> u64 {
    let eight = through_4(through_4(range_of(0, input.values)));
    fold(through_4(through_4(eight)))
}

/// Delegates to itself, so it is in a box.
pub(crate) fn inorder(node: &Branch) -> Box<dyn Iterator<Item = u32> + '_> {
    Box::new(gen move {
        if let Some(left) = &node.left {
            for x in inorder(left) {
                yield x;
            }
        }
        yield node.value;
        if let Some(right) = &node.right {
            for x in inorder(right) {
                yield x;
            }
        }
    })
}

#[inline(never)]
pub(crate) fn recursive(input: &Input) -> u64 {
    fold(inorder(&input.binary))
}
