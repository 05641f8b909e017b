//! As one would write it without a macro: a struct and its `Iterator`.

use std::hint::black_box;

use super::{Input, Node, drain, fold, mix, samples, sum_up, virtually};

struct Range {
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

struct Fibonacci {
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

struct Grid {
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

struct Walk<'a> {
    stack: Vec<&'a Node>,
}

impl Iterator for Walk<'_> {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        let node = self.stack.pop()?;
        self.stack.extend(node.children.iter().rev());
        Some(node.value)
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    fold(Walk {
        stack: vec![&input.tree],
    })
}

#[derive(Default)]
struct Mean {
    sum: f64,
    count: u32,
}

trait Sink {
    fn send(&mut self, value: f64) -> f64;
}

impl Sink for Mean {
    #[inline]
    fn send(&mut self, value: f64) -> f64 {
        self.sum += value;
        self.count += 1;
        self.sum / f64::from(self.count)
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let mut mean = Mean::default();
    sum_up(samples(input).map(|x| mean.send(x)))
}

#[inline(never)]
pub(crate) fn mean_dyn(input: &Input) -> u64 {
    let mut mean: Box<dyn Sink> = black_box(Box::new(Mean::default()));
    sum_up(samples(input).map(|x| mean.send(x)))
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

fn through(input: &Input) -> impl Iterator<Item = u32> {
    Through(Through(Through(range(input))))
}

#[inline(never)]
pub(crate) fn chain(input: &Input) -> u64 {
    fold(through(input))
}

#[inline(never)]
pub(crate) fn chain_dyn(input: &Input) -> u64 {
    virtually(Box::new(through(input)))
}

struct Table {
    table: [u64; 256],
    i: u32,
    to: u32,
}

impl Iterator for Table {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        if self.i < self.to {
            let k = (self.i % 256) as usize;
            self.table[k] = mix(self.table[k], u64::from(self.i));
            self.i += 1;
            Some(self.table[k] as u32)
        } else {
            None
        }
    }
}

fn table_of(input: &Input) -> Table {
    Table {
        table: [0; 256],
        i: 0,
        to: input.values,
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(table_of(input))
}

#[inline(never)]
pub(crate) fn table_dyn(input: &Input) -> u64 {
    virtually(Box::new(table_of(input)))
}
