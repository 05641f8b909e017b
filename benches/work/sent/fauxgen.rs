//! As generators of fauxgen: an async block, polled, the values passed through the waker.

use std::pin::{Pin, pin};
use std::rc::Rc;

use fauxgen::{Generator, GeneratorState, GeneratorToken};

use crate::work::game::{AROUND, Event, SIDE, World, logic};
use crate::work::input::{Input, Total, mix, samples, sum_up};

#[fauxgen::generator(yield = f64, arg = f64)]
fn running_mean() {
    let mut sum = argument!();
    for n in 1u32.. {
        sum += r#yield!(sum / f64::from(n));
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let mut mean = pin!(running_mean());
    sum_up(samples(input).map_while(|x| match mean.as_mut().resume(x) {
        GeneratorState::Yielded(y) => Some(y),
        GeneratorState::Complete(()) => None,
    }))
}

/// The next stage of the pipeline, owned, so in a box.
type Next<G> = Pin<Box<G>>;

#[fauxgen::generator(arg = u32)]
fn scaled<G: Generator<u32, Yield = ()>>(mut to: Next<G>) {
    let mut value = argument!();
    loop {
        to.as_mut().resume(value.wrapping_mul(3));
        value = r#yield!(());
    }
}

#[fauxgen::generator(arg = u32)]
fn kept<G: Generator<u32, Yield = ()>>(mut to: Next<G>) {
    let mut value = argument!();
    loop {
        if !value.is_multiple_of(4) {
            to.as_mut().resume(value);
        }
        value = r#yield!(());
    }
}

#[fauxgen::generator(arg = u32)]
fn steps<G: Generator<u32, Yield = ()>>(mut to: Next<G>) {
    let mut value = argument!();
    let mut last = 0;
    loop {
        to.as_mut().resume(value.wrapping_sub(last));
        last = value;
        value = r#yield!(());
    }
}

#[fauxgen::generator(arg = u32)]
fn pairs<G: Generator<u32, Yield = ()>>(mut to: Next<G>) {
    let mut first = argument!();
    loop {
        let second = r#yield!(());
        to.as_mut().resume(first ^ second.rotate_left(7));
        first = r#yield!(());
    }
}

#[fauxgen::generator(arg = u32)]
fn collected(total: Rc<Total>) {
    let mut value = argument!();
    loop {
        total.set(mix(total.get(), u64::from(value)));
        value = r#yield!(());
    }
}

#[inline(never)]
pub(crate) fn pushed(input: &Input) -> u64 {
    let total = Rc::new(Total::default());
    let last = Box::pin(collected(Rc::clone(&total)));
    let pairs = Box::pin(pairs(last));
    let steps = Box::pin(steps(pairs));
    let kept = Box::pin(kept(steps));
    let mut first = Box::pin(scaled(kept));
    for x in 0..input.values {
        first.as_mut().resume(x);
    }
    total.get()
}

/// Delegation is a call of an async function that is lent the means to yield.
type Ask = GeneratorToken<Event, bool>;

async fn count_neighbors(y: i32, x: i32, co: &Ask) -> u32 {
    let mut count = 0;
    for (dy, dx) in AROUND {
        let (y, x) = (y + dy, x + dx);
        count += u32::from(co.yield_(Event::Query { y, x }).await);
    }
    count
}

async fn step_cell(y: i32, x: i32, co: &Ask) {
    let alive = co.yield_(Event::Query { y, x }).await;
    let alive = logic(alive, count_neighbors(y, x, co).await);
    co.yield_(Event::Transition { y, x, alive }).await;
}

async fn simulate(co: Ask) {
    loop {
        for y in 0..SIDE {
            for x in 0..SIDE {
                step_cell(y, x, &co).await;
            }
        }
        co.yield_(Event::Tick).await;
    }
}

#[inline(never)]
pub(crate) fn life(input: &Input) -> u64 {
    let mut rules = pin!(fauxgen::r#gen!(|co: Ask| simulate(co).await));
    let first = yielded(rules.as_mut().resume(false));
    World::new().play(input.values, first, |answer| {
        yielded(rules.as_mut().resume(answer))
    })
}

fn yielded<Y>(state: GeneratorState<Y, ()>) -> Option<Y> {
    match state {
        GeneratorState::Yielded(y) => Some(y),
        GeneratorState::Complete(()) => None,
    }
}
