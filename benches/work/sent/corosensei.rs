//! As coroutines of corosensei, each with a stack of its own.

use corosensei::{Coroutine, Yielder};

use crate::work::game::{AROUND, Event, SIDE, World, logic};
use crate::work::input::{Input, samples, sum_up};

fn running_mean() -> Coroutine<f64, f64, ()> {
    Coroutine::new(|co: &Yielder<f64, f64>, first| {
        let mut sum = first;
        for n in 1u32.. {
            sum += co.suspend(sum / f64::from(n));
        }
    })
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let mut mean = running_mean();
    sum_up(samples(input).map_while(|x| mean.resume(x).as_yield()))
}

type Co = Yielder<bool, Event>;

fn count_neighbors(y: i32, x: i32, co: &Co) -> u32 {
    let mut count = 0;
    for (dy, dx) in AROUND {
        let (y, x) = (y + dy, x + dx);
        count += u32::from(co.suspend(Event::Query { y, x }));
    }
    count
}

fn step_cell(y: i32, x: i32, co: &Co) {
    let alive = co.suspend(Event::Query { y, x });
    let alive = logic(alive, count_neighbors(y, x, co));
    co.suspend(Event::Transition { y, x, alive });
}

fn simulate(co: &Co) {
    loop {
        for y in 0..SIDE {
            for x in 0..SIDE {
                step_cell(y, x, co);
            }
        }
        co.suspend(Event::Tick);
    }
}

#[inline(never)]
pub(crate) fn life(input: &Input) -> u64 {
    let mut rules = Coroutine::<bool, Event, ()>::new(|co, _| simulate(co));
    let first = rules.resume(false).as_yield();
    World::new().play(input.values, first, |answer| {
        rules.resume(answer).as_yield()
    })
}
