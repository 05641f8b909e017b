//! Temporaries, guards and the order of drops.

use crate::harness::{Lent, Log, Noisy, rows};
use coro::Coroutine;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Mutex;

fn add(a: Noisy<'_>, b: i32) -> i32 {
    a.into_n() + b
}

fn seen(a: &Noisy<'_>, b: i32) -> i32 {
    a.get() + b
}

fn three(log: &Log, a: i32, b: i32, c: i32) -> i32 {
    log.say(format!("three {a} {b} {c}"));
    a + b + c
}

#[derive(Clone)]
struct Scale<'l>(Noisy<'l>);

impl<'l> Scale<'l> {
    fn weigh(&self, n: i32) -> i32 {
        self.0.get() * n
    }
    fn with(mut self, n: i32) -> Self {
        self.0.set(n);
        self
    }
    fn part(&self) -> &Noisy<'l> {
        &self.0
    }
}

struct Pair<'a, 'l>(&'a Noisy<'l>, &'a Noisy<'l>);

struct Both<'a, 'l> {
    left: &'a mut Noisy<'l>,
    right: &'a [Noisy<'l>],
}

rows! {
    fork extended_reference(log) -> i32 {
        let _l = log.noisy("l");
        let line = &log.noisy_n("sent", co_yield!(1));
        let _m = log.noisy("m");
        let n = line.get();
        co_yield!(n)
    }

    body extended_at_the_yield(log) -> i32 {
        let line = &co_yield!(1);
        let n = line + 1;
        let other = &mut co_yield!(n);
        *other += 1;
        *other + n
    }

    body extended_mutable(log) -> i32 {
        let r = &mut vec![log.noisy_n("sent", co_yield!(1))];
        r.push(log.noisy("p"));
        let n = r.iter().map(|x| x.n).sum::<i32>();
        co_yield!(n);
        let r = &mut log.noisy_n("again", co_yield!(2));
        r.set(4);
        n + r.get()
    }

    fork extended_in_a_tuple(log) -> i32 {
        let words = log.noisy("words");
        let pair = (log.num("first", 1), &log.noisy_n("sent", co_yield!(1)), &words, &log.noisy("last"));
        let n = pair.0 + pair.1.get() + pair.2.get() + pair.3.get();
        co_yield!(n);
        n
    }

    fork extended_ahead_of_a_yield(log) -> i32 {
        let pair = (&log.noisy("ahead"), co_yield!(1), &[log.noisy("x")], &log.noisy_n("sent", co_yield!(2)));
        let _m = log.noisy("m");
        let n = pair.0.get() + pair.1 + pair.2[0].get() + pair.3.get();
        co_yield!(n)
    }

    body extended_part(log) -> i32 {
        let first = &(log.noisy_n("a", co_yield!(1)), log.noisy("b")).0;
        let n = first.get();
        let all = &[log.noisy("c"), log.noisy_n("d", co_yield!(n))][..];
        let n = all.len();
        let one = &vec![log.noisy("e"), log.noisy_n("f", co_yield!(3))][n - 1];
        let n = one.get();
        let boxed = &mut *Box::new(log.noisy_n("g", co_yield!(n)));
        boxed.set(9);
        log.say("made");
        boxed.get()
    }

    body extended_in_structs(log) -> i32 {
        let n = {
            let both = Both { left: &mut log.noisy_n("l", co_yield!(1)), right: &[log.noisy("r")] };
            both.left.set(7);
            both.left.n + both.right[0].get()
        };
        let n = {
            let pair = Pair(&log.noisy_n("p", co_yield!(n)), &log.noisy("q"));
            pair.0.get() + pair.1.get()
        };
        let some = Some(&log.noisy_n("s", co_yield!(n)));
        n + some.map_or(0, |s| s.get())
    }

    body extended_in_a_block(log) -> i32 {
        let r = { let _in = log.noisy("in"); co_yield!(1); &log.noisy_n("tail", co_yield!(2)) };
        let n = r.get();
        co_yield!(n)
    }

    fork extended_in_the_branches_of_a_head_that_yields(log) -> i32 {
        let _l = log.noisy("l");
        let s = if co_yield!(0) > 1 { &log.noisy("then") } else { &log.noisy("else") };
        let n = s.get();
        log.say("end");
        n
    }

    body extended_beside_what_ends_with_the_statement(log) -> i32 {
        let r = &mut vec![log.noisy("t").get(), seen(&log.noisy("ended"), co_yield!(1))];
        log.say("after");
        r.push(2);
        let n = r.len() as i32;
        let s = &seen(&log.noisy("ended"), co_yield!(n));
        log.say("after");
        let n = s + 1;
        let t = (&log.noisy_n("u", co_yield!(n)), seen(&log.noisy("v"), 2));
        log.say("after");
        let n = t.0.get() + t.1;
        co_yield!(n)
    }

    fork extended_and_taken_apart(log) -> i32 {
        let (a, [b, ..]) = (&log.noisy_n("a", co_yield!(1)), &[log.noisy("b"), log.noisy("c")]) else { return 0 };
        let n = a.get() + b.get();
        let _ = &log.noisy_n("nobody", co_yield!(n));
        log.say("end");
        n
    }

    fork extended_by_its_pattern(log) -> i32 {
        let ref whole = log.noisy_n("whole", co_yield!(1));
        let n = whole.get();
        let [ref z, ..] = [log.noisy_n("z", seen(&log.noisy("ended"), co_yield!(n)))];
        log.say("after");
        let n = z.get();
        let ref sent = co_yield!(n);
        let (x, ref y) = (log.noisy_n("x", *sent), log.noisy_n("y", n));
        x.get() + y.get()
    }

    fork several_locals(log) -> i32 {
        let _a = log.noisy("a");
        let (_b, _c) = (log.noisy("b"), log.noisy("c"));
        co_yield!(1);
        let _d = [log.noisy("d0"), log.noisy("d1")];
        { let _e = log.noisy("e"); co_yield!(2); let _f = log.noisy("f"); co_yield!(3); }
        let _g = Some(log.noisy("g"));
        co_yield!(4)
    }

    fork owned_operand(log) -> i32 {
        let _l = log.noisy("local");
        add(log.noisy("arg"), co_yield!(1))
    }

    fork owned_operands(log) -> i32 {
        let _l = log.noisy("local");
        let t = (log.noisy("t0"), log.noisy("t1"), co_yield!(1), log.noisy("t2"), co_yield!(2));
        log.say(format!("{t:?}"));
        t.2 + t.4
    }

    fork operand_in_array(log) -> i32 {
        let v = vec![log.noisy_n("v0", co_yield!(1)), log.noisy_n("v1", co_yield!(2)), log.noisy("v2")];
        co_yield!(v.len() as i32);
        v[1].get()
    }

    fork operand_in_struct(log) -> i32 {
        let s = Scale(log.noisy_n("s", co_yield!(1))).with(co_yield!(2));
        let _after = log.noisy("after");
        s.weigh(co_yield!(3))
    }

    body borrowed_temporary_argument(log) -> i32 {
        seen(&log.noisy("temp"), co_yield!(1))
    }

    body borrowed_temporary_then_statement_end(log) -> i32 {
        let x = seen(&log.noisy("temp"), co_yield!(1));
        log.say("next statement");
        co_yield!(x)
    }

    body temporary_receiver(log) -> i32 {
        let x = Scale(log.noisy("recv")).weigh(co_yield!(1));
        log.say("next statement");
        x
    }

    fork temporaries_of_the_verbatim(log) -> i32 {
        let x = seen(&log.noisy("t1"), seen(&log.noisy("t2"), 3));
        log.say("next statement");
        co_yield!(x);
        log.noisy("dropped at once");
        log.say("then");
        co_yield!(x + 7) + seen(&log.noisy("t4"), 1)
    }

    fork extended_temporary(log) -> i32 {
        let r = &log.noisy("extended");
        log.say(r.n);
        let n = { let r = &log.noisy("inner"); r.get() };
        n + 1
    }

    body match_on_temporary(log) -> i32 {
        let r = match log.noisy("scrutinee").maybe() {
            Some(n) => { log.say("arm"); co_yield!(n) }
            None => 0,
        };
        log.say("after");
        co_yield!(r)
    }

    body match_on_temporary_as_statement(log) -> i32 {
        match log.noisy("scrutinee").get() {
            1 => { co_yield!(1); }
            n => { let _in = log.noisy("in"); co_yield!(n); }
        }
        log.say("after");
        co_yield!(2)
    }

    body while_let_temporary(log) -> i32 {
        let mut n = 2;
        while let Some(m) = log.noisy_n(format!("head{n}"), n).maybe() {
            log.say("body");
            n -= 1;
            co_yield!(m);
            if n < -3 { break; }
        }
        log.say("after");
        co_yield!(n)
    }

    body while_condition_temporary(log) -> i32 {
        let mut n = 2;
        while log.noisy_n(format!("head{n}"), n).get() > 0 {
            n -= 1;
            co_yield!(n);
        }
        n
    }

    body match_on_a_borrow(log) -> i32 {
        let a = log.noisy("a");
        let x = match &a { n if n.n > 100 => 0, n => n.get() };
        co_yield!(x);
        match a.lend().n() { 3 => log.say("three"), _ => log.say("other") }
        co_yield!(2)
    }

    body lent_guard_ends_before(log) -> i32 {
        let a = log.noisy("a");
        { let g = a.lend(); log.say(g.n()); }
        let x = a.lend().n();
        co_yield!(x);
        let n = { let g: Lent<'_> = a.lend(); g.n() };
        co_yield!(n)
    }

    body refcell_guard_held(log, cell: &'static RefCell<i32> = Box::leak(Box::new(RefCell::new(5)))) -> i32 {
        let guard = cell.borrow_mut();
        log.say(format!("{:?}", cell.try_borrow().is_ok()));
        co_yield!(*guard);
        log.say(format!("{:?}", cell.try_borrow().is_ok()));
        drop(guard);
        co_yield!(1);
        *cell.borrow_mut() += co_yield!(2);
        let n = *cell.borrow();
        log.say(format!("{:?}", cell.try_borrow_mut().is_ok()));
        co_yield!(n)
    }

    body mutex_guard_held(log, mutex: &'static Mutex<i32> = Box::leak(Box::new(Mutex::new(5)))) -> i32 {
        let mut guard = mutex.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        *guard += co_yield!(*guard);
        log.say(mutex.try_lock().is_ok());
        let n = *guard;
        co_yield!(n);
        log.say(mutex.try_lock().is_ok());
        n
    }

    body guard_in_scrutinee(log, cell: &'static RefCell<Vec<i32>> = Box::leak(Box::new(RefCell::new(vec![1, 2, 3])))) -> i32 {
        while let Some(n) = { let x = cell.borrow_mut().pop(); x } {
            log.say(cell.try_borrow_mut().is_ok());
            cell.borrow_mut().extend((co_yield!(n) == 0 && n > 1).then_some(n - 1));
        }
        match cell.borrow().len() {
            0 => { log.say(cell.try_borrow_mut().is_ok()); co_yield!(8) }
            _ => 1,
        }
    }

    body shared_handles(log) -> i32 {
        let a = Rc::new(log.noisy("shared"));
        let b = Rc::clone(&a);
        co_yield!(Rc::strong_count(&a) as i32 % 2);
        drop(a);
        co_yield!(1);
        b.get()
    }

    fork tail_expression_temporary(log) -> i32 {
        let _a = log.noisy("a");
        let x = { let _b = log.noisy("b"); log.noisy("tail").get() };
        co_yield!(x);
        log.noisy("last").get()
    }

    fork tail_with_yield(log) -> i32 {
        let _a = log.noisy("a");
        { let _b = log.noisy("b"); add(log.noisy("tail"), co_yield!(1)) }
    }

    fork unused_value(log) -> i32 {
        log.noisy("x").into_next();
        Some(log.noisy_n("y", co_yield!(1)));
        (log.noisy("z"), co_yield!(2)).1;
        log.say("end");
        1
    }

    fork unused_branch_value(log) -> i32 {
        if co_yield!(3) > 0 { Some(log.noisy("then")) } else { None };
        log.say("end");
        1
    }

    fork dropped_block_value(log) -> i32 {
        drop({ co_yield!(2); log.noisy("dropped") });
        log.say("end");
        1
    }

    body panic_while_operands_wait(log) -> i32 {
        let _a = log.noisy("a");
        let n = add(log.noisy("arg"), if co_yield!(1) > 1 { log.bomb("bang") } else { co_yield!(2) });
        log.say("next");
        n
    }

    fork unused_block_value(log) -> i32 {
        let _ = { let _in = log.noisy("in"); co_yield!(1); log.noisy("value") };
        log.say("between");
        co_yield!(2)
    }

    body for_head_temporary(log) -> i32 {
        let mut sum = 0;
        for i in 0..log.noisy("head").get() {
            log.say("body");
            sum += co_yield!(i);
        }
        log.say("after");
        co_yield!(sum)
    }

    body nested_temporaries(log) -> i32 {
        let n = three(log, log.noisy("t1").get(), seen(&log.noisy("t2"), co_yield!(1)), log.noisy("t3").get());
        log.say("next");
        n
    }

    body temporary_before_binary(log) -> i32 {
        let n = log.noisy("left").get() * co_yield!(1) + log.noisy("right").get() * co_yield!(2);
        log.say("next");
        n
    }

    body match_scrutinee_owned(log) -> i32 {
        match (log.noisy("a"), log.noisy("b"), co_yield!(1)) {
            (a, b, 0) => { co_yield!(2); a.get() + b.get() }
            (a, b, 1) => { drop(b); co_yield!(3); a.get() }
            (a, b, n) => { let c = a; co_yield!(b.n); c.get() + n }
        }
    }

    body part_of_temporary(log) -> i32 {
        let n = Scale(log.noisy("whole")).part().get() + co_yield!(1);
        log.say("next");
        n
    }

    body if_let_temporary(log) -> i32 {
        if let Some(n) = log.noisy("scrutinee").maybe() {
            log.say("then");
            co_yield!(n);
        }
        log.say("after");
        if let Some(0) = log.noisy("second").maybe() {
            co_yield!(-1);
        } else {
            log.say("else");
            co_yield!(5);
        }
        co_yield!(2)
    }

    body let_else_temporary(log) -> i32 {
        let Some(n) = log.noisy("scrutinee").maybe() else { return 0 };
        log.say("after");
        co_yield!(n);
        let Some(0) = log.noisy("second").maybe() else { log.say("else"); return co_yield!(3) };
        1
    }

    body temporary_in_sum_argument(log) -> i32 {
        let n = three(log, seen(&log.noisy("n8"), 2) + 1, co_yield!(3), 0);
        co_yield!(n)
    }

    body temporary_in_parentheses(log) -> i32 {
        let n = (seen(&log.noisy("a"), (seen((&log.noisy("b")), 2)))) + (1 - (co_yield!(3) * -seen(&log.noisy("c"), co_yield!(4))));
        co_yield!(n)
    }

    body if_condition_temporary(log) -> i32 {
        if log.noisy("condition").get() > 1 {
            log.say("then");
            co_yield!(1);
        }
        if log.noisy("condition2").get() > co_yield!(2) { log.say("greater"); co_yield!(3); }
        0
    }

    body temporary_of_a_late_operand(log) -> i32 {
        let n = [co_yield!(4), seen(&log.noisy("n1"), 2)][log.noisy_n("n2", 0).into_n() as usize] + 1;
        log.say("next");
        n
    }

    body temporary_before_branching_operand(log) -> i32 {
        if seen(&log.noisy("n2"), 4) == (if log.flag("c", false) { 0 } else { co_yield!(3); 2 }) { log.say("then"); }
        co_yield!(1)
    }

    body temporary_in_method_receiver(log) -> i32 {
        let n = Some(1 + seen(&log.noisy("n2"), 4)).map_or(log.num("v3", co_yield!(3)), |k| k + 1);
        co_yield!(n)
    }

    body temporary_in_array_base(log) -> i32 {
        let n = [1, seen(&log.noisy("n2"), seen(&log.noisy("n3"), 0))][co_yield!(0) as usize % 2];
        co_yield!(n)
    }

    fork statement_end(log) -> i32 {
        let _ = add(log.noisy("one"), three(log, co_yield!(1), log.noisy("two").get(), co_yield!(2)));
        log.say("end");
        0
    }

    body condition_temporary_in_operand(log) -> i32 {
        drop('l1: { if seen(&log.noisy("n2"), { co_yield!(3); 0 }) > 2 { break 'l1 log.noisy("n5"); } co_yield!(0); log.noisy("n6") });
        co_yield!(1)
    }

    body format_temporaries(log) -> i32 {
        log.say(format!("{}", seen(&log.noisy("n3"), co_yield!(2))));
        co_yield!(1)
    }

    body operand_before_temporary(log) -> i32 {
        let a = log.noisy("a");
        match (a, seen(&log.noisy("n1"), co_yield!(4))) {
            (b, 4) => co_yield!(b.n),
            (b, _) => b.into_n(),
        }
    }

    body temporary_in_a_yielded_value(log) -> i32 {
        co_yield!(seen(&log.noisy("u"), co_yield!(1)));
        log.say("next");
        let x = co_yield!(seen(&log.noisy("v"), co_yield!(1)));
        log.say("next");
        x + co_yield!(4 + seen(&log.noisy("w"), co_yield!(2)))
    }

    fork part_of_a_branch(log) -> i32 {
        let x = (if co_yield!(1) > 0 { log.noisy("a") } else { co_yield!(2); log.noisy("b") }, (2, 2, 0).1, log.noisy("c")).0;
        log.say("next");
        co_yield!(x.n)
    }

    body index_before_temporary(log) -> i32 {
        for y in [[4, 5][log.num("index", 1) as usize], seen(&log.noisy("n3"), 1)] { co_yield!(y); }
        0
    }

    fork value_that_nothing_takes(log, a: Noisy<'_> = log.noisy("arg")) -> i32 {
        let _ = (a, seen(&log.noisy("temporary"), co_yield!(1)), co_yield!(2));
        log.say("next");
        let _: (Noisy<'_>, i32) = (log.noisy("b"), seen(&log.noisy("other"), co_yield!(3)));
        co_yield!(4)
    }

    // What is extended out of a branch only gives memory back.
    body branch_memory(log) -> i32 {
        let n = log.num("n", 3);
        let text: &str = if n > 2 { &format!("{n}") } else { "none" };
        let len = text.len() as i32;
        co_yield!(len);
        let pick: &[i32] = match n { 1 => &[1, 2, 3], 2 => &vec![1, 2], _ => &[] };
        let len = pick.len() as i32;
        co_yield!(len)
    }

    // What a `match` looks at lives to the end of the statement, whether it yields or not.
    body matches_ahead_of_a_yield(log) -> i32 {
        let mut queue = vec![log.noisy("a"), log.noisy("b"), log.noisy("c"), log.noisy("d"), log.noisy("e"), log.noisy("f")];
        let mut n = (match queue.pop() { Some(ref x) => x.get(), None => 0 }) + co_yield!(1);
        log.say("next");
        n += (match queue.pop() { Some(Noisy { n, .. }) if n > 1 => n, _ => 0 }) + co_yield!(2);
        log.say("next");
        let list = [match queue.pop() { Some(_) => 1, None => 0 }, co_yield!(n)];
        log.say("next");
        if (match queue.pop() { None => 0, _ => 3 }) == co_yield!(list[0]) { log.say("equal"); }
        log.say(format!("{} {}", match queue.pop() { Some(Noisy { n, .. }) => n, _ => 0 }, co_yield!(3)));
        let whole = (match queue.pop() { Some(x) => x.into_n(), None => 0 }).max(co_yield!(4));
        log.say("next");
        whole + co_yield!(5)
    }

    body nested_matches_ahead_of_a_yield(log) -> i32 {
        let pair = || (Some(log.noisy("x")), log.noisy("y"));
        let n = add(match pair() { (Some(x), y) if y.n > 3 => x, (_, y) => y }, co_yield!(1));
        log.say("next");
        let m = seen(&log.noisy("u"), match pair() { (Some(Noisy { n: 0, .. }), _) => 0, (x, _) => x.map_or(2, |x| x.n) }) + co_yield!(2);
        log.say("next");
        n + m
    }

    body what_a_match_leaves_lives_with_the_statement(log) -> i32 {
        let pair = || (log.noisy("x"), log.noisy("y"));
        let n = add(match pair() { (x, _) if co_yield!(1) > 1 => x, (_, y) => { co_yield!(2); y } }, co_yield!(3));
        log.say("next");
        let m = seen(&log.noisy("u"), match pair() { (_, y) => y.into_n() + co_yield!(4) }) + co_yield!(5);
        log.say("next");
        let k = seen(&log.noisy("v"), match pair() { (x, _) => { co_yield!(6); x.n } });
        n + m + k
    }

    body what_patterns_leave_ahead_of_a_yield(log, lock: &Mutex<Option<i32>> = Box::leak(Box::new(Mutex::new(Some(3))))) -> i32 {
        enum Either<'l> { One(Noisy<'l>), Both(Noisy<'l>, Noisy<'l>), None }
        let both = || Either::Both(log.noisy("x"), log.noisy("y"));
        let a = (match (vec![1], vec![2]) { (s, _) => s[0] }) + co_yield!(1);
        let b = three(log, match Ok::<_, Noisy<'_>>((log.noisy("l"), log.noisy("r"))) { Ok((_, v)) => v.get(), Err(e) => e.n }, co_yield!(2), 3);
        log.say("next");
        let c = (match both() { Either::One(x) | Either::Both(_, x) => x.into_n(), Either::None => 0 }) + co_yield!(4);
        log.say("next");
        let d = three(log, match (log.noisy("a"), log.noisy("b")) { (x, _) if x.n > 3 => x.get(), (_, y) => y.n }, co_yield!(5), 1);
        log.say("next");
        let e = (match both() { _ if co_yield!(6) > 2 => 8, Either::One(x) | Either::Both(_, x) => x.n, _ => 7 }) + co_yield!(7);
        let f = three(log, match *lock.lock().unwrap() { Some(n) => n, None => 0 }, co_yield!(i32::from(lock.try_lock().is_ok())), 2);
        a + b + c + d + e + f
    }

    // The temporaries of the arguments of a method that consumes a local.
    body arguments_of_consuming_methods(log, lock: &Mutex<i32> = Box::leak(Box::new(Mutex::new(3)))) -> i32 {
        let some = Some(5);
        let n = some.unwrap_or(*lock.lock().unwrap()).max(lock.try_lock().map_or(7, |n| *n));
        co_yield!(n);
        let other = Some(6);
        let k = three(log, other.unwrap_or(log.noisy("argument").get()), log.noisy("next").get(), 1);
        let text: Option<&str> = None;
        co_yield!(k);
        let long = text.unwrap_or(&format!("text {n}")).len() as i32;
        let chars = "ab".chars();
        let all: String = chars.chain(String::from("cd").chars()).collect();
        log.say(&all);
        let held = Some(log.noisy("held"));
        held.map_or(3, |held| held.n + log.noisy("inside").n);
        co_yield!(long)
    }

    body locks_ahead_of_a_yield(log, lock: &Mutex<i32> = Box::leak(Box::new(Mutex::new(3)))) -> i32 {
        let first = (match lock.try_lock() { Ok(ref n) => **n, Err(_) => 0 }) + co_yield!(i32::from(lock.try_lock().is_ok()));
        log.say(lock.try_lock().is_ok());
        first
    }

    fork parts_of_temporaries(log) -> i32 {
        let a = log.num(beside(strings(log, "a").first, co_yield!(1)), 1);
        let b = (strings(log, "b").n, strings(log, "c").second, log.noisy("d"), co_yield!(a));
        let c = strings(log, "e").list.unwrap_or({ co_yield!(b.0); log.say("or"); vec![] });
        let d = strings(log, "f").first + { co_yield!(b.3); " and more" };
        let e = strings(log, "g").second == { co_yield!(c[0]); "g 2" };
        let f = three(log, strings(log, "h").rest.get(), strings(log, "i").list.map_or(5, |list| list[0]), co_yield!(2));
        let g = three(log, beside(strings(log, "j").second, 3).len() as i32, co_yield!(f), 4);
        log.say(format!("{b:?} {c:?} {d} {e}"));
        f + g
    }

    body sent_to_what_is_matched(log) -> i32 {
        let n = if let Some(n) = log.noisy("head").chosen(co_yield!(1)) { n + co_yield!(n) } else { co_yield!(2) };
        while let Some(_) = log.noisy_n("round", n).chosen(co_yield!(3)) {
            if co_yield!(4) > 1 { break; }
        }
        n
    }
}

fn strings<'l>(log: &'l Log, name: &str) -> Strings<'l> {
    Strings {
        first: format!("{name} 1"),
        second: format!("{name} 2"),
        list: Some(vec![3]),
        n: 4,
        rest: log.noisy(name),
    }
}

fn beside(text: String, n: i32) -> String {
    format!("{text} beside {n}")
}

#[derive(Clone, Debug)]
struct Strings<'l> {
    first: String,
    second: String,
    list: Option<Vec<i32>>,
    n: i32,
    rest: Noisy<'l>,
}
