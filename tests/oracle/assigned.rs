//! Locals that get their value behind a yield, and jumps ahead of that.

use crate::harness::{Log, rows};
use coro::Coroutine;

rows! {
    body assigned_where_it_leaves(log) -> Option<i32> {
        let early;
        let mut moved = log.noisy("moved");
        let mut list = vec![log.noisy("list")];
        let _between = log.noisy("between");
        drop((moved, list));
        let sent = co_yield!(1);
        if sent == 1 {
            early = log.noisy("early");
            moved = log.noisy("again");
            return Some(early.get() + moved.get());
        }
        list = vec![log.noisy("second")];
        if sent == 2 {
            moved = list.pop()?;
            None::<i32>?;
            co_yield!(moved.get());
        }
        if sent == 3 {
            early = log.noisy("last");
            log.bomb(&early.name());
        }
        co_yield!(list.len() as i32).checked_add(1)
    }

    body left_ahead_of_an_assignment(log) -> i32 {
        let mut a = log.noisy("a");
        let _b = log.noisy("b");
        drop(a);
        for n in 0..3 {
            if co_yield!(n) == 1 { break; }
            a = log.noisy(n);
            if log.flag("late", n == 2) { break; }
        }
        co_yield!(4)
    }

    body left_ahead_of_an_assignment_in_verbatim_code(log) -> i32 {
        let mut a = log.noisy("a");
        let sent = co_yield!(1);
        drop(a);
        let mut n = 0;
        loop {
            n += 1;
            if log.flag("first", sent == n) { break; }
            a = log.noisy(n);
            if log.flag("again", sent > 2 && n < 3) { continue; }
            drop(a);
            if n == 4 { break; }
        }
        co_yield!(4)
    }

    body left_on_several_ways(log) -> i32 {
        let mut a = log.noisy("a");
        drop(a);
        let mut n = 0;
        'outer: loop {
            n += 1;
            if co_yield!(n) == 1 { break; }
            while n < 3 {
                n += 1;
                if co_yield!(n) == 2 { break 'outer; }
                a = log.noisy(n);
                if co_yield!(n) == 3 { continue 'outer; }
                drop(a);
                if n == 3 { break; }
            }
            if n > 4 { break; }
        }
        co_yield!(4)
    }

    body numbers_of_one_type_in_all_arms(log) -> i32 {
        let mut a = !0;
        log.say(std::any::type_name_of_val(&a));
        log.say(a);
        let sent = co_yield!(1);
        a = 5u8;
        log.say(a);
        let b;
        if sent == 1 {
            b = -3;
            log.say(std::mem::size_of_val(&b));
            co_yield!(2);
        } else {
            b = if sent == 0 { 1 } else { 6_000_000_000i64 };
            log.say(b);
            co_yield!(3);
        }
        let mut c = 1 << 31;
        log.say(c);
        for n in 0..2 {
            co_yield!(n);
            c = if n == 0 { 7 } else { (1_u64 << 40) + u64::from(a) };
            log.say(c);
        }
        let mut half = 0.5;
        log.say(std::mem::size_of_val(&half));
        let sent = co_yield!(4);
        half = 1.5f32 + sent as f32;
        log.say(half);
        sent
    }
}
