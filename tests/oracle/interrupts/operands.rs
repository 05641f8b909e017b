//! Regions, raises and delegations as operands, beside temporaries and among values that wait.

use crate::interrupts::driver::both;
use crate::log::{Log, Noisy};
use coro::{Coroutine, Interrupt};

fn seen(a: &Noisy<'_>, n: i32) -> i32 {
    a.get() + n
}

fn pass(a: Noisy<'_>, b: i32, c: Noisy<'_>) -> i32 {
    a.n * 100 + b * 10 + c.n
}

both! {
    body region_beside_temporaries(log) -> i32 | i32 {
        let n = seen(&log.noisy("a"), 1) + co_try!({ let _t = log.noisy("t"); co_yield!(1) }).unwrap_or(4) + seen(&log.noisy("b"), 2);
        log.say(n);
        let m = pass(log.noisy("c"), co_try!({ co_yield!(2) }).unwrap_or(5), log.noisy("d"));
        co_yield!(m)
    }

    body raise_beside_temporaries<'l>(log) -> i32 | Noisy<'l> {
        let caught = co_try!({
            pass(log.noisy("a"), if co_yield!(1) > 0 { seen(&log.noisy("b"), 1) } else { co_raise!(log.noisy("e")) }, log.noisy("c"))
        });
        log.say(format!("{caught:?}"));
        let held = [log.noisy("x"), match co_yield!(2) { 0 => co_raise!(log.noisy("f")), n => log.noisy_n("y", n) }];
        co_yield!(held[1].n)
    }

    body delegation_beside_temporaries(log) -> i32 | i32 {
        let n = seen(&log.noisy("a"), 1) + yield_from!(sub::<i32>(log, 3)) + yield_from!(returning::<i32>(log, 4));
        log.say(n);
        pass(log.noisy("b"), yield_from!(sub::<i32>(log, co_yield!(6))), log.noisy("c"))
    }

    body moved_beside_a_region(log) -> i32 | i32 {
        let (a, b) = (log.noisy("a"), log.noisy("b"));
        let n = pass(a, co_try!({ drop(b); co_yield!(1) }).unwrap_or(4), log.noisy("c"));
        co_yield!(n)
    }

    body places_assigned_from_regions(log) -> i32 | i32 {
        let mut list = [1, 2, 3];
        let mut pair = (log.noisy("a"), 1);
        list[1] = co_try!({ co_yield!(list[0]) }).unwrap_or(list[2]);
        pair.1 += co_try!({ co_yield!(list[1]) }).unwrap_or(5);
        pair.0 = match co_try!({ let n = log.noisy("n"); co_yield!(pair.1); n }) { Ok(n) => n, Err(_) => log.noisy("other") };
        co_yield!(pair.0.n + pair.1)
    }

    body regions_in_conditions(log) -> i32 | i32 {
        if co_try!({ co_yield!(1) }).is_ok_and(|n| n > 0) && co_try!({ let _a = log.noisy("a"); co_yield!(2) }).is_err() {
            co_yield!(3);
        } else if let Err(Interrupt::Thrown(n)) = co_try!({ co_yield!(4) }) {
            co_yield!(n);
        }
        match co_yield!(5) {
            0 if co_try!({ co_yield!(6) }).is_ok() => 1,
            n if yield_from!(sub::<i32>(log, 7)) > n => 2,
            n => n,
        }
    }

    body regions_in_macros(log) -> i32 | i32 {
        log.say(format!("{:?} {}", co_try!({ let _a = log.noisy("a"); co_yield!(1) }), co_yield!(2)));
        let list = vec![log.noisy("b").n, co_try!({ co_yield!(3) }).unwrap_or(4), yield_from!(at_once::<i32>(log, 5))];
        co_yield!(list[1])
    }
}
