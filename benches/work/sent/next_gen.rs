//! As generators of next-gen: an async block, polled, pinned to the stack.

use std::pin::Pin;

use next_gen::generator::{Generator, GeneratorState};
use next_gen::prelude::*;

use crate::work::game::{AROUND, Event, SIDE, World, logic};
use crate::work::input::{Input, Total, mix, samples, sum_up};

#[generator(yield(f64), resume(f64))]
fn running_mean() {
    let (mut mean, mut sum) = (0.0, 0.0);
    for n in 1u32.. {
        sum += yield_!(mean);
        mean = sum / f64::from(n);
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    mk_gen!(let mut mean = running_mean());
    mean.as_mut().resume(0.0); // dropped: it starts the body
    sum_up(samples(input).map_while(|x| match mean.as_mut().resume(x) {
        GeneratorState::Yielded(y) => Some(y),
        GeneratorState::Returned(()) => None,
    }))
}

/// The next stage of the pipeline, owned, so in a box.
type Next<G> = Pin<Box<G>>;

#[generator(yield(()), resume(u32))]
fn scaled<G: Generator<u32, Yield = ()>>(mut to: Next<G>) {
    to.as_mut().resume(0); // dropped: it starts the body
    loop {
        let value = yield_!(());
        to.as_mut().resume(value.wrapping_mul(3));
    }
}

#[generator(yield(()), resume(u32))]
fn kept<G: Generator<u32, Yield = ()>>(mut to: Next<G>) {
    to.as_mut().resume(0);
    loop {
        let value = yield_!(());
        if !value.is_multiple_of(4) {
            to.as_mut().resume(value);
        }
    }
}

#[generator(yield(()), resume(u32))]
fn steps<G: Generator<u32, Yield = ()>>(mut to: Next<G>) {
    to.as_mut().resume(0);
    let mut last = 0;
    loop {
        let value = yield_!(());
        to.as_mut().resume(value.wrapping_sub(last));
        last = value;
    }
}

#[generator(yield(()), resume(u32))]
fn pairs<G: Generator<u32, Yield = ()>>(mut to: Next<G>) {
    to.as_mut().resume(0);
    loop {
        let first = yield_!(());
        let second = yield_!(());
        to.as_mut().resume(first ^ second.rotate_left(7));
    }
}

#[generator(yield(()), resume(u32))]
fn collected(total: &Total) {
    loop {
        let value = yield_!(());
        total.set(mix(total.get(), u64::from(value)));
    }
}

#[inline(never)]
pub(crate) fn pushed(input: &Input) -> u64 {
    let total = Total::default();
    mk_gen!(let last = box collected(&total));
    mk_gen!(let pairs = box pairs(last));
    mk_gen!(let steps = box steps(pairs));
    mk_gen!(let kept = box kept(steps));
    mk_gen!(let mut first = box scaled(kept));
    first.as_mut().resume(0);
    for x in 0..input.values {
        first.as_mut().resume(x);
    }
    total.get()
}

/// Delegation is a loop, for the means to yield are hidden in each generator; an expression of the value that was
/// returned.
macro_rules! all_of {
    ($body:ident($($of:expr),*)) => {{
        mk_gen!(let mut inner = $body($($of),*));
        let mut answer = false; // dropped: it starts the body
        loop {
            match inner.as_mut().resume(answer) {
                GeneratorState::Yielded(event) => answer = yield_!(event),
                GeneratorState::Returned(value) => break value,
            }
        }
    }};
}

#[generator(yield(Event), resume(bool))]
fn count_neighbors(y: i32, x: i32) -> u32 {
    let mut count = 0;
    for (dy, dx) in AROUND {
        let (y, x) = (y + dy, x + dx);
        count += u32::from(yield_!(Event::Query { y, x }));
    }
    count
}

#[generator(yield(Event), resume(bool))]
fn step_cell(y: i32, x: i32) {
    let alive = yield_!(Event::Query { y, x });
    let neighbors = all_of!(count_neighbors(y, x));
    let alive = logic(alive, neighbors);
    yield_!(Event::Transition { y, x, alive });
}

#[generator(yield(Event), resume(bool))]
fn simulate() {
    loop {
        for y in 0..SIDE {
            for x in 0..SIDE {
                all_of!(step_cell(y, x));
            }
        }
        yield_!(Event::Tick);
    }
}

fn yielded<Y>(state: GeneratorState<Y, ()>) -> Option<Y> {
    match state {
        GeneratorState::Yielded(y) => Some(y),
        GeneratorState::Returned(()) => None,
    }
}

#[inline(never)]
pub(crate) fn life(input: &Input) -> u64 {
    mk_gen!(let mut rules = simulate());
    let first = yielded(rules.as_mut().resume(false));
    World::new().play(input.values, first, |answer| {
        yielded(rules.as_mut().resume(answer))
    })
}
