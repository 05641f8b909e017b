//! Pipelines of five stages as `#[coroutine]` closures, each owned by the next.

use std::iter::from_coroutine;
use std::ops::{Coroutine, CoroutineState};
use std::pin::Pin;

use crate::work::input::{Input, Total, fold, mix};

/// A stage that is pushed through. The first value starts it.
pub(crate) trait Push: Coroutine<u32, Yield = (), Return = ()> + Unpin {}

impl<C: Coroutine<u32, Yield = (), Return = ()> + Unpin> Push for C {}

fn push(to: &mut impl Push, value: u32) {
    Pin::new(to).resume(value);
}

fn pushed_scaled(mut to: impl Push) -> impl Push {
    #[coroutine]
    move |mut value: u32| {
        loop {
            push(&mut to, value.wrapping_mul(3));
            value = yield;
        }
    }
}

fn pushed_kept(mut to: impl Push) -> impl Push {
    #[coroutine]
    move |mut value: u32| {
        loop {
            if !value.is_multiple_of(4) {
                push(&mut to, value);
            }
            value = yield;
        }
    }
}

fn pushed_steps(mut to: impl Push) -> impl Push {
    #[coroutine]
    move |mut value: u32| {
        let mut last = 0;
        loop {
            push(&mut to, value.wrapping_sub(last));
            last = value;
            value = yield;
        }
    }
}

fn pushed_pairs(mut to: impl Push) -> impl Push {
    #[coroutine]
    move |mut first: u32| {
        loop {
            let second: u32 = yield;
            push(&mut to, first ^ second.rotate_left(7));
            first = yield;
        }
    }
}

fn collected(total: &Total) -> impl Push {
    #[coroutine]
    move |mut value: u32| {
        loop {
            total.set(mix(total.get(), u64::from(value)));
            value = yield;
        }
    }
}

pub(crate) fn pushed_through(total: &Total) -> impl Push {
    pushed_scaled(pushed_kept(pushed_steps(pushed_pairs(collected(total)))))
}

#[inline(never)]
pub(crate) fn pushed(input: &Input) -> u64 {
    let total = Total::default();
    let mut first = pushed_through(&total);
    for x in 0..input.values {
        push(&mut first, x);
    }
    total.get()
}

/// A stage that is pulled through.
pub(crate) trait Pull: Coroutine<Yield = u32, Return = ()> + Unpin {}

impl<C: Coroutine<Yield = u32, Return = ()> + Unpin> Pull for C {}

/// The next value of an argument, which is not moved: a `for` over it would keep room for it twice.
fn pull(from: &mut impl Pull) -> Option<u32> {
    match Pin::new(from).resume(()) {
        CoroutineState::Yielded(x) => Some(x),
        CoroutineState::Complete(()) => None,
    }
}

fn source(to: u32) -> impl Pull {
    #[coroutine]
    move || {
        for x in 0..to {
            yield x;
        }
    }
}

fn scaled(mut from: impl Pull) -> impl Pull {
    #[coroutine]
    move || {
        while let Some(x) = pull(&mut from) {
            yield x.wrapping_mul(3);
        }
    }
}

fn kept(mut from: impl Pull) -> impl Pull {
    #[coroutine]
    move || {
        while let Some(x) = pull(&mut from) {
            if !x.is_multiple_of(4) {
                yield x;
            }
        }
    }
}

fn steps(mut from: impl Pull) -> impl Pull {
    #[coroutine]
    move || {
        let mut last = 0;
        while let Some(x) = pull(&mut from) {
            yield x.wrapping_sub(last);
            last = x;
        }
    }
}

fn pairs(mut from: impl Pull) -> impl Pull {
    #[coroutine]
    move || {
        while let Some(first) = pull(&mut from)
            && let Some(second) = pull(&mut from)
        {
            yield first ^ second.rotate_left(7);
        }
    }
}

pub(crate) fn pulled_through(to: u32) -> impl Pull {
    pairs(steps(kept(scaled(source(to)))))
}

#[inline(never)]
pub(crate) fn pulled(input: &Input) -> u64 {
    fold(from_coroutine(pulled_through(input.values)))
}
