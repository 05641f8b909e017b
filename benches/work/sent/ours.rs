//! As coroutines.

use std::hint::black_box;

use super::engine as coro;
use coro::prelude::*;

use crate::work::game::{AROUND, Event, SIDE, World, logic};
use crate::work::input::{Input, Total, mix, samples, sum_up};

#[coro::coroutine]
pub(crate) fn running_mean() -> impl Coroutine<f64, Yield = f64> {
    let (mut mean, mut sum) = (0.0, 0.0);
    for n in 1u32.. {
        sum += co_yield!(mean);
        mean = sum / f64::from(n);
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let mut mean = running_mean();
    sum_up(samples(input).map_while(|x| mean.send(x).ok()))
}

#[inline(never)]
pub(crate) fn mean_dyn(input: &Input) -> u64 {
    let mut mean = black_box(running_mean().boxed());
    sum_up(samples(input).map_while(|x| mean.send(x).ok()))
}

#[coro::coroutine]
fn scaled(mut to: impl Coroutine<u32>) -> impl Coroutine<u32> {
    loop {
        let value = co_yield!();
        let _ = to.send(value.wrapping_mul(3));
    }
}

#[coro::coroutine]
fn kept(mut to: impl Coroutine<u32>) -> impl Coroutine<u32> {
    loop {
        let value = co_yield!();
        if !value.is_multiple_of(4) {
            let _ = to.send(value);
        }
    }
}

#[coro::coroutine]
fn steps(mut to: impl Coroutine<u32>) -> impl Coroutine<u32> {
    let mut last = 0;
    loop {
        let value = co_yield!();
        let _ = to.send(value.wrapping_sub(last));
        last = value;
    }
}

#[coro::coroutine]
fn pairs(mut to: impl Coroutine<u32>) -> impl Coroutine<u32> {
    loop {
        let first = co_yield!();
        let second = co_yield!();
        let _ = to.send(first ^ second.rotate_left(7));
    }
}

#[coro::coroutine]
fn collected(total: &Total) -> impl Coroutine<u32> {
    loop {
        let value = co_yield!();
        total.set(mix(total.get(), u64::from(value)));
    }
}

pub(crate) fn pushed_through(total: &Total) -> impl Coroutine<u32> {
    scaled(kept(steps(pairs(collected(total)))))
}

#[inline(never)]
pub(crate) fn pushed(input: &Input) -> u64 {
    let total = Total::default();
    let mut first = pushed_through(&total);
    for x in 0..input.values {
        let _ = first.send(x);
    }
    total.get()
}

#[coro::coroutine]
fn account() -> impl Coroutine<u32, Yield = u64, Throw = u32> {
    let mut total = 0;
    loop {
        match co_try!({ co_yield!(total) }) {
            Ok(value) => total = mix(total, u64::from(value)),
            Err(Interrupt::Thrown(error)) => total = total.wrapping_sub(u64::from(error)),
            Err(Interrupt::Close) => return,
        }
    }
}

#[inline(never)]
pub(crate) fn thrown(input: &Input) -> u64 {
    let mut account = account();
    let _ = account.prime();
    (0..input.values).fold(0, |sum, x| {
        let total = if x.is_multiple_of(2) {
            account.throw(x)
        } else {
            account.send(x)
        };
        sum ^ total.unwrap_or(0)
    })
}

#[coro::coroutine]
fn count_neighbors(y: i32, x: i32) -> impl Coroutine<bool, Yield = Event, Return = u32> {
    let mut count = 0;
    for (dy, dx) in AROUND {
        let (y, x) = (y + dy, x + dx);
        count += u32::from(co_yield!(Event::Query { y, x }));
    }
    count
}

#[coro::coroutine]
fn step_cell(y: i32, x: i32) -> impl Coroutine<bool, Yield = Event> {
    let alive = co_yield!(Event::Query { y, x });
    let neighbors = yield_from!(count_neighbors(y, x));
    let alive = logic(alive, neighbors);
    co_yield!(Event::Transition { y, x, alive });
}

#[coro::coroutine]
pub(crate) fn simulate() -> impl Coroutine<bool, Yield = Event> {
    loop {
        for y in 0..SIDE {
            for x in 0..SIDE {
                yield_from!(step_cell(y, x));
            }
        }
        co_yield!(Event::Tick);
    }
}

#[inline(never)]
pub(crate) fn life(input: &Input) -> u64 {
    let mut rules = simulate();
    let first = rules.prime().ok().flatten();
    World::new().play(input.values, first, |answer| rules.send(answer).ok())
}
