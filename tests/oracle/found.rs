//! What random bodies found, cut down.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

fn seen(a: &Noisy<'_>, n: i32) -> i32 {
    a.get() + n
}

fn pass(_: Noisy<'_>, n: i32) -> i32 {
    n
}

fn pick(n: i32) -> Option<i32> {
    (n != 0).then_some(n)
}

fn over(_: Noisy<'_>, n: i32) -> bool {
    n > 1
}

trait Word {
    fn first_word(&self) -> Option<(&str, &str)>;
}

impl Word for str {
    fn first_word(&self) -> Option<(&str, &str)> {
        self.split_once(' ')
    }
}

trait Double {
    fn double(&self) -> i32;
}

impl Double for Noisy<'_> {
    fn double(&self) -> i32 {
        self.get() * 2
    }
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

    // Dropped at the yield: the operands of a tail share a scope with its temporaries.
    body operands_of_a_tail(log) -> i32 {
        let n = { pass(log.noisy("a"), seen(&log.noisy("c"), co_yield!(2))) };
        log.say(format!("next {n}"));
        pass(log.noisy("d"), seen(&log.noisy("e"), co_yield!(3)))
    }

    // Those of a call that is an operand there do not.
    body operands_inside_a_tail(log) -> i32 {
        let n = {
            pass(log.noisy("a"), pass(log.noisy("b"), seen(&log.noisy("c"), co_yield!(2))))
        };
        co_yield!(n)
    }

    // Nor do those of a statement.
    body operands_of_a_statement(log) -> i32 {
        pass(log.noisy("a"), seen(&log.noisy("c"), co_yield!(2)));
        let n = pass(log.noisy("d"), seen(&log.noisy("e"), co_yield!(3)));
        return pass(log.noisy("f"), seen(&log.noisy("g"), co_yield!(n)));
    }

    // A condition ends what it makes; an arm does, but around its body.
    body operands_of_conditions_and_arms(log) -> i32 {
        if pass(log.noisy("a"), seen(&log.noisy("b"), co_yield!(1))) > 2 { log.say("if"); }
        if !over(log.noisy("a"), seen(&log.noisy("b"), co_yield!(1))) { log.say("not"); }
        if log.num("l", 1) > 0 && over(log.noisy("c"), seen(&log.noisy("d"), co_yield!(2))) { log.say("and"); }
        let mut left = 2;
        while { left -= 1; left > 0 } && over(log.noisy("e"), seen(&log.noisy("f"), co_yield!(3))) { log.say("while"); }
        match log.num("m", 4) {
            4 => pass(log.noisy("g"), seen(&log.noisy("h"), co_yield!(4))),
            n if over(log.noisy("i"), seen(&log.noisy("j"), co_yield!(n))) => 1,
            _ => 0,
        }
    }

    // What is assigned twice replaces what came with the state once.
    body assigned_twice(log) -> i32 {
        let mut state = log.noisy("a");
        if co_yield!(0) > 2 { drop(state); }
        co_yield!(4);
        state = log.noisy("b");
        state = log.noisy("c");
        co_yield!(state.get())
    }

    // What verbatim code assigns first has to be known.
    body assigned_on_one_path_first(log) -> i32 {
        let mut state = log.noisy("a");
        if co_yield!(0) > 2 { drop(state); }
        if co_yield!(4) > 1 { state = log.noisy("b"); }
        state = log.noisy("c");
        for name in ["d", "e"] { state = log.noisy(name); }
        co_yield!(state.get())
    }

    // Where what is assigned depends on what it replaces.
    body assigned_in_its_own_value(log) -> i32 {
        let mut state = log.noisy("a");
        if co_yield!(0) > 2 { drop(state); }
        let n = co_yield!(4);
        state = { if n > 1 { state = log.noisy("b"); } log.noisy("c") };
        co_yield!(state.get())
    }

    // Moved on some paths only, inside of a macro's arguments.
    body moved_in_a_macro(log) -> i32 {
        let a = log.noisy("a");
        let list = vec![if co_yield!(0) > 2 { a } else { log.noisy("b") }, log.noisy("c")];
        log.say(format!("{}", list.len()));
        let d = log.noisy("d");
        let more = vec![log.noisy("e"), if list[0].get() > 2 { d } else { log.noisy("f") }];
        co_yield!(more[1].get())
    }

    body moved_in_formats(log) -> i32 {
        let (a, b, c) = (log.noisy("a"), log.noisy("b"), log.noisy("c"));
        let go = co_yield!(1) > 1;
        log.say(format!("{} {x}", if go { pass(a, 1) } else { 2 }, x = if go { 3 } else { pass(b, 4) }));
        assert!(if go { pass(c, 1) > 0 } else { true }, "message");
        co_yield!(2)
    }

    body moved_in_a_nested_macro(log) -> i32 {
        let a = log.noisy("a");
        let go = co_yield!(1) > 1;
        log.say(format!("{:?}", vec![if go { log.say(format!("{}", match go { true => pass(a, 1), false => 2 })); 1 } else { 3 }]));
        if matches!('l: { if go { break 'l 1; } 2 }, 1) { log.say("one"); }
        co_yield!(2)
    }

    // A part of a tuple keeps its temporaries to the end of the statement.
    body temporaries_of_a_part(log) -> i32 {
        let n = (co_yield!(0), seen(&log.noisy("a"), 4), log.noisy("b")).1 + co_yield!(1);
        (seen(&log.noisy("c"), n), co_yield!(2)).0 + co_yield!(3)
    }

    // What is assigned anew where it was moved out before is dropped after what was declared behind it.
    body assigned_after_it_was_moved(log) -> i32 {
        {
            let mut x = log.noisy("x");
            let e;
            if log.flag("f3", x.get() > 2) { co_yield!(1); e = x; } else { e = log.noisy("n5"); }
            x = log.noisy("n6");
            log.say(e.get() + x.get());
        }
        0
    }

    // The tail of a block that is an operand has operands of its own, and those around it still wait.
    body operands_around_a_tail(log) -> i32 {
        let (_b, all) = (log.noisy("n10"), [loop { if co_yield!(2) > 0 { break 4; } }, seen(&log.noisy_n("n16", 2), 4), co_yield!(0)]);
        all[1]
    }

    // Its method may have taken it, for all that its name says, and it is assigned anew.
    body asked_for_and_assigned_again(log, text: &str = "a bcd ef g") -> i32 {
        let mut rest = text;
        let mut longest = "";
        while let Some((word, tail)) = rest.first_word() {
            if word.len() > longest.len() && co_yield!(word.len() as i32) > 0 {
                longest = word;
            }
            rest = tail;
            co_yield!(4);
        }
        longest.len() as i32
    }

    // The same of what has a destructor.
    body asked_for_and_replaced(log) -> i32 {
        let mut n = log.noisy("n");
        for i in 0..2 {
            let m = n.double();
            if co_yield!(m) > 1 {
                log.say(i);
            }
            n = log.noisy("again");
            co_yield!(4);
            log.say(n.double());
        }
        co_yield!(5)
    }

    // What a macro's argument binds is called as a local outside, and the argument is taken apart.
    body bound_in_a_macro<'l>(log, (x, b): (i32, Noisy<'l>) = (4, log.noisy("arg"))) -> i32 {
        log.say(co_yield!(x));
        let n = match co_yield!(1) { 1 | 3 => b, a @ 4.. if log.flag("g8", a > 6) => log.noisy("n9"), _ => b };
        let len = 'l: { if x > 2 { break 'l format!("{}", (match x { 0 => n.get(), x @ 4.. if x > 7 => { drop(n); 0 }, _ => 1 })).len() as i32; } co_yield!(0);
        x };
        co_yield!(len + x)
    }

    // What may have come with a value is assigned, and moved on in the same arm.
    body replaced_and_moved_on(log) -> i32 {
        for i in 0..2 {
            let mut d = log.noisy("d");
            if co_yield!(i) > 1 { drop(d); } else { log.say(d.get()); }
            let e = if log.flag("f", i > 0) { co_yield!(5); log.noisy("e") } else { d = log.noisy("again"); d };
            co_yield!(e.get());
            d = log.noisy("last");
            log.say(d.n);
        }
        3
    }

    // The arguments of a macro that is an expression of them keep their temporaries as long as it would.
    body head_of_vec(log) -> i32 {
        for a in vec![log.noisy_n("n1", seen(&log.noisy_n("n2", 3), 2)), log.noisy("n3")] { co_yield!(a.get()); }
        for n in vec![seen(&log.noisy_n("n2", 3), 2); 2] { co_yield!(n); }
        co_yield!(3)
    }
    body head_of_matches(log) -> i32 {
        if matches!(log.noisy("m").maybe(), Some(n) if n > 100) { co_yield!(1); } else { co_yield!(2); }
        match (matches!(log.noisy("k").n, 3), 1) { (true, _) => { co_yield!(3); } (false, n) => { co_yield!(n); } }
        match dbg!(log.noisy("d")).get() { n => { co_yield!(n); } }
        co_yield!(4)
    }
    body tail_of_vec(log) -> i32 {
        let v = vec![log.noisy("a"), log.noisy_n("n1", seen(&log.noisy_n("n2", 3), co_yield!(2)))];
        let k = vec![log.noisy("c"), log.noisy_n("n1", seen(&log.noisy_n("n2", 3), 2))].len() as i32 + co_yield!(3);
        co_yield!(v[1].get() + k)
    }

    // What a `break` with a value leads to was lost: the end of a loop in that value became the end of a block that nothing leads to.
    body loop_in_the_value_of_a_break(log) -> i32 {
        let x = 'l1: loop {
            if co_yield!(4) > 0 {
                break 'l1 ({ while co_yield!(1) == 2 { } 1 });
            }
        };
        let Some(a) = pick('l1: loop { if co_yield!(4) > 0 { break 'l1 ({ co_yield!(0);
        'l2: while let 1..=3 = co_yield!(0) { }
        1 }); } co_yield!(3); }) else { return 3; };
        log.say(x);
        a
    }

    // Branches meet, and one of them has become an arm of its own.
    body branch_that_waits(log) -> i32 {
        let a = log.noisy("a");
        let x; if a.get() > 0 { if (1 > 2) && log.flag("b", true) { return if a.get() == 4 { co_yield!(2) } else { 2 }; }
        x = log.num("x", 3); } else { x = 0; }
        co_yield!(x);
        drop(a);
        x
    }
    body single_branch_that_waits(log) -> i32 {
        let mut list = Vec::new();
        for i in 0..3 {
            let n = match i { 1 => { list.push(co_yield!(i)); continue; } _ => list.len() };
            log.say(n);
            let m = if i == 2 { list[0] } else { list.push(co_yield!(7)); continue; };
            log.say(m);
        }
        co_yield!(list.iter().sum())
    }

    // What is sent is a number, whatever the operand of its yield is; nothing is held of it.
    body sent_number_assigned_later(log) -> i32 {
        let x = { let mut c = co_yield!({ co_yield!(1); 3 });
        if pick(c).is_none() { for b in vec![1] { co_yield!(1);
        c = 3;
        let a; if c > 2 { a = c; } else { a = 4; }
        if a > 0 { }
        } }
        3 };
        x
    }

    // A branch without an `else` at the end of one that falls out, and a closure that is held.
    body falls_out_of_an_if(log) -> i32 {
        let b = move |k: i32| k + 3;
        let n = co_yield!(2);
        match b(n) {
            4 => log.say("four"),
            _ => {
                let mut b = n;
                if b > 1 { b += co_yield!(1); return b; }
            }
        }
        log.say("behind");
        co_yield!(b(1));
        0
    }

    // Operators in the value of a compound assignment.
    body compound_of_operators(log) -> i32 {
        struct N { n: [i64; 2], t: i64 }
        let mut a = vec![0, 1, 2];
        a[1] += a[0] + co_yield!(1);
        a[co_yield!(0) as usize % 3] |= co_yield!(2) << 2;
        let mut f = [0.5];
        f[0] += f64::from(co_yield!(3)) / 2.0;
        let mut n = N { n: [1, 2], t: 3 };
        n.n[0] += n.t * i64::from(co_yield!(4));
        n.n[1] -= co_yield!(5) as i64;
        let mut m = std::collections::BTreeMap::from([("a", 3)]);
        *m.get_mut("a").unwrap() *= 1 + co_yield!(6);
        log.say(format!("{a:?} {f:?} {:?} {m:?}", n.n));
        co_yield!(7)
    }

    // A place that `_` is assigned is not taken.
    fork nothing_assigned_of_a_local(log, b: Noisy<'_> = log.noisy("b")) -> i32 {
        _ = b;
        co_yield!(0);
        let pair = (log.noisy("a"), 3);
        let n;
        (_, n) = pair;
        co_yield!(n);
        let (x, y);
        (x, y) = (log.noisy("x"), co_yield!(2));
        co_yield!(x.n + y)
    }

    // The sum of two values is one with a destructor.
    fork sum_left_by_an_arm(log) -> i32 {
        match ((log.noisy("a") + log.noisy("b")), 2) {
            (_, 0..=1) => {}
            (.., n @ 2..=3) => { log.say("arm"); co_yield!(n); }
            (c, _) => { co_yield!(c.n); }
        }
        0
    }

    // Two temporaries of one condition.
    fork temporaries_of_a_condition_by_name(log) -> i32 {
        let pick = |n: i32| (n != 0).then_some(n);
        let parse = |n: i32| Ok::<i32, String>(n);
        let Some(x) = pick([log.noisy("a").n + co_yield!(2), co_yield!(1)][i32::rem_euclid(7 - parse(4).unwrap_or(6), 2) as usize]) else { return co_yield!(9) };
        co_yield!(x);
        if let Some(y) = pick(co_yield!(3)) && let Some(z) = [pick(y), pick(co_yield!(4))][parse(1).unwrap_or(0) as usize] && z > 0 { co_yield!(z); }
        x
    }

    // What a branch gives to a local tells its type before the next branch, as in an assignment.
    fork accumulators(log) -> i32 {
        let mut best = None;
        let mut list = Vec::new();
        let mut last = None;
        let mut set = Default::default();
        for x in ["a", "bcd"] {
            best = match best {
                None => Some(x),
                Some(b) => if co_yield!(b.len() as i32) == 1 { Some(x) } else { Some(b) },
            };
            list = match list.pop() {
                None => vec![x],
                Some(b) if co_yield!(1) == 2 => vec![b, x],
                Some(b) => { co_yield!(b.len() as i32); vec![b] }
            };
            last = loop { match last { None => break Some(x), Some(b) => { co_yield!(b.len() as i32); last = None; } } };
            set = match set { None => Some(x), Some(b) => { co_yield!(b.len() as i32); None } };
            log.say(format!("{best:?} {list:?} {last:?} {set:?}"));
        }
        best.unwrap().len() as i32
    }

    // With something to drop, and of a type that is known from a branch alone.
    body accumulators_with_destructors(log) -> i32 {
        let mut best = None;
        let mut last = None;
        for i in 0..3 {
            best = match best {
                None => Some(log.noisy("best")),
                Some(b) => { co_yield!(i); Some(b) }
            };
            let next = log.noisy("next");
            match last {
                None => last = Some(next),
                Some(l) if co_yield!(i) > 2 => { last = Some(next); drop(l); }
                _ => last = None,
            }
        }
        best.map_or(1, |best| best.n) + last.map_or(2, |last| last.n)
    }

    // The same of fields, elements and what a reference points to, where a branch coerces.
    body accumulated_fields(log, other: &mut Box<dyn Fn(i32) -> i32> = Box::leak(Box::new(Box::new(|n| n)))) -> i32 {
        struct State { f: Box<dyn Fn(i32) -> i32>, name: Option<&'static str>, list: [Option<i32>; 2] }
        let mut s = State { f: Box::new(|n| n), name: None, list: [None; 2] };
        for _ in 0..2 {
            s.f = if co_yield!((s.f)(1)) > 1 { Box::new(|n| n + 1) } else { let k = co_yield!(3); Box::new(move |n| n + k) };
            s.name = match s.name { None => Some("name"), Some(name) => { co_yield!(name.len() as i32); None } };
            s.list[1] = match s.list[0] { None => Some(3), Some(n) => { co_yield!(n); None } };
            *other = loop { if co_yield!(1) == 2 { break Box::new(|n| n) } if co_yield!(2) != 3 { break Box::new(|n| n + 1) } };
            log.say(format!("{:?} {:?}", s.name, s.list));
        }
        let text: &'static String = Box::leak(Box::new(String::from("leaked")));
        let mut view = "view";
        view = 'b: { if co_yield!(4) > 3 { break 'b text; } view };
        (s.f)(other(view.len() as i32))
    }

    // What is assigned later has no name yet in the arms of its value.
    fork deferred_by_branches(log) -> i32 {
        let d;
        if log.flag("f", true) { co_yield!(1); d = log.noisy("a"); }
        else { d = 'l: { if log.flag("g", false) { break 'l log.noisy("b"); } co_yield!(2); log.noisy("c") }; }
        let n;
        n = if co_yield!(3) > 1 { co_yield!(4) } else { 5 };
        d.n + n
    }

    // Where the local is away while the value is on its way to it, the states tell the type.
    fork accumulated_by_another_name(log) -> i32 {
        let mut best = None;
        for x in ["a", "bcd"] {
            let old = best;
            co_yield!(1);
            best = match old {
                None => Some(x),
                Some(b) => if co_yield!(b.len() as i32) == 1 { Some(x) } else { Some(b) },
            };
            log.say(format!("{best:?}"));
        }
        best.map_or(0, str::len) as i32
    }

    body accumulated_closures(log) -> i32 {
        let mut f: Box<dyn Fn(i32) -> i32> = Box::new(|n| n);
        for _ in 0..3 {
            f = if co_yield!(f(1)) > 1 { Box::new(move |n| f(n) + 1) } else { Box::new(|n| n * 10) };
        }
        f(1)
    }
}
