//! When temporaries end that are easily taken for something else.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

/// Of a name that a constant might have.
struct G;

impl G {
    fn get(&self) -> i32 {
        3
    }
}

#[allow(dead_code, reason = "it is dropped")]
struct W<'l>(i32, Noisy<'l>);

impl PartialEq<i32> for W<'_> {
    fn eq(&self, other: &i32) -> bool {
        self.0 == *other
    }
}

struct Own<'l>(Noisy<'l>);

impl<'l> Own<'l> {
    fn len(&self) -> Noisy<'l> {
        self.0.clone()
    }
    fn is_it(&self) -> Noisy<'l> {
        self.0.clone()
    }
    fn checked_get(&self) -> Noisy<'l> {
        self.0.clone()
    }
    fn as_ref(&self) -> Noisy<'l> {
        self.0.clone()
    }
    fn trim(&self) -> Noisy<'l> {
        self.0.clone()
    }
    fn chars(&self) -> impl Iterator<Item = i32> + use<'l> {
        let held = self.0.clone();
        (0..2).map(move |n| n + held.n)
    }
}

fn own(log: &Log) -> Own<'_> {
    Own(log.noisy("own"))
}

fn same<T>(value: &T) -> &T {
    value
}

/// Of which one method borrows by the name of one that consumes.
struct Task<'l>(Noisy<'l>);

impl Task<'_> {
    fn join(&self) -> i32 {
        self.0.get()
    }
    fn into_n(self) -> i32 {
        self.0.get()
    }
}

fn three(_log: &Log, a: i32, b: i32, c: i32) -> i32 {
    a + b * 10 + c
}

fn seen<T>(_: &T, n: i32) -> i32 {
    n
}

#[allow(dead_code, reason = "it is dropped")]
struct Tag<'l>(Noisy<'l>, i32);

struct Pair<'l> {
    first: Noisy<'l>,
    n: i32,
}

