//! As one would write it without a macro: a struct and its `Iterator`.

use std::hint::black_box;

use crate::work::game::{AROUND, Event, SIDE, World, logic};
use crate::work::input::{Input, Total, mix, samples, sum_up};

#[derive(Default)]
pub(crate) struct Mean {
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

/// A stage that is pushed through.
pub(crate) trait Push {
    fn push(&mut self, value: u32);
}

struct Scaled<P>(P);

impl<P: Push> Push for Scaled<P> {
    #[inline]
    fn push(&mut self, value: u32) {
        self.0.push(value.wrapping_mul(3));
    }
}

struct Kept<P>(P);

impl<P: Push> Push for Kept<P> {
    #[inline]
    fn push(&mut self, value: u32) {
        if !value.is_multiple_of(4) {
            self.0.push(value);
        }
    }
}

struct Steps<P> {
    last: u32,
    to: P,
}

impl<P: Push> Push for Steps<P> {
    #[inline]
    fn push(&mut self, value: u32) {
        self.to.push(value.wrapping_sub(self.last));
        self.last = value;
    }
}

struct Pairs<P> {
    first: Option<u32>,
    to: P,
}

impl<P: Push> Push for Pairs<P> {
    #[inline]
    fn push(&mut self, value: u32) {
        match self.first.take() {
            None => self.first = Some(value),
            Some(first) => self.to.push(first ^ value.rotate_left(7)),
        }
    }
}

struct Collected<'a>(&'a Total);

impl Push for Collected<'_> {
    #[inline]
    fn push(&mut self, value: u32) {
        self.0.set(mix(self.0.get(), u64::from(value)));
    }
}

pub(crate) const fn pushed_through(total: &Total) -> impl Push {
    let to = Collected(total);
    let to = Pairs { first: None, to };
    Scaled(Kept(Steps { last: 0, to }))
}

#[inline(never)]
pub(crate) fn pushed(input: &Input) -> u64 {
    let total = Total::default();
    let mut first = pushed_through(&total);
    (0..input.values).for_each(|x| first.push(x));
    total.get()
}

#[derive(Default)]
struct Account(u64);

impl Account {
    #[inline]
    const fn send(&mut self, value: u32) -> u64 {
        self.0 = mix(self.0, value as u64);
        self.0
    }

    #[inline]
    const fn throw(&mut self, error: u32) -> u64 {
        self.0 = self.0.wrapping_sub(error as u64);
        self.0
    }
}

#[inline(never)]
pub(crate) fn thrown(input: &Input) -> u64 {
    let mut account = Account::default();
    (0..input.values).fold(0, |sum, x| {
        sum ^ if x.is_multiple_of(2) {
            account.throw(x)
        } else {
            account.send(x)
        }
    })
}

/// Where the rules stand: at a cell, having asked for so many of its neighbours.
#[derive(Default)]
pub(crate) struct Rules {
    y: i32,
    x: i32,
    asked: usize,
    alive: bool,
    neighbors: u32,
}

impl Rules {
    const fn start(&self) -> Event {
        Event::Query {
            y: self.y,
            x: self.x,
        }
    }

    #[inline]
    fn send(&mut self, answer: bool) -> Event {
        let (y, x) = (self.y, self.x);
        match self.asked {
            0 => self.alive = answer,
            1..=8 => self.neighbors += u32::from(answer),
            9 => {
                self.asked = 0;
                self.neighbors = 0;
                self.x += 1;
                if self.x == SIDE {
                    self.x = 0;
                    self.y += 1;
                }
                if self.y < SIDE {
                    return self.start();
                }
                self.asked = 10;
                return Event::Tick;
            }
            _ => {
                *self = Self::default();
                return self.start();
            }
        }
        self.asked += 1;
        match AROUND.get(self.asked - 1) {
            Some((dy, dx)) => Event::Query {
                y: y + dy,
                x: x + dx,
            },
            None => Event::Transition {
                y,
                x,
                alive: logic(self.alive, self.neighbors),
            },
        }
    }
}

#[inline(never)]
pub(crate) fn life(input: &Input) -> u64 {
    let mut rules = Rules::default();
    World::new().play(input.values, Some(rules.start()), |x| Some(rules.send(x)))
}
