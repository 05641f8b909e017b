//! Temporaries that a `let` extends to the end of the block, those of a `let .. else` to its `else`.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

fn opt(log: &Log, there: bool) -> Option<Noisy<'_>> {
    there.then(|| log.noisy("opt"))
}

fn two(log: &Log) -> (Option<Noisy<'_>>, Noisy<'_>) {
    (Some(log.noisy("two0")), log.noisy("two1"))
}

struct Small {
    a: i32,
}

impl Small {
    fn get(&self) -> Option<i32> {
        (self.a > 0).then_some(self.a)
    }
}

rows! {
    body plain_in_branch(log, c: bool = true) -> i32 {
        let x = if c { (&vec![1, 2], 1) } else { (&vec![3], 2) };
        log.say(x.0.len() + x.1);
        co_yield!(1);
        log.say("end");
        3
    }

    body ext_closure(log, c: bool = true) -> i32 {
        let other = log.noisy("other");
        let f = &move || other.n;
        log.say(f());
        co_yield!(1);
        log.say("end");
        3
    }

    body ext_closure_arg(log, c: bool = true) -> i32 {
        let other = log.noisy("other");
        let f: &dyn Fn(i32) -> i32 = &move |n| other.n + n;
        log.say(f(1));
        co_yield!(1);
        log.say("end");
        3
    }

    body const_block(log) -> i32 {
        let x = &const { 3 };
        let y: &[i32] = const { &[1, 2] };
        co_yield!(*x);
        y[0] + x
    }

    body nested_ref(log) -> i32 {
        let x = &&log.noisy("x");
        let y = &(&log.noisy("y"), [&log.noisy("z")]);
        let z = &*&log.noisy("w");
        let Noisy { n, .. } = &log.noisy("v");
        let q = log.noisy("q").n + *n;
        let [a, ..] = [&log.noisy("a"), &log.noisy("b")];
        let ref r = log.noisy("r");
        let (ref s, t) = (log.noisy("s"), 4);
        log.say(x.n + y.0.n + z.n + q + a.n + r.n + s.n + t);
        co_yield!(1);
        log.say("end");
        1
    }

    body nested_ref_yield(log) -> i32 {
        let x = &&log.noisy_n("x", co_yield!(0));
        let y = &(&log.noisy("y"), [&log.noisy_n("z", co_yield!(1))]);
        log.say(y.0.n);
        co_yield!(1);
        log.say("end");
        1
    }

    body le_wild(log) -> i32 {
        let Some(_) = &opt(log, true) else { co_yield!(9); return 1 };
        co_yield!(2);
        log.say("end");
        3
    }

    body le_wild2(log) -> i32 {
        let Some(_) = &opt(log, co_yield!(0) == 1) else { log.say("else"); return 1 };
        co_yield!(2);
        log.say("end");
        3
    }

    body le_wild3(log) -> i32 {
        let Some(_) = &opt(log, true) else { return 1 };
        co_yield!(2);
        log.say("end");
        3
    }

    body le_lit(log) -> i32 {
        let Noisy { n: 3, .. } = &log.noisy("a") else { co_yield!(9); return 1 };
        co_yield!(2);
        log.say("end");
        3
    }

    body le_fail(log) -> i32 {
        let Noisy { n: 4, .. } = &log.noisy("a") else { log.say("else"); co_yield!(9); return 1 };
        co_yield!(2);
        3
    }

    body le_fail2(log) -> i32 {
        let Noisy { n: 4, .. } = &log.noisy_n("a", co_yield!(0)) else { log.say("else"); return 1 };
        co_yield!(2);
        3
    }

    body le_fail3(log) -> i32 {
        let (Noisy { n: 4, .. }, _) = (&log.noisy_n("a", co_yield!(0)), log.noisy("b")) else { log.say("else"); co_yield!(7); return 1 };
        co_yield!(2);
        3
    }

    body le_arg(log) -> i32 {
        let 4 = log.noisy("a").look() else { log.say("else"); co_yield!(7); return 1 };
        co_yield!(2);
        3
    }

    body le_tuple(log) -> i32 {
        let (Some(_), b) = (&opt(log, true), log.noisy("b")) else { log.say("else"); co_yield!(7); return 1 };
        co_yield!(2);
        log.say("end");
        b.n
    }

    body plain_wild(log) -> i32 {
        let _ = &log.noisy("a");
        let (_, _) = (&log.noisy("b"), 1);
        co_yield!(2);
        log.say("end");
        1
    }

    body plain_wild_y(log) -> i32 {
        let _ = &log.noisy_n("a", co_yield!(1));
        let (_, _) = (&log.noisy_n("b", co_yield!(2)), 1);
        co_yield!(2);
        log.say("end");
        1
    }

    body le_used(log) -> i32 {
        let Some(x) = &opt(log, true) else { co_yield!(9); return 1 };
        log.say(x.n);
        co_yield!(2);
        3
    }

    body le_used2(log) -> i32 {
        for i in 0..3 {
            let Some(x) = &opt(log, i != 1) else { co_yield!(9); continue };
            log.say(x.n);
            co_yield!(i);
        }
        3
    }

    body le_two(log) -> i32 {
        for i in 0..3 {
            let (Some(x), y) = (&opt(log, i != 1), &log.noisy("y")) else { log.say("else"); co_yield!(9); log.say("out"); continue };
            log.say(x.n + y.n);
            co_yield!(i);
        }
        3
    }

    body le_two_plain(log) -> i32 {
        for i in 0..3 {
            let (Some(x), y) = (&opt(log, i != 1), &log.noisy("y")) else { log.say("else"); continue };
            log.say(x.n + y.n);
            co_yield!(i);
        }
        3
    }

    body le_ref(log) -> i32 {
        let (Some(ref x), _) = two(log) else { log.say("else"); return 1 };
        log.say(x.n);
        co_yield!(1);
        3
    }

    body struct_in_let_else(log) -> i32 {
        let Some(k) = Small { a: 1 }.get() else { co_yield!(7); return 4 };
        co_yield!(k)
    }

    body struct_in_let_else2(log) -> i32 {
        let Some(k) = Small { a: co_yield!(0) }.get() else { co_yield!(7); return 4 };
        let 1..=3 = Small { a: k }.a else { co_yield!(8); return 5 };
        k
    }
}
