//! As coroutines of corosensei, each with a stack of its own. A stage of the pipeline owns the one it pulls from; delegation
//! is a call, for what is called may yield.

use corosensei::{Coroutine, ScopedCoroutine, Yielder};

use crate::work::input::{Branch, Input, fold};

type Co = Yielder<(), u32>;

/// A coroutine as an iterator.
struct Values(Coroutine<(), u32, ()>);

impl Values {
    fn of(body: impl FnOnce(&Co) + 'static) -> Self {
        Self(Coroutine::new(|co: &Co, ()| body(co)))
    }
}

impl Iterator for Values {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        self.0.resume(()).as_yield()
    }
}

fn source(to: u32) -> Values {
    Values::of(move |co| {
        for x in 0..to {
            co.suspend(x);
        }
    })
}

fn scaled(from: Values) -> Values {
    Values::of(|co| {
        for x in from {
            co.suspend(x.wrapping_mul(3));
        }
    })
}

fn kept(from: Values) -> Values {
    Values::of(|co| {
        for x in from {
            if !x.is_multiple_of(4) {
                co.suspend(x);
            }
        }
    })
}

fn steps(from: Values) -> Values {
    Values::of(|co| {
        let mut last = 0;
        for x in from {
            co.suspend(x.wrapping_sub(last));
            last = x;
        }
    })
}

fn pairs(mut from: Values) -> Values {
    Values::of(move |co| {
        while let Some(first) = from.next()
            && let Some(second) = from.next()
        {
            co.suspend(first ^ second.rotate_left(7));
        }
    })
}

#[inline(never)]
pub(crate) fn pulled(input: &Input) -> u64 {
    fold(pairs(steps(kept(scaled(source(input.values))))))
}

fn counted(to: u32, co: &Co) {
    let mut n = 0;
    while n < to {
        co.suspend(n);
        n += 1;
    }
}

/// A function that delegates to another.
macro_rules! level {
    ($name:ident, $inner:ident) => {
        fn $name(to: u32, co: &Co) {
            $inner(to, co);
        }
    };
}

level!(one, counted);
level!(two, one);
level!(three, two);
level!(four, three);
level!(five, four);
level!(six, five);
level!(seven, six);
level!(eight, seven);
level!(nine, eight);
level!(ten, nine);
level!(eleven, ten);
level!(twelve, eleven);
level!(thirteen, twelve);
level!(fourteen, thirteen);
level!(fifteen, fourteen);
level!(sixteen, fifteen);

#[inline(never)]
pub(crate) fn deep_1(input: &Input) -> u64 {
    let to = input.values;
    fold(Values::of(move |co| one(to, co)))
}

#[inline(never)]
pub(crate) fn deep_4(input: &Input) -> u64 {
    let to = input.values;
    fold(Values::of(move |co| four(to, co)))
}

#[inline(never)]
pub(crate) fn deep_16(input: &Input) -> u64 {
    let to = input.values;
    fold(Values::of(move |co| sixteen(to, co)))
}

fn inorder(node: &Branch, co: &Co) {
    if let Some(left) = &node.left {
        inorder(left, co);
    }
    co.suspend(node.value);
    if let Some(right) = &node.right {
        inorder(right, co);
    }
}

#[inline(never)]
pub(crate) fn recursive(input: &Input) -> u64 {
    ScopedCoroutine::new(|co, ()| inorder(&input.binary, co))
        .scope(|mut values| fold(std::iter::from_fn(|| values.resume(()).as_yield())))
}