rows! {
    body the_value_of_a_block_that_is_ignored_ends_behind_its_locals(log) -> () {
        {
            let _g = log.noisy("g");
            co_yield!(1);
            log.noisy("made")
        };
        log.say("next");
        if co_yield!(2) > 1 {
            let _h = log.noisy("h");
            co_yield!(3);
            log.noisy("then")
        } else {
            log.noisy("else")
        };
        log.say("next");
        match co_yield!(4) {
            1 => { let _i = log.noisy("i"); co_yield!(5); Some(log.noisy("one")) }
            _ => None,
        };
        'a: {
            let _j = log.noisy("j");
            if co_yield!(6) > 1 { break 'a log.noisy("broken"); }
            log.noisy("tail")
        };
        loop {
            let _k = log.noisy("k");
            if co_yield!(7) > 0 { break log.noisy("out"); }
        };
        log.say("end");
    }

    body what_a_condition_compares_ends_with_it(log) -> i32 {
        let a = if { co_yield!(1); W(3, log.noisy("w")) } == 3 {
            log.say("then");
            co_yield!(2)
        } else {
            5
        };
        while { let n = co_yield!(3); W(n, log.noisy("w")) } == 1 {
            log.say("round");
        }
        let b = match co_yield!(4) {
            n if { co_yield!(5); W(n, log.noisy("w")) } == 1 => co_yield!(6),
            _ => 0,
        };
        a + b
    }

    body what_a_closure_holds_that_is_called(log) -> i32 {
        let g = log.noisy("g");
        let a = match (move || g.get())() {
            3 => co_yield!(1),
            _ => 7,
        };
        let h = log.noisy("h");
        let b = match same(&move || h.get())() {
            0 => 2,
            _ => co_yield!(2),
        };
        a + b
    }

    body a_struct_of_one_letter(log) -> i32 {
        match G.get() {
            3 => co_yield!(1),
            _ => 7,
        }
    }

    body methods_of_names_that_views_have(log) -> i32 {
        let o = own(log);
        let a = match o.len().n { 0 => co_yield!(0), _ => co_yield!(1) };
        let b = match o.is_it().get() { _ => co_yield!(2) };
        for n in 0..o.checked_get().n { log.num("n", co_yield!(n)); }
        a + b
    }

    body methods_of_names_that_give_views(log) -> i32 {
        let o = own(log);
        let a = match o.as_ref().n { 0 => co_yield!(0), _ => co_yield!(1) };
        let b = match o.trim().get() { _ => co_yield!(2) };
        for n in o.chars() { log.num("n", co_yield!(n)); }
        for n in 0..o.as_ref().n { log.num("n", co_yield!(n)); }
        if o.trim().n == 3 { log.say("three"); co_yield!(4); }
        let c = match own(log).trim() { Noisy { n, .. } => co_yield!(n) };
        match o.as_ref() { Noisy { n: 1, .. } => log.say("one"), _ => { log.num("none", co_yield!(3)); } }
        let text = String::from(" a ");
        match text.trim() { "a" => { co_yield!(5); } _ => {} }
        let mut list = vec![1, 2, 3];
        match list.as_mut_slice() { [first, ..] => { *first = 6; co_yield!(*first); } [] => {} }
        list.push(co_yield!(7));
        a + b + c + text.len() as i32 + list.len() as i32
    }

    body operands_that_come_out_of_blocks(log) -> i32 {
        let a = three(log, ({ co_yield!(1); log.noisy("j") }).get(), log.noisy_n("b", co_yield!(1)).get(), 5);
        let b = three(log, ('l: { if co_yield!(2) > 1 { break 'l log.noisy("k"); } log.noisy("l") }).get(), log.noisy_n("b", co_yield!(1)).get(), 5);
        match three(log, (loop { if co_yield!(3) > 1 { break log.noisy_n("n4", 3); } break log.noisy("n3"); }).get(), log.noisy("c").get(), co_yield!(4)) { k => { co_yield!(k); } }
        a + b + log.noisy("a").get() + (loop { if co_yield!(3) > 1 { break log.noisy("m"); } }).get() * log.noisy_n("b", co_yield!(1)).get()
    }

    body a_method_that_borrows_by_the_name_of_one_that_consumes(log) -> i32 {
        let boxed = Box::new(Task(log.noisy("own")));
        let a = (*boxed).join();
        co_yield!(a);
        log.say("held");
        let other = Box::new(Task(log.noisy("other")));
        let b = (*other).into_n();
        co_yield!(b);
        let count = Box::new(Some(3));
        let c = (*count).unwrap_or(1) + (*count).map_or(0, |n| n);
        let text = Box::new(Some(log.noisy("text")));
        let d = (*text).unwrap();
        co_yield!(c);
        d.get()
    }

    body what_a_let_leaves_ends_ahead_of_temporaries(log) -> i32 {
        let (_, k) = (log.noisy_n("a", seen(&log.noisy("n"), 3)), co_yield!(1));
        log.num("k", k);
        let [mut b, _] = [log.noisy_n("b", co_yield!(2)), log.noisy_n("c", seen(&log.noisy("m"), co_yield!(3)))];
        b.set(5);
        let Pair { n, .. } = (Pair { first: log.noisy("d"), n: seen(&log.noisy("o"), co_yield!(4)) });
        let (_e, _): (Noisy<'_>, i32) = (log.noisy("e"), seen(&log.noisy("p"), co_yield!(n)));
        let Pair { first, n: _ } = Pair { n: seen(&log.noisy("q"), co_yield!(6)), first: log.noisy("f") };
        co_yield!(first.get() + b.get()) + k
    }

    body what_a_let_else_takes_ends_ahead_of_temporaries(log) -> i32 {
        let (a, 0..=3) = (log.noisy("a"), seen(&log.noisy("t"), co_yield!(1))) else {
            log.say("else");
            return co_yield!(9);
        };
        let (Noisy { n: 3, .. }, k) = (log.noisy("b"), seen(&log.noisy("u"), co_yield!(2))) else {
            log.say("other");
            return 7;
        };
        let (b, 1) = (log.noisy("c"), seen(&log.noisy("v"), co_yield!(k))) else {
            log.say("last");
            return 8;
        };
        let Some(c) = log.noisy_n("d", co_yield!(3)).chosen(seen(&log.noisy("w"), co_yield!(4))) else {
            log.say("none");
            return 9;
        };
        a.get() + b.get() + c
    }

    body what_an_assignment_takes_apart_ends_in_its_turn(log) -> i32 {
        let (mut a, mut n) = (log.noisy("a"), 0);
        (a, n) = (log.noisy("b"), seen(&log.noisy("t"), co_yield!(1)));
        log.num("n", n);
        (a, _) = (log.noisy("c"), Tag(log.noisy("d"), seen(&log.noisy("u"), co_yield!(2))));
        (_, n) = (log.noisy("e"), seen(&log.noisy("v"), co_yield!(a.get())));
        [a, _] = [log.noisy("f"), log.noisy_n("g", seen(&log.noisy("w"), co_yield!(n)))];
        Pair { first: a, n } = Pair { first: log.noisy("h"), n: seen(&log.noisy("x"), co_yield!(a.get())) };
        Pair { n, .. } = Pair { first: log.noisy("i"), n: seen(&log.noisy("y"), co_yield!(n)) };
        a.get() + n
    }
}
