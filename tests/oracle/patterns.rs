//! Pattern bindings, shadowing, deferred initialisation.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

#[derive(Clone)]
struct Pair<'l> {
    left: Noisy<'l>,
    right: Noisy<'l>,
}

#[derive(Clone)]
enum Shape<'l> {
    Dot,
    One(Noisy<'l>),
    Two { x: i32, label: Noisy<'l> },
    Nest(Box<Shape<'l>>),
}

fn pair(log: &Log) -> Pair<'_> {
    Pair {
        left: log.noisy("left"),
        right: log.noisy("right"),
    }
}

rows! {
    body rest_of_a_tuple_that_is_written_out(log) -> i32 {
        let early = log.noisy("early");
        let (.., late) = (1, 2, log.noisy("late"));
        let (first, ..) = (log.noisy("first"), 3, 4);
        let (.., open) = (5, 6, Vec::new());
        let last = log.noisy("last");
        co_yield!(early.get() + last.get());
        let mut open = open;
        open.push(late.get() + first.get());
        co_yield!(open[0])
    }

    fork tuple(log) -> i32 {
        let (a, b) = (log.noisy("a"), log.noisy("b"));
        let ((c, d), e) = ((1, log.noisy("d")), [co_yield!(1), 2]);
        co_yield!(c + e[0]);
        a.get() + b.get() + d.get()
    }

    fork tuple_rest(log) -> i32 {
        let (a, .., z) = (1, 2, 3, co_yield!(4));
        let [x, y @ .., _] = [co_yield!(a), 5, 6, z];
        log.say(format!("{y:?}"));
        co_yield!(x + y[0])
    }

    fork structure(log) -> i32 {
        let Pair { left, right: r } = pair(log);
        co_yield!(1);
        let x = left.get();
        let y = r.into_n();
        co_yield!(x + y);
        0
    }

    fork at_binding(log) -> i32 {
        let whole @ (a, b) = (co_yield!(1), co_yield!(2));
        log.say(format!("{whole:?}"));
        let n @ (1 | 2 | 3 | _) = co_yield!(a);
        match co_yield!(n) {
            small @ 0..=2 => co_yield!(small) + b,
            big @ (3 | 5 | 7) if big > 4 => big,
            other => co_yield!(-other),
        }
    }

    fork enumeration(log) -> i32 {
        let mut total = 0;
        for shape in [Shape::Dot, Shape::One(log.noisy("one")), Shape::Two { x: 4, label: log.noisy("two") }, Shape::Nest(Box::new(Shape::Dot))] {
            total += match shape {
                Shape::Dot => co_yield!(0),
                Shape::One(n) => { co_yield!(1); n.into_n() }
                Shape::Two { x, label } => { log.say(format!("{label:?}")); let y = co_yield!(x); y + label.n }
                Shape::Nest(inner) => match *inner { Shape::Dot => co_yield!(9), _ => 0 },
            };
            log.say(total);
        }
        total
    }

    fork or_pattern(log) -> i32 {
        let shape = if co_yield!(0) > 1 { Ok(log.noisy("one")) } else { Err(log.noisy("two")) };
        match shape {
            Ok(n) | Err(n) => { co_yield!(n.get()); n.into_n() }
        }
    }

    body reference_bindings(log) -> i32 {
        let mut p = pair(log);
        {
            let Pair { left: ref l, right: ref mut r } = p;
            r.set(l.get() + 10);
        }
        let x = co_yield!(p.right.n);
        if let Pair { left: ref mut l, .. } = p { l.set(x); }
        co_yield!(p.left.n);
        match &p { Pair { left, right } => left.get() + right.get() }
    }

    fork default_binding_modes(log) -> i32 {
        let opt = Some(log.noisy("a"));
        let n = if let Some(a) = &opt { a.get() } else { 0 };
        let m = match opt { Some(ref a) if a.n > 100 => 1, Some(_) => co_yield!(n), None => 0 };
        co_yield!(m);
        let Some(a) = opt else { return 0 };
        a.into_n() + co_yield!(4)
    }

    fork slices(log, items: &'static [i32] = &[1, 2, 3, 4]) -> i32 {
        let mut rest = items;
        let mut sum = 0;
        while let [first, tail @ ..] = rest {
            sum += co_yield!(*first) * first;
            rest = tail;
        }
        match items { [a, .., z] => co_yield!(a + z) + sum, _ => 0 }
    }

    fork underscore_drops_at_once(log) -> i32 {
        let _ = log.noisy("gone");
        co_yield!(1);
        let _kept = log.noisy("kept");
        co_yield!(2);
        _ = log.noisy("gone too");
        co_yield!(3)
    }

    fork underscore_leaves_a_local(log) -> i32 {
        let a = log.noisy("a");
        let _ = a;
        co_yield!(1);
        let (_, b) = (1, log.noisy("b"));
        let _ = b;
        co_yield!(2)
    }

    fork shadow(log) -> i32 {
        let a = log.noisy("a1");
        co_yield!(1);
        let a = log.noisy_n("a2", a.n + 1);
        co_yield!(a.n);
        let a = a.n + co_yield!(7);
        { let a = log.noisy_n("a3", a); co_yield!(a.n); }
        co_yield!(a)
    }

    fork shadow_in_arms(log) -> i32 {
        let x = co_yield!(1);
        let y = if let x @ 2.. = x { let x = log.noisy_n("x", x); co_yield!(x.n) } else { x };
        match x { x if x > 100 => {} _ => { let x = y + x; co_yield!(x); } }
        for x in 0..x.min(2) { let x = co_yield!(x + 50); log.say(x); }
        x + y
    }

    fork shadow_uses_the_old(log) -> i32 {
        let v = vec![1, 2, 3];
        let v: Vec<i32> = v.into_iter().map(|x| x * 2).collect();
        let v = v.iter().sum::<i32>() + co_yield!(v.len() as i32);
        let v = { let w = v; let v = co_yield!(w); v + w };
        co_yield!(v)
    }

    fork deferred(log) -> i32 {
        let a;
        let x = co_yield!(1);
        if x > 1 { a = log.noisy("big"); } else { co_yield!(2); a = log.noisy("small"); }
        co_yield!(a.n);
        a.into_n()
    }

    fork deferred_order(log) -> i32 {
        let a;
        let b;
        b = log.noisy("b");
        co_yield!(1);
        a = log.noisy("a");
        co_yield!(2);
        a.get() + b.get()
    }

    fork deferred_never(log) -> i32 {
        let a: Noisy<'_>;
        let x = co_yield!(1);
        if x == 0 { return co_yield!(2); }
        a = log.noisy("a");
        co_yield!(a.get())
    }

    fork deferred_in_loop(log) -> i32 {
        let found;
        let mut i = 0;
        loop {
            let x = co_yield!(i);
            if x > 1 { found = log.noisy_n("found", x); break; }
            i += 1;
            if i > 4 { found = log.noisy("late"); break; }
        }
        log.say("after");
        co_yield!(found.n);
        found.get()
    }

    fork destructuring_assignment(log) -> i32 {
        let (mut a, mut b) = (log.noisy("a"), log.noisy("b"));
        let mut n = 0;
        (a, b) = (b, a);
        co_yield!(a.n);
        [n, _] = [co_yield!(1), n];
        (a, n) = (log.noisy("c"), co_yield!(n));
        log.say(format!("{a:?} {b:?}"));
        co_yield!(n);
        Pair { left: b, .. } = pair(log);
        b.get() + a.get()
    }

    fork constants_and_ranges(log) -> i32 {
        const ONE: i32 = 1;
        let mut out = 0;
        for _ in 0..3 {
            out = out * 10 + match co_yield!(out) {
                ONE => 1,
                i32::MIN..=0 => { log.say("low"); 2 }
                2..5 => co_yield!(3) % 10,
                _ => 4,
            };
        }
        out
    }

    fork strings(log) -> String {
        let mut s = String::new();
        while s.len() < 6 {
            match s.as_str() {
                "" => s.push('a'),
                "a" | "ab" => { let n = co_yield!(1); s.push_str(&"b".repeat(n as usize % 3 + 1)); }
                other if other.ends_with("bb") => s += "c",
                _ => { co_yield!(2); s.push('d'); }
            }
            log.say(&s);
        }
        s
    }

    fork let_else_unused_binding(log) -> Option<i32> {
        { let Some(_d) = Some(4).filter(|n| *n > 3) else { return Some(co_yield!(1)); }; }
        co_yield!(3);
        Some(3)
    }

    fork box_contents(log) -> i32 {
        let b = Box::new((log.noisy("a"), log.noisy("b")));
        co_yield!(1);
        let (x, y) = *b;
        co_yield!(2);
        drop(x);
        co_yield!(3);
        y.get()
    }

    fork guard_that_yields_before_a_move(log) -> i32 {
        let o = if co_yield!(0) > 1 { Some(log.noisy("some")) } else { None };
        match o {
            Some(s) if co_yield!(1) > 2 => { co_yield!(s.n); s.into_n() }
            Some(_) if co_yield!(2) == 0 => log.num("none of it", 1),
            Some(s) => { log.say("the last"); co_yield!(s.n) }
            None => 0,
        }
    }

    fork guard_that_yields_before_the_parts_of_a_temporary(log) -> i32 {
        let n = match (log.noisy("a"), log.noisy("b"), co_yield!(0)) {
            (a, _, 1) if co_yield!(1) > 1 => { co_yield!(5); a.into_n() }
            (a, b @ Noisy { .. }, _) if co_yield!(2) > 1 => { drop(a); co_yield!(b.n) }
            (a, b, _) if log.flag("asks", a.n > 2) => { drop(a); co_yield!(b.n) }
            (_, b, n) => b.n + n,
        };
        log.say("end");
        n
    }

    fork guard_that_yields_of_the_whole(log) -> i32 {
        let x = log.noisy("x");
        match x {
            y if co_yield!(1) > 1 => y.into_n(),
            y if { let n = co_yield!(2); log.flag("asks", n > 1) } || co_yield!(3) > 2 => { co_yield!(4); y.n }
            z => z.n,
        }
    }

    fork guard_that_yields_over_an_element(log) -> i32 {
        let bytes: &'static [i32] = &[0, 1, 2];
        let mut pairs = [(0, Some(4)), (1, Some(5)), (2, None)];
        let at = co_yield!(0).unsigned_abs() as usize % 2;
        let a = match bytes[at] { n if co_yield!(n) > 3 => n, 1 => 20, _ => 30 };
        let b = match pairs[at].1 { Some(n) if co_yield!(n) > 1 => { pairs[0].0 = 7; n }, Some(5) => 50, _ => 60 };
        let c = match (pairs[1]).0 { n @ 1 if co_yield!(n) == 9 => n, 1 if co_yield!(8) > 0 => 80, _ => 90 };
        log.say(format!("{a} {b} {c} {pairs:?}"));
        a + b + c
    }
}
