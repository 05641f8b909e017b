//! What a name means where a scope has ended in between.

#![allow(unreachable_code, reason = "it is the point")]

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

fn step(n: i32) -> i32 {
    n + 1
}

fn made(log: &Log, n: i32) -> Noisy<'_> {
    log.noisy_n("made", n)
}

fn total(n: i32) -> i32 {
    n * 3
}

mod a {
    pub(super) fn go() -> i32 {
        11
    }
    pub(super) fn other() -> i32 {
        12
    }
}

mod b {
    pub(super) fn go() -> i32 {
        22
    }
}

/// Text that is none of a format.
macro_rules! text {
    ($text:literal) => {
        $text
    };
}

fn size<T>(_: &T) -> i32 {
    size_of::<T>() as i32
}

rows! {
    body a_function_behind_the_scope_of_a_local_of_its_name(log) -> i32 {
        let a = { let step = |n: i32| n + 10; co_yield!(0); step(1) };
        log.num("a", a + step(1))
    }

    body as_an_operand(log) -> i32 {
        let a = log.num("first", { let step = 5; co_yield!(step); step }) + step(2);
        let b = (step(1), { let made = made(log, 4); co_yield!(made.get()); made.n }, made(log, 2).get());
        let Some(c) = Some({ let step = 3; co_yield!(step); step + 1 }).filter(|n| *n == step(3)) else {
            return step(9);
        };
        log.say(format!("{}", { let step = 1; co_yield!(step); step } + step(4)));
        a + b.0 + b.1 + b.2 + c
    }

    body in_heads(log) -> i32 {
        let a = if { let step = co_yield!(1); step } == step(1) { step(10) } else { step(20) };
        match { let made = made(log, 5); co_yield!(made.get()); made.n } + made(log, 1).n {
            6 => { let step = 1; co_yield!(step + a); }
            n => { log.num("n", n); }
        }
        step(a)
    }

    body a_local_of_the_name_of_what_makes_it(log) -> i32 {
        let total = if total(1) > 5 { co_yield!(2) } else if total(2) == 6 { co_yield!(total(3)) } else { 1 };
        log.num("total", total)
    }

    body an_import_in_an_import(log) -> i32 {
        let mut sum = 0;
        {
            use b::go;
            co_yield!(go());
            {
                use a::*;
                co_yield!(go() + other());
                sum += log.num("inner", go());
            }
            {
                use a::go;
                co_yield!(go());
                sum += log.num("other", go());
            }
            sum += go();
        }
        sum
    }

    body text_that_is_none_of_a_format(log) -> i32 {
        let x = 3;
        co_yield!(x);
        log.say(text!("{ x } {x:?} {  x:>3}"));
        x
    }

    body code_behind_a_jump(log) -> i32 {
        let a = log.noisy("a");
        let n = co_yield!(1);
        if n > 2 { return n; log.say(format!("{}", a.n)); }
        for i in 0..4 { if i == n { break; log.num("never", a.get()); } log.num("i", i); }
        let b = if n > 1 { return 7; a.get() } else { 3 };
        co_yield!(b)
    }

    body the_type_of_branches_that_are_ignored(log) -> i32 {
        let z = 0;
        co_yield!(size(&z));
        if co_yield!(1) > 1 { co_yield!(3); z } else { 1u8 };
        let y = 0;
        co_yield!(size(&y));
        match co_yield!(2) { 0 => y, n => { co_yield!(n); 7i64 } };
        let x = 1.0;
        co_yield!(size(&x));
        'a: { if co_yield!(4) > 1 { break 'a x; } 1f32 };
        log.num("end", 0)
    }

    body macros_in_any_order(log) -> i32 {
        let n = co_yield!(0);
        macro_rules! outer { ($a:expr) => { inner!($a) } }
        macro_rules! inner { ($a:expr) => { $a + n } }
        co_yield!(1);
        log.num("outer", outer!(1))
    }
}
