//! Names that hide what is kept, in code that is left by a jump; and guards that do more than look.

use crate::harness::{Log, rows};
use coro::Coroutine;

rows! {
    fork hidden_by_if_let(log, x: i32 = 1) -> i32 {
        loop {
            co_yield!(0);
            if let Some(x) = Some(2) { log.say(x); break; }
        }
        co_yield!(x)
    }

    fork hidden_by_match(log) -> i32 {
        let x = 1;
        'b: {
            co_yield!(0);
            match 2 { 3 => {} x => { log.say(x); break 'b; } }
        }
        co_yield!(x)
    }

    fork hidden_by_let(log) -> i32 {
        let x = 1;
        loop {
            co_yield!(0);
            { let x = 2; if x == 2 { break; } }
            co_yield!(5);
        }
        co_yield!(x)
    }

    fork hidden_in_a_round(log) -> i32 {
        let x = log.noisy_n("outer", 1);
        for round in 0..3 {
            co_yield!(round);
            if let Some(x) = Some(log.noisy_n("inner", round)) && x.n < 2 { continue; }
            log.say("last");
        }
        co_yield!(x.n)
    }

    fork hidden_value(log) -> i32 {
        let d = log.noisy_n("outer", 7);
        let found = loop {
            let sent = co_yield!(1);
            match log.noisy_n("inner", sent) { d if d.n > 1 => break d.n, d => log.say(d.get()) }
            if sent == 0 { break 0; }
        };
        log.say(d.get());
        co_yield!(found)
    }

    fork hidden_with_another_type(log) -> i32 {
        let text = String::from("outer");
        'found: {
            for n in 0..3 {
                co_yield!(n);
                let text = n * 2;
                if text == 2 { break 'found; }
            }
        }
        log.say(&text);
        co_yield!(text.len() as i32)
    }

    fork hidden_twice(log) -> i32 {
        let x = 1;
        loop {
            co_yield!(0);
            if let Some(x) = Some("two") { if let Some(x) = x.chars().next() { log.say(x); break; } }
        }
        co_yield!(x)
    }

    fork held_by_a_guard(log) -> i32 {
        let _x;
        match 1 { _ if { _x = log.noisy("x"); false } => {} _ => { co_yield!(1); } }
        log.say("end");
        co_yield!(2)
    }

    fork changed_in_a_guard(log) -> i32 {
        let mut n = 0;
        match co_yield!(1) {
            0 if { n += 1; false } => log.say("never"),
            1 if { n += 2; true } => n += co_yield!(n),
            sent if { n += 4; sent > 1 } => log.say(sent),
            _ => n += co_yield!(9),
        }
        co_yield!(n)
    }

    fork mutable_in_a_pattern(log) -> i32 {
        let x = Some(3);
        if let Some(mut y) = x {
            co_yield!(y);
            y *= 2;
            co_yield!(y);
        }
        x.unwrap_or(0)
    }
}
