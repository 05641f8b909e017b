//! What regions catch, and what is done with it: regions in one another, what is raised again, values that are moved in one.

use crate::interrupts::driver::both;
use crate::log::{Log, Noisy};
use coro::{Coroutine, Interrupt};

both! {
    body region_in_a_region(log) -> i32 | i32 {
        let _out = log.noisy("out");
        let outer = co_try!({
            let _a = log.noisy("a");
            let inner = co_try!({
                let _b = log.noisy("b");
                if co_yield!(1) == 0 { co_raise!(7); }
                co_yield!(2)
            });
            log.say(format!("inner {inner:?}"));
            match inner {
                Ok(n) => n + co_yield!(3),
                Err(Interrupt::Thrown(5)) => co_yield!(4),
                Err(e) => co_raise!(e),
            }
        });
        log.say(format!("outer {outer:?}"));
        outer.unwrap_or(9)
    }

    // Each handler is a region of its own.
    body region_in_a_handler(log) -> i32 | i32 {
        match co_try!({ co_yield!(1) }) {
            Ok(n) => n,
            Err(first) => {
                let _h = log.noisy("handler");
                match co_try!({ let _t = log.noisy("tried"); co_yield!(2) }) {
                    Ok(0) => co_raise!(first),
                    Ok(n) => n,
                    Err(second) => { log.say(format!("{first:?} {second:?}")); co_raise!(second) }
                }
            }
        }
    }

    body region_in_the_operand_of_a_raise(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let caught = co_try!({
            let _b = log.noisy("b");
            co_raise!(co_try!({ co_yield!(1) }).unwrap_or(3) + co_yield!(2));
        });
        log.say(format!("{caught:?}"));
        co_yield!(3)
    }

    body errors_with_a_destructor<'l>(log) -> i32 | Noisy<'l> {
        let _a = log.noisy("a");
        match co_try!({ let b = log.noisy("b"); if co_yield!(1) == 0 { co_raise!(b); } b.n }) {
            Ok(n) => { co_yield!(n); }
            Err(Interrupt::Thrown(e)) if e.n == 5 => { log.say("five"); co_yield!(e.n); }
            Err(Interrupt::Thrown(_)) => { co_yield!(2); log.say("another"); }
            Err(Interrupt::Close) => {}
        }
        if co_try!({ co_yield!(3) }).is_err() { co_yield!(4); }
        co_try!({ co_yield!(5) }).unwrap_or(6)
    }

    body caught_and_held<'l>(log) -> i32 | Noisy<'l> {
        let _a = log.noisy("a");
        let first = co_try!({ co_yield!(1) });
        let _b = log.noisy("b");
        let second = co_try!({ co_yield!(2); log.noisy("made") });
        co_yield!(3);
        log.say(format!("{first:?} {second:?}"));
        match (first, second) {
            (Err(e), Ok(_)) => co_raise!(e),
            (Ok(n), Err(Interrupt::Thrown(e))) if e.n > n => co_raise!(e),
            _ => co_yield!(4),
        }
    }

    body moved_in_a_region(log) -> i32 | i32 {
        let a = log.noisy("a");
        let b = log.noisy("b");
        let caught = co_try!({
            if co_yield!(1) > 0 { drop(a); }
            let c = b;
            co_yield!(c.n)
        });
        log.say(format!("{caught:?}"));
        co_yield!(3)
    }

    body moved_and_assigned_in_a_region(log) -> i32 | i32 {
        let mut a = log.noisy("a");
        for round in 0..2 {
            let caught = co_try!({
                drop(a);
                co_yield!(round);
                a = log.noisy("again");
                if co_yield!(a.n) == 0 { co_raise!(1); }
            });
            log.say(format!("{caught:?}"));
            a = log.noisy("behind");
        }
        a.n
    }

    body bound_in_a_region(log) -> i32 | i32 {
        let late;
        let caught = co_try!({
            let n = co_yield!(1);
            late = log.noisy_n("late", n);
            co_yield!(late.n)
        });
        co_yield!(caught.unwrap_or(2))
    }

    // A close that is answered with yields is ignored each time, and may be let through at last.
    body close_that_is_ignored_twice(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let mut left = 2;
        loop {
            let _round = log.noisy("round");
            match co_try!({ co_yield!(left) }) {
                Ok(0) => break left,
                Ok(_) => {}
                Err(e) if left > 0 => { left -= 1; log.say(format!("{e:?}")); }
                Err(e) => co_raise!(e),
            }
        }
    }

    body close_that_is_answered(log) -> i32 | i32 {
        let _a = log.noisy("a");
        match co_try!({ co_yield!(1); co_yield!(2) }) {
            Err(Interrupt::Close) => 10,
            Err(Interrupt::Thrown(5)) => co_raise!(Interrupt::Close),
            Err(Interrupt::Thrown(n)) => co_raise!(n + 1),
            Ok(n) => n,
        }
    }

    // Nothing is caught before it runs, and an argument is dropped then.
    body not_yet_run<'l>(log, a: Noisy<'l> = log.noisy("arg")) -> Noisy<'l> | i32 {
        log.say("runs");
        match co_try!({ co_yield!(a.n) }) {
            Ok(_) => a,
            Err(e) => { log.say(format!("{e:?}")); a.into_next() }
        }
    }

    body panics_in_a_region(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let caught = co_try!({
            let _b = log.noisy("b");
            match co_yield!(1) { 0 => log.bomb("bomb"), n => 6 / (n - 1) + co_yield!(2) }
        });
        log.say(format!("{caught:?}"));
        match caught { Err(Interrupt::Close) => log.bomb("closed"), _ => co_yield!(3) }
    }
}
