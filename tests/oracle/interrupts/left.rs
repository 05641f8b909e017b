//! Ways out of regions: jumps, returns, questions, raises out of loops, and what is dropped on each.

use crate::interrupts::driver::both;
use crate::log::{Log, Noisy};
use coro::{Coroutine, Interrupt};

both! {
    body jumps_out_of_a_region(log) -> i32 | i32 {
        let mut count = 0;
        'outer: for i in 0..3 {
            let _a = log.noisy(format!("a{i}"));
            loop {
                let _b = log.noisy("b");
                let caught = co_try!({
                    let _c = log.noisy("c");
                    match co_yield!(i) { 0 => continue 'outer, 1 => break, 2 if i > 1 => break 'outer, n => n }
                });
                log.say(format!("{caught:?}"));
                count += 1;
                if count > 2 || caught.is_err() { break 'outer; }
            }
            co_yield!(count);
        }
        count
    }

    body block_left_out_of_a_region(log) -> i32 | i32 {
        let n = 'block: {
            let _a = log.noisy("a");
            let caught = co_try!({
                let b = log.noisy("b");
                if co_yield!(1) == 0 { break 'block b.into_n(); }
                co_try!({ let _c = log.noisy("c"); if co_yield!(2) == 1 { break 'block 20; } }).is_ok()
            });
            log.say(format!("{caught:?}"));
            co_yield!(3)
        };
        co_yield!(n)
    }

    body returns_out_of_regions(log) -> Result<i32, String> | i32 {
        let _a = log.noisy("a");
        let caught = co_try!({
            let b = log.noisy("b");
            let inner = co_try!({
                let _c = log.noisy("c");
                let n = co_yield!(1);
                if n == 1 { return Ok(b.into_n()); }
                n.checked_sub(3).filter(|n| *n > -3).ok_or_else(|| "none".to_string())?
            });
            inner.unwrap_or(co_yield!(2))
        });
        Ok(caught.unwrap_or(7))
    }

    body raises_out_of_loops<'l>(log) -> i32 | Noisy<'l> {
        let _a = log.noisy("a");
        for n in [log.noisy_n("x", 1), log.noisy_n("y", 2)] {
            let m = log.noisy("m");
            let mut left = vec![log.noisy("l1"), log.noisy("l2")];
            while let Some(l) = left.pop() {
                match co_yield!(n.n) { 0 => co_raise!(l), 1 => { drop(m); co_raise!(n) } _ => {} }
            }
        }
        3
    }

    body raises_out_of_loops_into_a_region(log) -> i32 | i32 {
        let mut kept = log.noisy("kept");
        let caught = co_try!({
            'rounds: loop {
                let n = log.noisy("n");
                for i in 0..2 {
                    let _i = log.noisy(format!("i{i}"));
                    match co_yield!(i) { 0 => co_raise!(i), 1 if i > 0 => { kept = n; break 'rounds; } 1 => co_raise!(Interrupt::Close), _ => {} }
                }
            }
            co_yield!(kept.n)
        });
        log.say(format!("{caught:?} {kept:?}"));
        co_yield!(kept.n)
    }

    body region_as_the_head_of_a_while(log) -> i32 | i32 {
        let mut sum = 0;
        while let Ok(n) = co_try!({ let _t = log.noisy("t"); co_yield!(sum) }) {
            let _b = log.noisy("b");
            if n == 0 { continue; }
            sum += n;
            if sum > 3 { break; }
        }
        while let Err(e) = co_try!({ co_yield!(sum); }) { if sum > 5 { co_raise!(e); } sum += 3; }
        sum
    }

    body region_as_the_head_of_a_match<'l>(log) -> i32 | Noisy<'l> {
        let _a = log.noisy("a");
        match co_try!({ let b = log.noisy("b"); co_yield!(1); b }) {
            Ok(n) if n.n > 5 => n.n,
            Ok(n) => co_yield!(n.n),
            Err(Interrupt::Thrown(e)) => { let k = co_yield!(e.n); drop(e); co_yield!(k) }
            Err(Interrupt::Close) => 8,
        }
    }

    body else_of_a_let(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let Ok(n) = co_try!({ let _b = log.noisy("b"); co_yield!(1) }) else { return co_yield!(2) };
        let Err(Interrupt::Thrown(e)) = co_try!({ let _c = log.noisy("c"); co_yield!(n) }) else { co_raise!(8) };
        co_yield!(e)
    }

    body errors_that_no_pattern_takes<'l>(log) -> i32 | Noisy<'l> {
        if let Ok(n) = co_try!({ co_yield!(1) }) { log.say(n); } else { log.say("else"); co_yield!(2); }
        while let Ok(n) = co_try!({ co_yield!(3) }) { log.say(n); if n == 2 { break; } }
        if let Ok(n) = co_try!({ co_yield!(4) }) { co_yield!(n); }
        log.say("behind");
        let Ok(n) = co_try!({ co_yield!(5) }) else { log.say("else"); return co_yield!(6); };
        n
    }

    body values_that_no_pattern_takes(log) -> i32 | i32 {
        if let Err(e) = co_try!({ co_yield!(1); log.noisy("n") }) { log.say(format!("{e:?}")); } else { log.say("else"); co_yield!(2); }
        co_yield!(3)
    }
}
