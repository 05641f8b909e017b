//! As generators of genawaiter: an async block, polled.

use genawaiter::GeneratorState;

use super::flavour::{Co, let_gen_using};

use crate::work::game::{AROUND, Event, SIDE, World, logic};
use crate::work::input::{Input, Total, mix, samples, sum_up};

async fn running_mean(co: Co<'_, f64, f64>) {
    let (mut mean, mut sum) = (0.0, 0.0);
    for n in 1u32.. {
        sum += co.yield_(mean).await;
        mean = sum / f64::from(n);
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let_gen_using!(mean, running_mean);
    mean.resume_with(0.0); // dropped: it starts the body
    sum_up(samples(input).map_while(|x| match mean.resume_with(x) {
        GeneratorState::Yielded(y) => Some(y),
        GeneratorState::Complete(()) => None,
    }))
}

/// What a stage of the pipeline is resumed with. It pushes to the next one, which it owns: a generator in a box, or one
/// on the stack that is lent to it.
type Push<'a> = Co<'a, (), u32>;

async fn scaled(mut to: impl FnMut(u32), co: Push<'_>) {
    to(0); // dropped: it starts the body
    loop {
        let value = co.yield_(()).await;
        to(value.wrapping_mul(3));
    }
}

async fn kept(mut to: impl FnMut(u32), co: Push<'_>) {
    to(0);
    loop {
        let value = co.yield_(()).await;
        if !value.is_multiple_of(4) {
            to(value);
        }
    }
}

async fn steps(mut to: impl FnMut(u32), co: Push<'_>) {
    to(0);
    let mut last = 0;
    loop {
        let value = co.yield_(()).await;
        to(value.wrapping_sub(last));
        last = value;
    }
}

async fn pairs(mut to: impl FnMut(u32), co: Push<'_>) {
    to(0);
    loop {
        let first = co.yield_(()).await;
        let second = co.yield_(()).await;
        to(first ^ second.rotate_left(7));
    }
}

async fn collected(total: &Total, co: Push<'_>) {
    loop {
        let value = co.yield_(()).await;
        total.set(mix(total.get(), u64::from(value)));
    }
}

macro_rules! let_stage {
    ($name:ident, $to:ident) => {
        let_gen_using!($name, |co| $name(
            move |value| {
                $to.resume_with(value);
            },
            co
        ));
    };
}

#[inline(never)]
pub(crate) fn pushed(input: &Input) -> u64 {
    let total = Total::default();
    let_gen_using!(collected, |co| collected(&total, co));
    let_stage!(pairs, collected);
    let_stage!(steps, pairs);
    let_stage!(kept, steps);
    let_stage!(scaled, kept);
    scaled.resume_with(0);
    for x in 0..input.values {
        scaled.resume_with(x);
    }
    total.get()
}

/// Delegation is a call of an async function that is lent the means to yield.
type Ask<'a> = Co<'a, Event, bool>;

async fn count_neighbors(y: i32, x: i32, co: &Ask<'_>) -> u32 {
    let mut count = 0;
    for (dy, dx) in AROUND {
        let (y, x) = (y + dy, x + dx);
        count += u32::from(co.yield_(Event::Query { y, x }).await);
    }
    count
}

async fn step_cell(y: i32, x: i32, co: &Ask<'_>) {
    let alive = co.yield_(Event::Query { y, x }).await;
    let alive = logic(alive, count_neighbors(y, x, co).await);
    co.yield_(Event::Transition { y, x, alive }).await;
}

async fn simulate(co: Ask<'_>) {
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
    let_gen_using!(rules, simulate);
    let first = yielded(rules.resume_with(false));
    World::new().play(input.values, first, |answer| {
        yielded(rules.resume_with(answer))
    })
}

fn yielded<Y>(state: GeneratorState<Y, ()>) -> Option<Y> {
    match state {
        GeneratorState::Yielded(y) => Some(y),
        GeneratorState::Complete(()) => None,
    }
}
