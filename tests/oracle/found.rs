//! What random bodies found, cut down.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

fn seen(a: &Noisy<'_>, n: i32) -> i32 {
    a.get() + n
}

rows! {
    // The head of a `match` that is an operand keeps its temporaries to the end of the statement.
    body nested_head_temporary(log) -> i32 {
        let n = (match seen(&log.noisy("head"), 1) { 0 => 0, n => n + co_yield!(1) }) + log.num("after", 2);
        log.say("next");
        n
    }

    // A name in the else of a `let` that is not mentioned again.
    body let_else_unused_binding(log) -> Option<i32> {
        { let Some(_d) = Some(4).filter(|n| *n > 3) else { return Some(co_yield!(1)); }; }
        log.say("behind");
        co_yield!(3);
        Some(3)
    }

    // A macro in the arguments of a macro captures names of its own.
    body captured_in_a_macro_in_a_macro(log) -> i32 {
        let x = 3;
        let x = x + co_yield!(x);
        format!("{}", { log.say(format!("{} {x}", x)); 2 }).len() as i32
    }

    // A value that is assigned late outlives what is declared behind it.
    body late_value_outlives(log) -> i32 {
        let b = { let c = log.noisy("c"); co_yield!(4); co_yield!(c.get()); log.noisy("tail") };
        co_yield!(b.get())
    }

    // The same at the end of a loop's body.
    body late_value_outlives_in_a_loop(log) -> i32 {
        while co_yield!(0) > 3 {
            let _b = { let c = log.noisy("c"); { co_yield!(4); co_yield!(c.get()); log.noisy("tail") } };
        }
        0
    }

    // A local that one branch assigns, declared in the arm of a sent value.
    body assigned_where_it_is_declared(log) -> i32 {
        let mut n = log.num("n", co_yield!(3));
        if n > 2 { n = 4; } else { co_yield!(n); }
        n
    }
}
