//! As `#[coroutine]` closures.

use std::iter::from_coroutine;
use std::ops::{Coroutine, CoroutineState};
use std::pin::Pin;

use crate::work::game::{AROUND, Event, SIDE, World, logic};
use crate::work::input::{
    Branch, Input, Node, Token, first_of, fold, mix, run_of, samples, sum_up, virtually,
};

pub(crate) fn range_of(from: u32, to: u32) -> impl Coroutine<Yield = u32, Return = ()> + Unpin {
    #[coroutine]
    move || {
        let mut n = from;
        while n < to {
            yield n;
            n += 1;
        }
    }
}

#[inline(never)]
pub(crate) fn range(input: &Input) -> u64 {
    fold(from_coroutine(range_of(0, input.values)))
}

#[inline(never)]
pub(crate) fn range_dyn(input: &Input) -> u64 {
    virtually(Box::new(from_coroutine(range_of(0, input.values))))
}

pub(crate) fn fibonacci_numbers() -> impl Coroutine<Yield = u32, Return = ()> + Unpin {
    #[coroutine]
    || {
        let (mut a, mut b) = (0u32, 1u32);
        loop {
            yield a;
            (a, b) = (b, a.wrapping_add(b));
        }
    }
}

#[inline(never)]
pub(crate) fn fibonacci(input: &Input) -> u64 {
    fold(from_coroutine(fibonacci_numbers()).take(input.values as usize))
}

pub(crate) fn grid_of(w: u32, h: u32) -> impl Coroutine<Yield = u32, Return = ()> + Unpin {
    #[coroutine]
    move || {
        for y in 0..h {
            for x in 0..w {
                yield x ^ y;
            }
        }
    }
}

#[inline(never)]
pub(crate) fn grid(input: &Input) -> u64 {
    fold(from_coroutine(grid_of(input.side(), input.side())))
}

pub(crate) fn couple(n: u32) -> impl Coroutine<Yield = u32, Return = ()> + Unpin {
    #[coroutine]
    move || {
        yield n ^ 1;
        yield n;
    }
}

#[inline(never)]
pub(crate) fn created(input: &Input) -> u64 {
    (0..input.values).fold(0, |sum, n| first_of(sum, from_coroutine(couple(n))))
}

pub(crate) fn triples_to(to: u32) -> impl Coroutine<Yield = u32, Return = ()> + Unpin {
    #[coroutine]
    move || {
        for c in 1..=to {
            for b in 1..c {
                for a in 1..b {
                    if a * a + b * b == c * c {
                        yield a ^ b ^ c;
                    }
                }
            }
        }
    }
}

#[inline(never)]
pub(crate) fn triples(input: &Input) -> u64 {
    fold(from_coroutine(triples_to(input.hypotenuse())))
}

