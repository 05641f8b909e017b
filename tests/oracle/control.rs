//! Statements and branches, nested; early exits.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

fn parse(n: i32) -> Result<i32, String> {
    if n == 0 {
        Err("zero".to_string())
    } else {
        Ok(n)
    }
}

#[derive(Debug)]
struct Wrapped(#[allow(dead_code, reason = "it is printed")] String);

impl From<String> for Wrapped {
    fn from(text: String) -> Self {
        Wrapped(text)
    }
}

rows! {
    fork straight(log) -> i32 {
        let a = co_yield!(1);
        log.say(format!("a {a}"));
        let b = co_yield!(a + 1);
        a + b
    }

    fork two_locals(log) -> i32 {
        let a = log.noisy("a");
        let b = log.noisy("b");
        let x = co_yield!(1);
        a.get() + b.get() + x
    }

    fork arguments(log, a: Noisy<'_> = log.noisy("a"), b: Noisy<'_> = log.noisy("b")) -> i32 {
        let x = co_yield!(b.get());
        x + a.get()
    }

    fork unused_arguments(log, a: Noisy<'_> = log.noisy("a"), _b: Noisy<'_> = log.noisy("b"), _: Noisy<'_> = log.noisy("c")) -> i32 {
        co_yield!(1);
        let x = a;
        co_yield!(2);
        x.get()
    }

    fork argument_patterns(log, (a, b): (Noisy<'_>, Noisy<'_>) = (log.noisy("a"), log.noisy("b")), [c, _, d]: [i32; 3] = [1, 2, 3]) -> i32 {
        co_yield!(c);
        let e = log.noisy("e");
        co_yield!(d);
        a.get() + b.get() + e.get()
    }

    body no_yield(log) -> i32 {
        let _a = log.noisy("a");
        log.num("x", 4)
    }

    fork branch(log) -> i32 {
        let a = log.noisy("a");
        if co_yield!(1) > 1 {
            let b = log.noisy("b");
            co_yield!(b.get());
            log.say("then");
        } else {
            let c = log.noisy("c");
            log.say("else");
            co_yield!(c.get() + 10);
        }
        co_yield!(a.get());
        0
    }

    fork else_if_chain(log) -> &'static str {
        let x = co_yield!(0);
        let r = if x == 0 {
            log.say("zero");
            "zero"
        } else if co_yield!(x) == 1 {
            let _n = log.noisy("n");
            co_yield!(5);
            "one"
        } else if log.flag("third", x > 2) && co_yield!(8) > 0 {
            "third"
        } else {
            co_yield!(9);
            "else"
        };
        co_yield!(10);
        r
    }

    fork if_without_else(log) -> i32 {
        let mut n = 0;
        if co_yield!(1) == 1 {
            n += co_yield!(2);
        }
        if n > 0 { log.say("positive"); }
        if n == 0 { co_yield!(3); }
        n
    }

    fork if_let(log) -> i32 {
        let a = log.noisy("a");
        if let Some(n) = a.maybe().filter(|n| *n > co_yield_free(1)) {
            let b = log.noisy_n("b", n);
            co_yield!(b.n);
        } else {
            co_yield!(-1);
        }
        if let 1..=3 = co_yield!(7) {
            log.say("in range");
            co_yield!(8)
        } else if let x @ 4.. = co_yield!(9) {
            x
        } else {
            0
        }
    }

    fork let_chain(log) -> i32 {
        let a = log.noisy("a");
        if let Some(n) = a.maybe() && let m = co_yield!(n) && m > 0 && let Ok(k) = parse(co_yield!(m)) {
            let _in = log.noisy("in");
            co_yield!(n + m + k);
            1
        } else {
            co_yield!(100);
            2
        }
    }

    fork let_chain_drops(log) -> i32 {
        if let Some(a) = Some(log.noisy("a")) && co_yield!(a.n) > 0 && let Some(b) = Some(log.noisy("b")) && co_yield!(b.n) > 0 {
            let _c = log.noisy("c");
            co_yield!(a.get() + b.get());
            log.say("end of then");
        } else {
            log.say("else");
            co_yield!(0);
        }
        log.say("after");
        co_yield!(9)
    }

    fork match_values(log) -> i32 {
        let mut total = 0;
        match co_yield!(1) {
            0 => log.say("zero"),
            1 => total += co_yield!(2),
            n if n % 2 == 0 => {
                let _e = log.noisy("even");
                total += co_yield!(n);
            }
            n => {
                total -= n;
                co_yield!(total);
            }
        }
        log.say("after");
        total
    }

    fork match_guards(log) -> i32 {
        let a = log.noisy("a");
        match (co_yield!(1), co_yield!(2)) {
            (x, y) if log.flag("g1", x == y) => co_yield!(x),
            (x, _) if x == 1 => log.num("second", x),
            (0, y) | (y, 0) if log.flag("g3", y > 0) && y == 2 => co_yield!(a.get()),
            (x, y) if { let _g = log.noisy("g"); x > 1 } => x + y,
            _ => -1,
        }
    }

    fork match_moves_a_noisy(log) -> i32 {
        let a = Some(log.noisy("a"));
        let r = match a {
            Some(n) if n.n > 1 => {
                log.say("moved in");
                co_yield!(n.get());
                n.into_n()
            }
            Some(n) => n.get(),
            None => co_yield!(0),
        };
        co_yield!(50);
        r
    }

    fork let_else(log) -> i32 {
        let a = log.noisy("a");
        let Some(n) = (match co_yield!(1) { 0 => None, n => Some(n) }) else {
            let _gone = log.noisy("gone");
            co_yield!(2);
            return -1;
        };
        let (Ok(m) | Err(m)) = parse(co_yield!(n)).map_err(|e| e.len() as i32);
        co_yield!(m) + a.get()
    }

    fork let_else_in_loop(log) -> i32 {
        let mut seen = 0;
        loop {
            let _in = log.noisy(format!("in{seen}"));
            let n @ 1.. = co_yield!(seen) else {
                log.say("else");
                if seen > 2 { break; }
                seen += 1;
                continue;
            };
            seen += n;
            if seen > 5 { break }
        }
        seen
    }

    fork early_return(log) -> i32 {
        let _a = log.noisy("a");
        if co_yield!(1) == 0 {
            let _b = log.noisy("b");
            return co_yield!(2);
        }
        let _c = log.noisy("c");
        match co_yield!(3) {
            0 => return 10,
            1 => { let _d = log.noisy("d"); return log.num("r", 11) }
            _ => {}
        }
        log.say("end");
        return co_yield!(4);
    }

    fork return_a_local(log) -> Noisy<'_> {
        let a = log.noisy("a");
        let b = log.noisy("b");
        if co_yield!(1) == 0 { return a; }
        co_yield!(2);
        b
    }

    fork question_result(log) -> Result<i32, String> {
        let _a = log.noisy("a");
        let x = parse(co_yield!(1))?;
        let _b = log.noisy("b");
        let y = parse(co_yield!(x))? + parse(co_yield!(2))?;
        Ok(x + y)
    }

    fork question_converts(log) -> Result<Noisy<'_>, Wrapped> {
        let a = log.noisy("a");
        parse(co_yield!(1))?;
        for i in 0..3 {
            let _in = log.noisy(format!("in{i}"));
            let n = parse(co_yield!(i))?;
            log.say(n);
        }
        Ok(a)
    }

    fork question_option(log) -> Option<i32> {
        let a = log.noisy("a");
        let x = Some(co_yield!(1)).filter(|x| *x > 0)?;
        let _b = log.noisy("b");
        let y = (1..x).next()? + a.maybe()?;
        Some(co_yield!(y))
    }

    fork question_in_arguments(log) -> Result<i32, String> {
        let a = log.noisy("a");
        let v = [parse(co_yield!(1))?, parse(co_yield!(2))?, log.num("mid", a.n), parse(co_yield!(3))?];
        log.say(format!("{v:?}"));
        Ok(v.iter().sum())
    }

    fork nested_blocks(log) -> i32 {
        let a = log.noisy("a");
        let x = {
            let b = log.noisy("b");
            let y = {
                let c = log.noisy("c");
                co_yield!(c.n)
            };
            log.say("mid");
            co_yield!(y) + b.get()
        };
        { let _d = log.noisy("d"); }
        { let _e = log.noisy("e"); co_yield!(x); }
        a.get() + x
    }

    fork block_tail_only(log) -> i32 {
        { { co_yield!(log.num("v", 1)) } }
    }

    fork unit_yields(log) -> () {
        co_yield!(1);
        { co_yield!(2); }
        if co_yield!(3) > 0 { log.say("x") } else { co_yield!(4); }
        let _ = co_yield!(5);
        let () = log.say("end");
    }

    body diverging_arms(log) -> i32 {
        let x: i32 = match co_yield!(1) {
            0 => return 1,
            1 => loop { if co_yield!(2) > 1 { return 2 } log.say("again") },
            n => n,
        };
        let y = if x > 5 { return 3 } else { co_yield!(x) };
        x + y
    }

    body unreachable_tail(log) -> i32 {
        let _a = log.noisy("a");
        loop {
            let _b = log.noisy("b");
            if co_yield!(1) == 1 { return 5; }
        }
    }

    body panics(log) -> i32 {
        let _a = log.noisy("a");
        let _b = log.noisy("b");
        let x = co_yield!(1);
        let _c = log.noisy("c");
        if x == 1 { log.bomb("bang"); }
        if co_yield!(2) > 2 { let _d = log.noisy("d"); log.bomb("late") }
        x
    }

    fork match_guards_yield(log) -> i32 {
        let a = log.noisy("a");
        match (co_yield!(1), co_yield!(2)) {
            (x, y) if log.flag("g1", x == y) => co_yield!(x),
            (x, _) if co_yield!(3) == x => log.num("second", x),
            (0, y) | (y, 0) if log.flag("g3", y > 0) && co_yield!(4) == y => a.get(),
            (x, y) if { let _g = log.noisy("g"); co_yield!(5) > 1 } => x + y,
            _ => -1,
        }
    }

    fork match_in_match(log) -> i32 {
        let x = match match co_yield!(1) { 0 => None, n => Some(n) } {
            Some(n) => match co_yield!(n) {
                0 => { let _d = log.noisy("d"); co_yield!(4) }
                m => m * 2,
            },
            None => { log.say("none"); 7 }
        };
        co_yield!(x)
    }

    fork question_in_format(log) -> Result<i32, String> {
        let x = co_yield!(1);
        let d = format!("{}", { parse(x)? }).len() as i32 + co_yield!(2);
        Ok(d)
    }

    fork question_in_format_option(log) -> Option<i32> {
        let x = co_yield!(1);
        Some(format!("{}", Some(x).filter(|n| *n > 1)?).len() as i32 + co_yield!(2))
    }
}

/// A helper that has nothing to do with yields.
fn co_yield_free(n: i32) -> i32 {
    n
}
