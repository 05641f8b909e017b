//! What is copied out of a value with a destructor, which stays; and what a pattern leaves of a temporary.

use crate::harness::{Log, rows};
use coro::Coroutine;

/// Only copies can be taken out of it.
#[derive(Clone)]
struct Drops<'a>(&'a Log, &'static str, i32);

impl Drop for Drops<'_> {
    fn drop(&mut self) {
        self.0.say(format!("-{}", self.1));
    }
}

impl Drops<'_> {
    fn some(self) -> Option<Self> {
        Some(self)
    }

    fn id(self) -> Self {
        self
    }
}

rows! {
    fork copied_out_of_a_temporary(log) -> i32 {
        match Drops(log, "x", co_yield!(1)) { Drops(_, _, k) => { co_yield!(k); } }
        log.say("next");
        match Drops(log, "y", 4) { Drops(_, _name, k) => { co_yield!(k); } }
        log.say("end");
        1
    }

    fork copied_out_of_a_local(log) -> i32 {
        let d = Drops(log, "x", 1);
        match d { Drops(_log, name, k) => { log.say(name); co_yield!(k); } }
        log.say("next");
        let e = Drops(log, "y", 2);
        let Drops(_, name, k) = e;
        co_yield!(k);
        log.say(name);
        2
    }

    fork copied_out_of_an_item(log) -> i32 {
        let mut sum = 0;
        for Drops(_, _, k) in [Drops(log, "a", 1), Drops(log, "b", 2)] {
            sum += co_yield!(k);
            log.say("round");
        }
        sum
    }

    fork copied_behind_a_guard(log) -> i32 {
        match Drops(log, "x", 3) {
            Drops(_, name, k) if k > 2 => { co_yield!(k); log.say(name); }
            Drops(_, _, j) => { co_yield!(j); }
        }
        log.say("end");
        if let Drops(_, _, k) = Drops(log, "y", 3) { co_yield!(k); }
        log.say("end");
        0
    }

    fork copied_by_let_else(log) -> i32 {
        let Drops(_, _, 0..) = Drops(log, "x", 3) else { return 9 };
        log.say("next");
        let (_, Drops(_, _, k)) = (log.noisy("n"), Drops(log, "y", co_yield!(3)));
        log.say("next");
        co_yield!(k);
        k
    }

    fork tuple_left_by_an_arm(log) -> i32 {
        match (log.noisy("a"), co_yield!(1)) { (_, 2) => {} _ => { co_yield!(2); } }
        log.say("next");
        match (log.noisy("b"), co_yield!(1)) { (.., n) => { co_yield!(n); } }
        log.say("next");
        match (log.noisy("c"), co_yield!(1)) { ref pair => { co_yield!(pair.1); } }
        log.say("next");
        match { let q = co_yield!(1); (log.noisy("d"), q) } { (_, n) => { co_yield!(n); } }
        log.say("end");
        0
    }

    fork tuple_of_locals_left_by_an_arm(log) -> i32 {
        let d = log.noisy("d");
        match (d, co_yield!(2)) { (_, 1) => { co_yield!(8); } (e, _) => { co_yield!(e.n); } }
        log.say("next");
        let d = log.noisy("e");
        match (d, 1) { (_, 1) => { co_yield!(8); } (e, _) => { co_yield!(e.n); } }
        log.say("next");
        let d = log.noisy("f");
        if let (_, 1) = (d, 1) { co_yield!(8); }
        log.say("end");
        0
    }

    fork tuple_left_by_a_condition(log) -> i32 {
        while let (_, 2..=4) = (log.noisy("a"), co_yield!(7)) { co_yield!(8); }
        log.say("next");
        if let (_, 0..=3) = (log.noisy("b"), co_yield!(7)) && co_yield!(3) > 1 { co_yield!(8); }
        log.say("end");
        0
    }

    fork tuple_left_in_a_loop(log) -> i32 {
        for i in 0..2 {
            match (log.noisy(i), co_yield!(1)) {
                (_, 1) => { co_yield!(8); continue; }
                (e, _) => { co_yield!(e.n); }
            }
            log.say("next");
        }
        0
    }

    fork failed_let_else(log) -> i32 {
        let (Some(_x), 1..=3) = (Drops(log, "x", 0).some(), co_yield!(1)) else { log.say("else"); return 1 };
        co_yield!(5);
        let (y, 1..=2) = (Drops(log, "y", 0).id(), co_yield!(1)) else { log.say("else"); return 2 };
        co_yield!(y.2);
        3
    }

    fork left_by_an_assignment(log) -> i32 {
        let (k, n);
        (k, _) = { let z = co_yield!(1); (z, log.noisy("k")) };
        log.say("next");
        (_, n) = if co_yield!(2) > 2 { (Some((log.noisy("z"), co_yield!(6))), 3) } else { (None, 4) };
        log.say("end");
        co_yield!(n);
        k
    }
}