pub(crate) fn walk(root: &Node) -> impl Coroutine<Yield = u32, Return = ()> + Unpin {
    #[coroutine]
    move || {
        let mut stack = vec![root];
        while let Some(node) = stack.pop() {
            stack.extend(node.children.iter().rev());
            yield node.value;
        }
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    fold(from_coroutine(walk(&input.tree)))
}

pub(crate) fn table_to(to: u32) -> impl Coroutine<Yield = u32, Return = ()> + Unpin {
    #[coroutine]
    move || {
        let mut table = [0u64; 256];
        let mut i = 0;
        while i < to {
            let k = (i % 256) as usize;
            table[k] = mix(table[k], u64::from(i));
            yield table[k] as u32;
            i += 1;
        }
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(from_coroutine(table_to(input.values)))
}

pub(crate) fn tokens(text: &str) -> impl Coroutine<Yield = Token<'_>, Return = ()> + Unpin {
    #[coroutine]
    move || {
        let mut rest = text;
        loop {
            rest = rest.trim_ascii_start();
            let Some(first) = rest.bytes().next() else {
                return;
            };
            if first.is_ascii_alphabetic() {
                let (name, after) = rest.split_at(run_of(rest, u8::is_ascii_alphanumeric));
                rest = after;
                yield Token::Name(name);
            } else if first.is_ascii_digit() {
                let (digits, after) = rest.split_at(run_of(rest, u8::is_ascii_digit));
                rest = after;
                yield Token::Number(digits.parse().unwrap_or(u32::MAX));
            } else {
                rest = &rest[1..];
                yield Token::Symbol(first);
            }
        }
    }
}

#[inline(never)]
pub(crate) fn tokenizer(input: &Input) -> u64 {
    fold(from_coroutine(tokens(&input.text)).map(Token::key))
}

fn yielded<Y>(state: CoroutineState<Y, ()>) -> Option<Y> {
    match state {
        CoroutineState::Yielded(y) => Some(y),
        CoroutineState::Complete(()) => None,
    }
}

pub(crate) fn running_mean() -> impl Coroutine<f64, Yield = f64, Return = ()> + Unpin {
    #[coroutine]
    |first: f64| {
        let mut sum = first;
        for n in 1u32.. {
            sum += yield sum / f64::from(n);
        }
    }
}

#[inline(never)]
pub(crate) fn mean(input: &Input) -> u64 {
    let mut mean = running_mean();
    sum_up(samples(input).map_while(|x| yielded(Pin::new(&mut mean).resume(x))))
}

/// Delegation is a loop, for there is nothing else; an expression of the value that was returned.
macro_rules! all_of {
    ($inner:expr) => {{
        let mut inner = $inner;
        let mut answer = false; // dropped: it starts the body
        loop {
            match Pin::new(&mut inner).resume(answer) {
                CoroutineState::Yielded(event) => answer = yield event,
                CoroutineState::Complete(value) => break value,
            }
        }
    }};
}

fn count_neighbors(y: i32, x: i32) -> impl Coroutine<bool, Yield = Event, Return = u32> + Unpin {
    #[coroutine]
    move |_: bool| {
        let mut count = 0;
        for (dy, dx) in AROUND {
            let (y, x) = (y + dy, x + dx);
            count += u32::from(yield Event::Query { y, x });
        }
        count
    }
}

fn step_cell(y: i32, x: i32) -> impl Coroutine<bool, Yield = Event, Return = ()> + Unpin {
    #[coroutine]
    move |_: bool| {
        let alive = yield Event::Query { y, x };
        let neighbors = all_of!(count_neighbors(y, x));
        let alive = logic(alive, neighbors);
        yield Event::Transition { y, x, alive };
    }
}

pub(crate) fn simulate() -> impl Coroutine<bool, Yield = Event, Return = ()> + Unpin {
    #[coroutine]
    |_: bool| {
        loop {
            for y in 0..SIDE {
                for x in 0..SIDE {
                    all_of!(step_cell(y, x));
                }
            }
            yield Event::Tick;
        }
    }
}

#[inline(never)]
pub(crate) fn life(input: &Input) -> u64 {
    let mut rules = simulate();
    let first = yielded(Pin::new(&mut rules).resume(false));
    World::new().play(input.values, first, |answer| {
        yielded(Pin::new(&mut rules).resume(answer))
    })
}

/// Not a `for`, which moves the argument and keeps room for it twice.
pub(crate) fn through(
    mut to: impl Coroutine<Yield = u32, Return = ()> + Unpin,
) -> impl Coroutine<Yield = u32, Return = ()> + Unpin {
    #[coroutine]
    move || {
        while let CoroutineState::Yielded(x) = Pin::new(&mut to).resume(()) {
            yield x;
        }
    }
}

pub(crate) fn through_4(
    to: impl Coroutine<Yield = u32, Return = ()> + Unpin,
) -> impl Coroutine<Yield = u32, Return = ()> + Unpin {
    through(through(through(through(to))))
}

#[inline(never)]
pub(crate) fn deep_1(input: &Input) -> u64 {
    fold(from_coroutine(through(range_of(0, input.values))))
}

#[inline(never)]
pub(crate) fn deep_4(input: &Input) -> u64 {
    fold(from_coroutine(through_4(range_of(0, input.values))))
}

#[inline(never)]
pub(crate) fn deep_16(input: &Input) -> u64 {
    let eight = through_4(through_4(range_of(0, input.values)));
    fold(from_coroutine(through_4(through_4(eight))))
}

/// Delegates to itself, so it is in a box.
pub(crate) fn inorder(node: &Branch) -> Box<dyn Coroutine<Yield = u32, Return = ()> + Unpin + '_> {
    Box::new(
        #[coroutine]
        move || {
            if let Some(left) = &node.left {
                for x in from_coroutine(inorder(left)) {
                    yield x;
                }
            }
            yield node.value;
            if let Some(right) = &node.right {
                for x in from_coroutine(inorder(right)) {
                    yield x;
                }
            }
        },
    )
}

#[inline(never)]
pub(crate) fn recursive(input: &Input) -> u64 {
    fold(from_coroutine(inorder(&input.binary)))
}
