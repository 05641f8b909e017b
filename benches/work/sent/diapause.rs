//! As coroutines of diapause: also an enum made by a macro, also safe code; its locals are annotated.

use std::hint::black_box;

use diapause::{Coroutine, CoroutineState};

use crate::work::game::{AROUND, Event, SIDE, World, logic};
use crate::work::input::{Input, Total, mix, samples, sum_up};

#[diapause::coroutine(yield = f64, resume = f64)]
fn running_mean() {
    let mut mean: f64 = 0.0;
    let mut sum: f64 = 0.0;
    for n in 1u32..u32::MAX {
        sum += yield_!(mean);
        mean = sum / f64::from(n);
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let mut mean = running_mean();
    let _ = mean.start(); // runs to the first yield
    sum_up(samples(input).map_while(|x| match mean.resume(x) {
        CoroutineState::Yielded(y) => Some(y),
        CoroutineState::Complete(()) => None,
    }))
}

#[inline(never)]
pub(crate) fn mean_dyn(input: &Input) -> u64 {
    let mut mean: Box<dyn Coroutine<f64, Yield = f64, Return = ()>> =
        black_box(Box::new(running_mean()));
    let _ = mean.start(); // runs to the first yield
    sum_up(samples(input).map_while(|x| match mean.resume(x) {
        CoroutineState::Yielded(y) => Some(y),
        CoroutineState::Complete(()) => None,
    }))
}

#[diapause::coroutine(resume = u32)]
fn scaled<C: Coroutine<u32>>(to: C) {
    let mut to: C = to;
    let _ = to.start();
    loop {
        let value: u32 = yield_!(());
        let _ = to.resume(value.wrapping_mul(3));
    }
}

#[diapause::coroutine(resume = u32)]
fn kept<C: Coroutine<u32>>(to: C) {
    let mut to: C = to;
    let _ = to.start();
    loop {
        let value: u32 = yield_!(());
        if !value.is_multiple_of(4) {
            let _ = to.resume(value);
        }
    }
}

#[diapause::coroutine(resume = u32)]
fn steps<C: Coroutine<u32>>(to: C) {
    let mut to: C = to;
    let _ = to.start();
    let mut last: u32 = 0;
    loop {
        let value: u32 = yield_!(());
        let _ = to.resume(value.wrapping_sub(last));
        last = value;
    }
}

#[diapause::coroutine(resume = u32)]
fn pairs<C: Coroutine<u32>>(to: C) {
    let mut to: C = to;
    let _ = to.start();
    loop {
        let first: u32 = yield_!(());
        let second: u32 = yield_!(());
        let _ = to.resume(first ^ second.rotate_left(7));
    }
}

#[diapause::coroutine(resume = u32)]
fn collected(total: &Total) {
    loop {
        let value: u32 = yield_!(());
        total.set(mix(total.get(), u64::from(value)));
    }
}

#[inline(never)]
pub(crate) fn pushed(input: &Input) -> u64 {
    let total = Total::default();
    let mut first = scaled(kept(steps(pairs(collected(&total)))));
    let _ = first.start();
    for x in 0..input.values {
        let _ = first.resume(x);
    }
    total.get()
}

#[diapause::coroutine(yield = Event, resume = bool)]
fn count_neighbors(y: i32, x: i32) -> u32 {
    let mut count: u32 = 0;
    for i in 0usize..8usize {
        let (dy, dx) = AROUND[i];
        let alive: bool = yield_!(Event::Query {
            y: y + dy,
            x: x + dx
        });
        count += u32::from(alive);
    }
    count
}

#[diapause::coroutine(yield = Event, resume = bool)]
fn step_cell(y: i32, x: i32) {
    let alive: bool = yield_!(Event::Query { y, x });
    let neighbors: u32 = yield_all!(count_neighbors(y, x));
    let alive: bool = logic(alive, neighbors);
    yield_!(Event::Transition { y, x, alive });
}

#[diapause::coroutine(yield = Event, resume = bool)]
fn simulate() {
    loop {
        for y in 0i32..SIDE {
            for x in 0i32..SIDE {
                yield_all!(step_cell(y, x));
            }
        }
        yield_!(Event::Tick);
    }
}

const fn yielded<Y: Copy>(state: CoroutineState<Y, ()>) -> Option<Y> {
    match state {
        CoroutineState::Yielded(y) => Some(y),
        CoroutineState::Complete(()) => None,
    }
}

#[inline(never)]
pub(crate) fn life(input: &Input) -> u64 {
    let mut rules = simulate();
    let first = yielded(rules.start());
    World::new().play(input.values, first, |answer| yielded(rules.resume(answer)))
}
