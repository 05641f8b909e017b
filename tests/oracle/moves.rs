//! Moves, conditional moves, partial moves, re-assignment and re-initialisation.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

pub(crate) fn eat(n: Noisy<'_>) -> i32 {
    n.into_n()
}

#[derive(Clone)]
pub(crate) struct Pair<'l> {
    pub(crate) left: Noisy<'l>,
    pub(crate) right: Noisy<'l>,
}

pub(crate) fn pair(log: &Log) -> Pair<'_> {
    Pair {
        left: log.noisy("left"),
        right: log.noisy("right"),
    }
}

fn log_it(log: &Log) -> bool {
    log.flag("log_it", true)
}

rows! {
    fork plain_move(log) -> i32 {
        let a = log.noisy("a");
        let b = log.noisy("b");
        co_yield!(1);
        let c = a;
        co_yield!(2);
        eat(b);
        co_yield!(c.n);
        c.get()
    }

    fork moved_before_the_yield(log) -> i32 {
        let a = log.noisy("a");
        let b = log.noisy("b");
        let n = eat(a);
        co_yield!(n);
        drop(b);
        co_yield!(2)
    }

    fork moved_by_the_yield(log) -> i32 {
        let a = log.noisy("a");
        let _b = log.noisy("b");
        let x = co_yield!(eat(a));
        let c = log.noisy("c");
        co_yield!(c.into_n()) + x
    }

    fork moved_in_if(log) -> i32 {
        let a = log.noisy("a");
        let _b = log.noisy("b");
        if co_yield!(1) > 1 { eat(a); } else { log.say("left"); }
        log.say("joined");
        co_yield!(2)
    }

    fork moved_in_if_then_yield(log) -> i32 {
        let a = log.noisy("a");
        if co_yield!(1) > 1 {
            eat(a);
            co_yield!(2);
        }
        let _b = log.noisy("b");
        co_yield!(3)
    }

    fork moved_in_verbatim_if(log) -> i32 {
        let a = log.noisy("a");
        let x = co_yield!(1);
        if x > 1 { eat(a); }
        log.say("joined");
        x
    }

    fork moved_in_verbatim_if_before_yield(log) -> i32 {
        let a = log.noisy("a");
        let _b = log.noisy("b");
        let x = co_yield!(1);
        if x > 1 { eat(a); }
        log.say("joined");
        co_yield!(2)
    }

    fork moved_in_arms(log) -> i32 {
        let a = log.noisy("a");
        let b = log.noisy("b");
        let r = match co_yield!(1) {
            0 => eat(a),
            1 => eat(b),
            2 => { co_yield!(9); eat(a) + eat(b) }
            _ => co_yield!(10),
        };
        co_yield!(r);
        r
    }

    fork moved_on_all_arms(log) -> i32 {
        let a = log.noisy("a");
        let r = match co_yield!(1) { 0 => eat(a), 1 => { let b = a; co_yield!(b.n) } _ => { drop(a); 5 } };
        co_yield!(r)
    }

    fork moved_in_short_circuit(log) -> i32 {
        let a = log.noisy("a");
        if co_yield!(1) > 1 && eat(a) > 0 { log.say("both"); }
        co_yield!(2)
    }

    fork moved_then_return(log) -> i32 {
        let a = log.noisy("a");
        let _b = log.noisy("b");
        if co_yield!(1) == 0 { return eat(a); }
        co_yield!(2);
        a.get()
    }

    fork moved_then_break(log) -> i32 {
        let a = log.noisy("a");
        let mut i = 0;
        let r = loop {
            if co_yield!(i) > 1 { break eat(a); }
            i += 1;
            if i > 3 { break 0; }
        };
        co_yield!(r)
    }

    fork moved_in_loop_reinit(log) -> i32 {
        let mut a = log.noisy("a0");
        for i in 1..4 {
            if co_yield!(a.n) > 1 {
                eat(a);
                a = log.noisy_n(format!("a{i}"), i);
            }
            log.say("round");
        }
        a.get()
    }

    fork moved_around_the_loop(log) -> i32 {
        let mut a = log.noisy("a");
        for _ in 0..3 {
            let b = a;
            co_yield!(b.n);
            a = b.into_next();
        }
        a.get()
    }

    fork reinit_after_move(log) -> i32 {
        let mut a = log.noisy("a1");
        let _b = log.noisy("b");
        eat(a);
        co_yield!(1);
        a = log.noisy("a2");
        co_yield!(2);
        a.get()
    }

    fork reinit_in_one_branch(log) -> i32 {
        let mut a = log.noisy("a1");
        if co_yield!(1) > 1 {
            drop(a);
            co_yield!(2);
            a = log.noisy("a2");
        }
        co_yield!(3);
        a.get()
    }

    fork reassign_drops_the_old(log) -> i32 {
        let mut a = log.noisy("a1");
        co_yield!(1);
        a = log.noisy("a2");
        co_yield!(2);
        a = a.into_next();
        co_yield!(a.n);
        a = { let _t = log.noisy("t"); co_yield!(4); log.noisy("a3") };
        co_yield!(a.n)
    }

    fork reassign_value_yields(log) -> i32 {
        let mut a = log.noisy("a1");
        a = log.noisy_n("a2", co_yield!(1));
        co_yield!(2);
        log.say(format!("{a:?}"));
        a = log.noisy_n("a3", co_yield!(3));
        drop(a);
        0
    }

    fork reassign_dead(log) -> i32 {
        let mut a = log.noisy("a1");
        log.say(a.n);
        a = log.noisy("a2");
        co_yield!(1);
        a = log.noisy("a3");
        let _ = &a;
        7
    }

    fork reassign_in_branches(log) -> i32 {
        let mut a = log.noisy("a1");
        match co_yield!(1) {
            0 => a = log.noisy("zero"),
            1 => { a = log.noisy("one"); co_yield!(2); }
            _ => {}
        }
        co_yield!(3);
        a.get()
    }

    fork reassign_field(log) -> i32 {
        let mut p = pair(log);
        co_yield!(1);
        p.left = log.noisy("left2");
        co_yield!(2);
        p.right = log.noisy_n("right2", co_yield!(3));
        p.left.n + p.right.get()
    }

    fork reassign_index(log) -> i32 {
        let mut v = vec![log.noisy("a"), log.noisy("b")];
        v[1] = log.noisy("b2");
        co_yield!(1);
        v[0] = log.noisy_n("a2", co_yield!(2));
        co_yield!(v[0].n);
        v.iter().map(Noisy::get).sum()
    }

    fork moved_into_struct(log) -> i32 {
        let left = log.noisy("l");
        let right = log.noisy("r");
        co_yield!(1);
        let p = Pair { right, left };
        co_yield!(2);
        let Pair { left, .. } = p;
        left.get()
    }

    fork moved_into_vec(log) -> usize {
        let a = log.noisy("a");
        let mut v = Vec::with_capacity(4);
        v.push(a);
        co_yield!(1);
        v.push(log.noisy("b"));
        let v2 = v;
        co_yield!(2);
        v2.len()
    }

    fork option_take(log) -> i32 {
        let mut slot = Some(log.noisy("a"));
        let mut n = 0;
        for i in 0..3 {
            if co_yield!(i) > 0
                && let Some(a) = slot.take()
            {
                n += a.into_n();
            }
            log.say(format!("{slot:?}"));
        }
        n
    }

    fork option_replace(log) -> i32 {
        let mut slot = None;
        for i in 0..3 {
            let old = slot.replace(log.noisy(format!("n{i}")));
            co_yield!(i);
            log.say(format!("{old:?}"));
        }
        std::mem::swap(&mut slot, &mut Some(log.noisy("swapped")));
        co_yield!(9)
    }

    fork copies_stay(log) -> i32 {
        let a = 5;
        let b = a;
        let t = (a, b);
        let u = t;
        co_yield!(a + u.0);
        let r = log;
        let s = r;
        s.say("s");
        co_yield!(t.1 + b);
        r.say("r");
        a
    }

    fork consuming_methods(log) -> i32 {
        let a = Some(log.noisy("a"));
        let b = Some(log.noisy("b"));
        co_yield!(1);
        let x = a.map(|n| n.n).unwrap_or(0);
        co_yield!(x);
        let c = b.expect("it is there");
        co_yield!(2);
        c.into_next().into_next().get()
    }

    fork moved_in_condition(log) -> i32 {
        let a = log.noisy("a");
        if eat(a) > 0 { co_yield!(1); }
        let b = log.noisy("b");
        match eat(b) { 3 => co_yield!(2), n => n }
    }

    fork moved_in_while(log) -> i32 {
        let mut a = Some(log.noisy("a"));
        let mut i = 0;
        while let Some(n) = a {
            i += 1;
            a = if co_yield!(i) > 1 { Some(n.into_next()) } else if i > 2 { None } else { Some(n) };
            if i > 4 { break; }
        }
        i
    }

    fork dead_borrow(log) -> i32 {
        let text = String::from("12 34");
        let word = text.split(' ').next().unwrap();
        let n: i32 = word.parse().unwrap();
        co_yield!(n);
        text.len() as i32
    }

    fork borrowed_then_moved(log) -> i32 {
        let mut v = vec![3, 1, 2];
        let m = &mut v;
        m.sort();
        let first = v[0];
        co_yield!(first);
        let w = v;
        co_yield!(w.len() as i32);
        w[2]
    }

    fork conditional_move_in_verbatim_match(log) -> i32 {
        let b = log.noisy("b");
        let n = co_yield!(1);
        let c = match n { 1 | 3 => b, s @ 4.. if b.get() > s => log.noisy("x"), _ => b };
        co_yield!(c.n)
    }

    fork conditional_move_nested(log) -> i32 {
        let b = log.noisy("b");
        let n = co_yield!(1);
        let d = if n > 1 { if n > 2 { drop(b); } n } else { drop(b); 4 };
        co_yield!(d)
    }

    fork shadowed_argument(log, (x, b): (i32, Noisy<'_>) = (4, log.noisy("arg"))) -> i32 {
        let b = log.num("v1", x);
        if ((b > 1) && (x > 5)) || (-(co_yield!(0)) > 2) {
            if co_yield!(4) == 3 { return b; }
        } else {
            co_yield!(1);
        }
        b
    }

    fork moved_in_matches(log) -> i32 {
        let a = log.noisy("a");
        if matches!({ let v = vec![a, log.noisy("b")]; v.len() as i32 + co_yield!(1) }, 3 | 4) { return 4; }
        co_yield!(4)
    }

    fork copy_field_reads(log, a: Noisy<'_> = log.noisy("a")) -> Result<i32, String> {
        while let t @ 1..=3 = co_yield!(2) {
            if t == 1 { co_yield!(t); return Ok(a.n); }
            let x = loop { if co_yield!(4) > 1 { break co_yield!(match t { 2 => a.n, _ => 3 }); } co_yield!(3); };
            log.say(x);
        }
        co_yield!(a.n);
        Ok(3)
    }

    fork moved_in_format(log) -> i32 {
        let a = log.noisy("a");
        let n = if co_yield!(1) > 1 { format!("{}", eat(a)).len() as i32 } else { co_yield!(3) };
        co_yield!(n)
    }

    fork argument_mentioned_conditionally(log, (x, b): (i32, Noisy<'_>) = (4, log.noisy("arg"))) -> i32 {
        let b2 = b.n;
        if (b2 > 1 && log.num("v2", x) > 1) || -co_yield!(0) > 2 {
            if co_yield!(4) == 3 { return b2; }
        } else {
            co_yield!(1);
        }
        b.get()
    }

    fork parameter_right_of_or(log, x: i32 = 3) -> i32 {
        if log.flag("f1", false) || i32::pow(x, 2) > 10 { } else { co_yield!(2); co_yield!(3); }
        if log.flag("f2", true) && log_it(log) { co_yield!(4); co_yield!(5); }
        2
    }

    fork moved_by_if_let(log, o: Option<Noisy<'_>> = Some(log.noisy("o"))) -> i32 {
        let _b = log.noisy("b");
        if let Some(s) = o { log.say(s.get()); }
        log.say("after");
        co_yield!(2)
    }

    fork moved_by_if_let_or_held(log) -> i32 {
        let held = if co_yield!(1) > 1 { Ok(log.noisy("held")) } else { Err(3) };
        if let Ok(n) = held { eat(n); } else { log.say("no"); }
        co_yield!(2);
        log.say("end");
        co_yield!(3)
    }

    fork moved_by_the_arms_of_a_match(log) -> i32 {
        let held = match co_yield!(1) { 0 => None, n => Some((log.noisy("a"), n)) };
        match held {
            Some((a, 1)) => { eat(a); }
            Some((a, n)) => log.say(a.n + n),
            None => log.say("none"),
        }
        co_yield!(2)
    }

    fork moved_by_while_let(log) -> i32 {
        let mut next = Some(log.noisy_n("first", 3));
        while let Some(n) = next {
            log.say(n.get());
            next = (n.n > 1).then(|| log.noisy_n("next", n.n - 1));
        }
        co_yield!(2)
    }

    fork copied_by_if_let(log) -> i32 {
        let o = if co_yield!(0) > 0 { Some(4) } else { None };
        if let Some(n) = o { log.say(n); }
        co_yield!(o.unwrap_or(7))
    }

    fork moved_in_a_guard(log) -> i32 {
        let a = 1;
        let x = log.noisy("x");
        match a { 1 if { eat(x); false } => {} _ => { co_yield!(1); } }
        co_yield!(2)
    }

    // What comes after a parameter that is a pattern is dropped before what that binds.
    fork parameters_and_patterns<'l>(log, (a, b): (Noisy<'l>, Noisy<'l>) = (log.noisy("a"), log.noisy("b")), y: Noisy<'l> = log.noisy("y"), n: i32 = 3) -> i32 {
        co_yield!(n);
        let late = log.noisy("late");
        co_yield!(a.n + b.n + late.n);
        y.get()
    }
    fork parameters_and_rests<'l>(log, x: Noisy<'l> = log.noisy("x"), (a, _): (Noisy<'l>, Noisy<'l>) = (log.noisy("a"), log.noisy("b")), _: Noisy<'l> = log.noisy("_"), (_, z): (i32, Noisy<'l>) = (1, log.noisy("z")), y: Noisy<'l> = log.noisy("y")) -> i32 {
        co_yield!(1);
        let moved = a;
        co_yield!(moved.n + z.n);
        drop(z);
        co_yield!(x.n + y.n)
    }
    fork left_of_an_argument<'l>(log, x: Noisy<'l> = log.noisy("x"), t: (Noisy<'l>, Noisy<'l>, Noisy<'l>) = (log.noisy("a"), log.noisy("b"), log.noisy("c")), y: Noisy<'l> = log.noisy("y")) -> i32 {
        let late = log.noisy("late");
        let (a, _, _) = t;
        co_yield!(a.n + late.n);
        drop(a);
        co_yield!(x.n + y.n)
    }
    fork left_of_an_option<'l>(log, t: Option<(Noisy<'l>, Noisy<'l>)> = Some((log.noisy("a"), log.noisy("b"))), y: Noisy<'l> = log.noisy("y")) -> i32 {
        if let Some((a, _)) = t { co_yield!(a.n); log.say("in"); }
        let (_, z) = (1, y);
        co_yield!(z.n)
    }

    fork assigned_again_and_asked_in_a_loop(log) -> i32 {
        let mut g = log.noisy("first");
        log.say(g.look());
        loop {
            g = log.noisy("again");
            if co_yield!(g.look()) == 3 { break; }
            log.say("round");
        }
        co_yield!(7);
        0
    }

    fork assigned_again_and_asked_behind_a_yield(log) -> i32 {
        let mut cur = log.noisy("cur");
        co_yield!(cur.look());
        for n in 0..2 {
            cur = log.noisy(n);
            co_yield!(cur.look());
            log.say("round");
        }
        for n in 5..8 {
            if n > 5 { cur = log.noisy(n); co_yield!(cur.look()); }
        }
        1
    }

    fork assigned_from_a_yield_that_asks(log) -> i32 {
        let mut x = log.noisy("x");
        x = log.noisy(co_yield!(x.look()));
        x = { let n = co_yield!(x.look()); log.noisy(n) };
        x = log.noisy_n("last", co_yield!(x.look()));
        x.into_n()
    }

    fork assigned_late_in_a_loop(log) -> i32 {
        let mut s;
        for n in 0..2 {
            s = log.noisy(n);
            co_yield!(s.look());
        }
        2
    }

    // A destructuring assignment whose branches take a local back, or not.
    fork taken_back(log) -> i32 {
        let (mut x, mut n, mut y) = (log.noisy("x"), 0, log.noisy("y"));
        for i in 0..2 {
            (x, n) = if co_yield!(i) > 1 { (x, 1) } else { (log.noisy("new"), co_yield!(4)) };
            log.say("next");
            [x, y] = match n { 1 => [x, y], 2 => [log.noisy("a"), { co_yield!(5); x }], _ => [y, log.noisy_n("b", co_yield!(6))] };
            log.say(format!("{} {}", x.n, y.n));
            (y, x) = if co_yield!(7) > 2 { (x, y) } else { (log.noisy_n("c", co_yield!(8)), log.noisy("d")) };
        }
        n + x.n
    }

    // What came with the state is replaced, and that is moved on some paths.
    fork assigned_and_moved_on_some_paths(log) -> i32 {
        let mut d = log.noisy("1");
        if log.flag("c", true) { drop(d); co_yield!(4); }
        d = log.noisy("6");
        if log.flag("c", co_yield!(0) > 4) { drop(d); }
        co_yield!(1);
        let mut e;
        if log.flag("e", false) { e = log.noisy("e"); drop(e); co_yield!(2); }
        e = log.noisy("7");
        match log.num("n", 3) { 3 => drop(e), 4 => { log.say(e.n); } _ => {} }
        co_yield!(1);
        let mut f = log.noisy("f");
        for n in 0..3 {
            if log.flag("moved", n == 1) { drop(f); co_yield!(n); } else { log.say("kept"); }
            f = log.noisy(n);
            if log.flag("again", n == 0) { drop(f); f = log.noisy("last"); }
        }
        co_yield!(f.n)
    }
}
