//! As coroutines of corosensei, each with a stack of its own.

use std::rc::Rc;

use corosensei::{Coroutine, Yielder};

use crate::work::game::{AROUND, Event, SIDE, World, logic};
use crate::work::input::{Input, Total, mix, samples, sum_up};

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

/// A stage that is pushed through. It owns the next one; the first value starts it.
type Sink = Coroutine<u32, (), ()>;

fn scaled(mut to: Sink) -> Sink {
    Coroutine::new(move |co: &Yielder<u32, ()>, mut value: u32| {
        loop {
            to.resume(value.wrapping_mul(3));
            value = co.suspend(());
        }
    })
}

fn kept(mut to: Sink) -> Sink {
    Coroutine::new(move |co: &Yielder<u32, ()>, mut value: u32| {
        loop {
            if !value.is_multiple_of(4) {
                to.resume(value);
            }
            value = co.suspend(());
        }
    })
}

fn steps(mut to: Sink) -> Sink {
    Coroutine::new(move |co: &Yielder<u32, ()>, mut value: u32| {
        let mut last = 0;
        loop {
            to.resume(value.wrapping_sub(last));
            last = value;
            value = co.suspend(());
        }
    })
}

fn pairs(mut to: Sink) -> Sink {
    Coroutine::new(move |co: &Yielder<u32, ()>, mut first: u32| {
        loop {
            let second = co.suspend(());
            to.resume(first ^ second.rotate_left(7));
            first = co.suspend(());
        }
    })
}

fn collected(total: Rc<Total>) -> Sink {
    Coroutine::new(move |co: &Yielder<u32, ()>, mut value: u32| {
        loop {
            total.set(mix(total.get(), u64::from(value)));
            value = co.suspend(());
        }
    })
}

#[inline(never)]
pub(crate) fn pushed(input: &Input) -> u64 {
    let total = Rc::new(Total::default());
    let mut first = scaled(kept(steps(pairs(collected(Rc::clone(&total))))));
    for x in 0..input.values {
        first.resume(x);
    }
    total.get()
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
