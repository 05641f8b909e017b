//! As coroutines of corosensei: each has a stack of its own, and the processor's registers change hands. Threads of
//! control, not values: the body may yield from any depth of calls.

use corosensei::{Coroutine, Yielder};

use crate::work::input::{Input, first_of, fold};

type Generator = Coroutine<(), u32, ()>;

fn values(mut of: Generator) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || of.resume(()).as_yield())
}

fn range_of(from: u32, to: u32) -> Generator {
    Coroutine::new(move |co: &Yielder<(), u32>, ()| {
        let mut n = from;
        while n < to {
            co.suspend(n);
            n += 1;
        }
    })
}

#[inline(never)]
pub(crate) fn range(input: &Input) -> u64 {
    fold(values(range_of(0, input.values)))
}

fn fibonacci_numbers() -> Generator {
    Coroutine::new(|co: &Yielder<(), u32>, ()| {
        let (mut a, mut b) = (0u32, 1u32);
        loop {
            co.suspend(a);
            (a, b) = (b, a.wrapping_add(b));
        }
    })
}

#[inline(never)]
pub(crate) fn fibonacci(input: &Input) -> u64 {
    fold(values(fibonacci_numbers()).take(input.values as usize))
}

fn grid_of(w: u32, h: u32) -> Generator {
    Coroutine::new(move |co: &Yielder<(), u32>, ()| {
        for y in 0..h {
            for x in 0..w {
                co.suspend(x ^ y);
            }
        }
    })
}

#[inline(never)]
pub(crate) fn grid(input: &Input) -> u64 {
    fold(values(grid_of(input.side(), input.side())))
}

fn triples_to(to: u32) -> Generator {
    Coroutine::new(move |co: &Yielder<(), u32>, ()| {
        for c in 1..=to {
            for b in 1..c {
                for a in 1..b {
                    if a * a + b * b == c * c {
                        co.suspend(a ^ b ^ c);
                    }
                }
            }
        }
    })
}

#[inline(never)]
pub(crate) fn triples(input: &Input) -> u64 {
    fold(values(triples_to(input.hypotenuse())))
}

fn couple(n: u32) -> Generator {
    Coroutine::new(move |co: &Yielder<(), u32>, ()| {
        co.suspend(n ^ 1);
        co.suspend(n);
    })
}

#[inline(never)]
pub(crate) fn created(input: &Input) -> u64 {
    (0..input.values).fold(0, |sum, n| first_of(sum, values(couple(n))))
}
