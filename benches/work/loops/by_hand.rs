//! As one would write it without a macro: a struct and its `Iterator`.

use crate::work::input::{Input, drain, first_of, fold, virtually};

pub(crate) struct Range {
    n: u32,
    to: u32,
}

impl Iterator for Range {
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

fn range(input: &Input) -> Range {
    Range {
        n: 0,
        to: input.values,
    }
}

#[inline(never)]
pub(crate) fn range_sum(input: &Input) -> u64 {
    range(input).map(u64::from).sum()
}

#[inline(never)]
pub(crate) fn range_fold(input: &Input) -> u64 {
    fold(range(input))
}

#[inline(never)]
pub(crate) fn range_for(input: &Input) -> u64 {
    drain(range(input))
}

#[inline(never)]
pub(crate) fn range_dyn(input: &Input) -> u64 {
    virtually(Box::new(range(input)))
}

pub(crate) struct Fibonacci {
    a: u32,
    b: u32,
}

impl Iterator for Fibonacci {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        let a = self.a;
        (self.a, self.b) = (self.b, a.wrapping_add(self.b));
        Some(a)
    }
}

#[inline(never)]
pub(crate) fn fibonacci(input: &Input) -> u64 {
    fold(Fibonacci { a: 0, b: 1 }.take(input.values as usize))
}

pub(crate) struct Grid {
    x: u32,
    y: u32,
    w: u32,
    h: u32,
}

impl Iterator for Grid {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        while self.y < self.h {
            if self.x < self.w {
                let x = self.x;
                self.x += 1;
                return Some(x ^ self.y);
            }
            self.x = 0;
            self.y += 1;
        }
        None
    }
}

const fn grid_of(w: u32, h: u32) -> Grid {
    Grid { x: 0, y: 0, w, h }
}

#[inline(never)]
pub(crate) fn grid(input: &Input) -> u64 {
    fold(grid_of(input.side(), input.side()))
}

#[inline(never)]
pub(crate) fn grid_dyn(input: &Input) -> u64 {
    virtually(Box::new(grid_of(input.side(), input.side())))
}

pub(crate) struct Triples {
    a: u32,
    b: u32,
    c: u32,
    to: u32,
}

impl Iterator for Triples {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        while self.c <= self.to {
            while self.b < self.c {
                while self.a < self.b {
                    let (a, b, c) = (self.a, self.b, self.c);
                    self.a += 1;
                    if a * a + b * b == c * c {
                        return Some(a ^ b ^ c);
                    }
                }
                self.a = 1;
                self.b += 1;
            }
            self.b = 1;
            self.c += 1;
        }
        None
    }
}

#[inline(never)]
pub(crate) fn triples(input: &Input) -> u64 {
    fold(Triples {
        a: 1,
        b: 1,
        c: 1,
        to: input.hypotenuse(),
    })
}

pub(crate) struct Couple {
    n: u32,
    left: u32,
}

impl Iterator for Couple {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        self.left = self.left.checked_sub(1)?;
        Some(self.n ^ self.left)
    }
}

#[inline(never)]
pub(crate) fn created(input: &Input) -> u64 {
    (0..input.values).fold(0, |sum, n| first_of(sum, Couple { n, left: 2 }))
}
