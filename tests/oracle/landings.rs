//! Jumps out of the scope of a guard that borrows from what is held: it lets go first.

use crate::harness::{Log, rows};
use coro::Coroutine;

rows! {
    body guard_and_continue(log) -> i32 {
        let cell = log.noisy_n("cell", 4);
        for n in 0..3 {
            if n == 1 { let guard = cell.lend(); log.say(guard.n()); continue; }
            co_yield!(n);
        }
        cell.into_n()
    }
    body guard_and_break(log) -> i32 {
        let cell = log.noisy_n("cell", 2);
        let mut n = 0;
        loop {
            n += co_yield!(n) + 1;
            if n > 3 { let guard = cell.lend(); if guard.n() > 1 { log.say("leaves"); break; } log.say("stays"); }
        }
        cell.into_n() + n
    }
    body head_and_continue(log) -> i32 {
        let cell = log.noisy_n("cell", 2);
        let mut n = 0;
        while n < 4 {
            n += 1;
            let v = match cell.lend().n() { 2 if n == 2 => continue, 2 if n == 4 => break, v => v };
            co_yield!(n + v);
        }
        co_yield!(cell.get())
    }
    body if_let_and_continue(log) -> i32 {
        let cell = log.noisy_n("cell", 2);
        let mut total = 0;
        for n in 0..4 {
            if let Some(v) = cell.lend().of_n() && n % 2 == 0 { total += v; if n == 0 { continue; } }
            if let Some(v) = cell.lend().of_n() { total += v; if n == 3 { break; } } else { continue; }
            total += co_yield!(n);
        }
        total + cell.into_n()
    }
    body drain_and_outer_continue(log) -> i32 {
        let mut v = vec![log.noisy("a"), log.noisy("b"), log.noisy("c")];
        let mut rounds = 0;
        'o: loop {
            rounds += 1;
            if rounds > 3 { break; }
            for x in v.drain(..) { if x.n == 3 { log.say(x.get()); continue 'o; } }
            v.push(log.noisy_n("d", rounds + 1));
            co_yield!(rounds);
        }
        v.len() as i32
    }
    body guard_of_the_arm(log) -> i32 {
        let mut heap = std::collections::BinaryHeap::from([3, 1, 2]);
        let cell = log.noisy("cell");
        let mut n = 0;
        loop {
            n += 1;
            let Some(mut top) = heap.peek_mut() else { break };
            if n == 2 { *top -= 3; continue; }
            let guard = cell.lend();
            if n == 3 { log.say(guard.n()); continue; }
            drop(guard);
            let v = std::collections::binary_heap::PeekMut::pop(top);
            co_yield!(v);
        }
        cell.get()
    }
    body guard_behind_a_yield(log) -> i32 {
        let cell = log.noisy("cell");
        let mut n = 0;
        'l: loop {
            let held = log.noisy_n("held", n);
            n += 1 + co_yield!(n);
            let guard = cell.lend();
            if n < 3 { log.say(guard.n()); continue; }
            let again = cell.lend();
            { let inner = held.lend(); if n > 5 { log.say(inner.n()); break 'l; } }
            drop((guard, again));
            co_yield!(held.get());
        }
        cell.into_n()
    }
    body value_past_a_guard(log) -> i32 {
        let cell = log.noisy_n("cell", 2);
        let mut n = 0;
        let k = loop {
            n += 1;
            { let guard = cell.lend(); if n > 2 { break guard.n() * 2; } }
            co_yield!(n);
        };
        let m = 'b: {
            let guard = cell.lend();
            if k > 3 { break 'b guard.n() + k; }
            drop(guard);
            co_yield!(7)
        };
        let a = log.noisy_n("a", m);
        let b = 'b: { let guard = a.lend(); if guard.n() > 2 { break 'b cell; } drop(guard); co_yield!(1); cell };
        co_yield!(a.get() + b.get())
    }
    body guard_in_a_branch(log) -> i32 {
        let cell = log.noisy_n("cell", 1);
        let mut n = 0;
        while n < 6 {
            n += 1;
            let word = match co_yield!(n) {
                0 => { let g = cell.lend(); if n > 2 { continue; } g.n() }
                1 => { co_yield!(5); continue; }
                k => { let g = cell.lend(); if n > 3 { log.say(g.n()); break; } k + g.n() }
            };
            log.say(word);
            let text = cell.lend();
            if word + text.n() > 3 { continue; }
        }
        cell.into_n()
    }
    body operands_and_continue(log) -> i32 {
        let cell = log.noisy_n("cell", 1);
        for n in 0..4 {
            let sum = cell.lend().n() + seen(cell.lend(), if n == 2 { log.say("on"); continue } else { n });
            co_yield!(sum);
        }
        cell.into_n()
    }
    body two_scopes_and_two_leaps(log) -> i32 {
        let (a, b) = (log.noisy("a"), log.noisy_n("b", 1));
        let mut n = 0;
        'o: while n < 7 {
            let outer = log.noisy_n("outer", n);
            'i: for k in 0..3 {
                n += 1;
                let first = a.lend();
                if n == 2 { continue 'i; }
                let second = outer.lend();
                if n == 4 { continue 'o; }
                let third = b.lend();
                if n == 5 { log.say(second.n()); break 'i; }
                if n == 6 { break 'o; }
                drop(second);
                drop((first, third));
                co_yield!(k);
            }
            co_yield!(outer.into_n());
        }
        a.into_n() + b.into_n()
    }
    body chain_behind_a_pattern(log) -> i32 {
        let mut group = None;
        let mut total = 0;
        for row in [(1, log.noisy("a")), (1, log.noisy("b")), (2, log.noisy("c"))] {
            if let Some(last) = group { if last != row.0 { co_yield!(total); total = 0; } }
            group = Some(row.0);
            total += row.1.n;
            while let Some(n) = row.1.maybe() { if n > total { continue; } total -= co_yield!(n); if total < 9 { break; } }
            co_yield!(row.1.get());
        }
        total
    }

    // The second head outlives what the first one binds, and is written inside of it.
    fork second_head_of_a_chain(log) -> i32 {
        let n = if let _c = log.noisy(co_yield!(1)) && let 4 = (2, log.noisy("pair")).0 { 2 } else { 1 };
        log.say("next");
        if let c = co_yield!(n) && let 4 = (log.num("two", 2), 1).0 { log.say(c); } else { log.say("else"); }
        let mut rounds = 0;
        while let Some(a) = Some(log.noisy(co_yield!(3))) && let 1 = (rounds, log.noisy("inner")).0 {
            rounds += a.n;
            co_yield!(4);
        }
        co_yield!(rounds)
    }

    // The value of an operand is written inside of the scope that the jump to `else` leaves, and belongs to the one around it.
    fork value_that_else_still_holds(log) -> i32 {
        for k in 0..3 {
            let (first, n @ 0..=3) = (log.noisy("first"), match (match log.num("k", k) { 0 => 1, 1 => 9, _ => return co_yield!(2) }) {
                1..=2 => 3,
                9 => log.noisy("nine").n + 4,
                _ => return match 5 { 0 => 3, _ => return co_yield!(7) },
            }) else { log.say("else"); co_yield!(0); continue; };
            co_yield!(first.n + n);
        }
        4
    }
}

fn seen(guard: crate::log::Lent<'_>, n: i32) -> i32 {
    guard.n() + n
}
