//! `co_yield!` in every expression position.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Default)]
struct Point {
    x: i32,
    y: i32,
    z: i32,
}

impl Point {
    fn plus(&self, n: i32) -> i32 {
        self.x + n
    }
    fn shift(&mut self, dx: i32, dy: i32) -> &mut Self {
        self.x += dx;
        self.y += dy;
        self
    }
    fn into_sum(self, n: i32) -> i32 {
        self.x + self.y + self.z + n
    }
}

fn point(log: &Log) -> Point {
    log.say("point");
    Point { x: 1, y: 2, z: 3 }
}

fn list(log: &Log, a: i32, b: i32, c: i32, d: i32) -> i32 {
    log.say(format!("list {a} {b} {c} {d}"));
    a * 1000 + b * 100 + c * 10 + d
}

rows! {
    fork call_arguments(log) -> i32 {
        list(log, log.num("a", 1), co_yield!(2), log.num("c", 3), co_yield!(4))
    }

    fork nested_calls(log) -> i32 {
        list(log, list(log, 1, co_yield!(1), 3, 4) % 10, log.num("b", 2), list(log, 0, 0, 0, co_yield!(2)) % 10, co_yield!(3))
    }

    fork nested_yields(log) -> i32 {
        let x = co_yield!(co_yield!(1) + 1);
        co_yield!(co_yield!(co_yield!(x) * 2) - co_yield!(7))
    }

    fork callee(log) -> i32 {
        let fs = [|x: i32| x + 1, |x: i32| x * 2];
        (if co_yield!(1) > 1 { fs[0] } else { fs[1] })(co_yield!(2)) + log.num("n", 1)
    }

    fork method_arguments(log) -> i32 {
        let p = point(log);
        p.plus(co_yield!(1)) + p.plus(log.num("n", 2)) * p.plus(co_yield!(3))
    }

    fork method_receiver(log) -> i32 {
        let a = co_yield!(1).pow(2).max(co_yield!(2)).wrapping_add(log.num("n", 3));
        a.min(co_yield!(a))
    }

    fork mutable_receiver(log) -> Vec<i32> {
        let mut v = vec![];
        v.push(co_yield!(1));
        v.push(log.num("n", 5));
        v.insert(co_yield!(2) as usize % 2, co_yield!(3));
        v.extend([co_yield!(4), co_yield!(5)]);
        v
    }

    fork two_phase_borrow(log) -> Vec<usize> {
        let mut v = vec![7usize];
        v.push(v.len());
        co_yield!(v.len() as i32);
        v.push(v.len() + v[0]);
        log.say(format!("{v:?}"));
        v
    }

    fork builder(log) -> Point {
        let mut p = point(log);
        p.shift(co_yield!(1), co_yield!(2));
        p.shift(1, 2).shift(log.num("n", 3), 4);
        co_yield!(p.x);
        p
    }

    fork consuming_receiver(log) -> i32 {
        let p = point(log);
        p.into_sum(co_yield!(1))
    }

    fork field_of_a_call(log) -> i32 {
        point(log).y + co_yield!(1) + Point { x: co_yield!(2), ..Point::default() }.x
    }

    fork binary(log) -> i32 {
        let a = co_yield!(1) + co_yield!(2) * co_yield!(3) - log.num("n", 4);
        let b = log.num("m", 5) - co_yield!(6);
        (a - b) * (co_yield!(7) - a) | co_yield!(8) << 1
    }

    fork unary(log) -> i32 {
        let a = -co_yield!(1);
        let b = !co_yield!(2);
        let c = *&co_yield!(3);
        log.say(!(co_yield!(4) > 0));
        a + b + c
    }

    fork short_circuit(log) -> i32 {
        let a = co_yield!(1) > 1 && log.flag("b", true) && co_yield!(2) > 1;
        let b = co_yield!(3) > 1 || log.flag("c", false) || co_yield!(4) > 1;
        let c = log.flag("d", a) || co_yield!(5) == 1 && !log.flag("e", b);
        i32::from(a) + i32::from(b) * 2 + i32::from(c) * 4
    }

    fork short_circuit_statements(log) -> i32 {
        co_yield!(1) > 1 && { log.say("and"); co_yield!(2) > 0 };
        let _ = (log.flag("x", false) || co_yield!(3) > 0) == (co_yield!(4) > 0);
        7
    }

    fork comparisons(log) -> bool {
        let a = co_yield!(1) < co_yield!(2);
        let b = log.num("n", 2) >= co_yield!(3);
        let c = (co_yield!(4), 1) == (1, co_yield!(5));
        let d = log.noisy("p") == log.noisy_n("q", co_yield!(6));
        a == b && c != d
    }

    fork casts(log) -> i64 {
        let a = co_yield!(1) as u8 as char;
        log.say(a as u32);
        (co_yield!(2) as i64) << co_yield!(3) as u32 % 4
    }

    fork index(log) -> i32 {
        let v = [10, 20, 30];
        let grid = vec![vec![1, 2], vec![3, 4]];
        v[co_yield!(1) as usize % 3] + grid[co_yield!(2) as usize % 2][co_yield!(3) as usize % 2] + [5, 6, co_yield!(4)][log.num("i", 2) as usize]
    }

    fork index_assignment(log) -> Vec<i32> {
        let mut v = vec![0; 4];
        v[log.num("i", 1) as usize] = co_yield!(1);
        v[co_yield!(2) as usize % 4] = log.num("value", 5);
        v[co_yield!(3) as usize % 4] = co_yield!(4);
        v
    }

    fork field_assignment(log) -> Point {
        let mut p = point(log);
        p.x = co_yield!(1);
        p.y += co_yield!(2);
        p.z -= p.x + co_yield!(3);
        let q = &mut p;
        q.x = 9;
        p
    }

    fork compound_assignment(log) -> i32 {
        let mut a = 1;
        a += co_yield!(a);
        a *= co_yield!(a) + log.num("n", 1);
        a -= { let b = co_yield!(3); b + a };
        a <<= co_yield!(4) & 3;
        a ^= a + co_yield!(5);
        a
    }

    fork compound_overloaded(log) -> i32 {
        let mut a = log.noisy("a");
        a += co_yield!(1);
        a += log.num("n", 2);
        let mut s = String::from("s");
        s += &co_yield!(2).to_string();
        s.push_str(if co_yield!(3) > 0 { "x" } else { "y" });
        log.say(&s);
        a.get()
    }

    body dereferenced_target(log, cell: &'static std::cell::Cell<i32> = Box::leak(Box::new(std::cell::Cell::new(1)))) -> i32 {
        let mut b = Box::new(1);
        *b = co_yield!(1);
        *b += co_yield!(*b);
        cell.set(cell.get() + co_yield!(2));
        let c = cell.replace(0);
        log.say(c);
        *b + c
    }

    fork assignment_is_unit(log) -> i32 {
        let mut a = 0;
        let () = a = co_yield!(1);
        let mut b = 0;
        let _u: () = { b = co_yield!(a) };
        log.say(b);
        a + b
    }

    fork tuples_and_arrays(log) -> i32 {
        let t = (co_yield!(1), log.num("n", 2), co_yield!(3));
        let a = [t.0, co_yield!(4), log.num("m", 5), co_yield!(5)];
        let r = [co_yield!(6); 3];
        let n = (co_yield!(7), (co_yield!(8), 1)).1.0;
        a.iter().sum::<i32>() + r.len() as i32 * r[0] + n
    }

    fork struct_literals(log) -> Point {
        let x = co_yield!(0);
        let p = Point { z: co_yield!(1), x, y: log.num("y", 2) };
        let q = Point { y: co_yield!(2), ..p.clone() };
        let r = Point { x: co_yield!(3), ..point(log) };
        log.say(format!("{p:?} {q:?} {r:?}"));
        Point { x: 8, ..if co_yield!(4) > 1 { q } else { r } }
    }

    fork ranges(log) -> i32 {
        let r = co_yield!(1)..co_yield!(2) + 3;
        let inclusive = log.num("from", 0)..=co_yield!(3);
        let open = co_yield!(4)..;
        let v = [1, 2, 3, 4];
        let s = &v[..co_yield!(5) as usize % 4];
        let n = s.len() as i32;
        r.sum::<i32>() + inclusive.count() as i32 + open.start + n
    }

    fork references(log) -> i32 {
        let a = *(&co_yield!(1)) + (&[co_yield!(2), 5])[0];
        let b = Noisy::get(&log.noisy_n("b", co_yield!(3)));
        a + b + i32::pow(2, (&co_yield!(4)).unsigned_abs() % 5)
    }

    fork conditions(log) -> i32 {
        if { let _c = log.noisy("c"); co_yield!(1) > 1 } { log.say("then") }
        if !(co_yield!(2) == 1) && (co_yield!(3) + 1 > 1) { log.say("both") }
        if match co_yield!(4) { 0 => false, _ => co_yield!(5) > 0 } { 1 } else { 2 }
    }

    fork if_as_operand(log) -> i32 {
        let a = 10 * if co_yield!(1) > 1 { co_yield!(2) } else { log.num("else", 3) } + co_yield!(4);
        list(log, match co_yield!(5) { 0 => 1, n => n % 7 }, { let t = co_yield!(6); t % 5 }, loop { if co_yield!(7) != 1 { break 4 } else { break 3 } }, a % 10)
    }

    fork for_head(log) -> i32 {
        let mut n = 0;
        for i in [co_yield!(1), co_yield!(2), log.num("third", 3)] { n += i * co_yield!(i); }
        for i in 0..co_yield!(9) % 4 { n += i; }
        for i in { let _h = log.noisy("h"); co_yield!(10)..12 } { n += i; if n > 50 { break; } }
        n
    }

    fork return_value(log) -> (i32, i32) {
        let _a = log.noisy("a");
        if co_yield!(1) > 1 { return (co_yield!(2), co_yield!(3)); }
        (log.num("n", 4), co_yield!(5))
    }

    fork return_in_operand(log) -> i32 {
        let _a = log.noisy("a");
        log.num("used", 1) + if co_yield!(1) > 1 { return co_yield!(2) } else { 5 } + co_yield!(3)
    }

    fork options_and_constructors(log) -> Option<Box<i32>> {
        let a = Some(co_yield!(1));
        let b: Result<i32, String> = if co_yield!(2) > 1 { Ok(co_yield!(3)) } else { Err(format!("{}", log.num("e", 1))) };
        let c = Box::new(Some(co_yield!(4)));
        log.say(format!("{a:?} {b:?} {c:?}"));
        a.map(Box::new)
    }

    fork block_values(log) -> i32 {
        let a = { log.say("in"); co_yield!(1) } + { let b = co_yield!(2); b * 2 };
        let c = unsafe_free({ co_yield!(a); log.num("c", 3) });
        ({ co_yield!(c) }) + (((co_yield!(4))))
    }

    fork parenthesised_and_typed(log) -> u64 {
        let a: i64 = (co_yield!(1)).into();
        let b = u64::try_from(co_yield!(2)).unwrap_or(0);
        let c = <i32 as Into<f64>>::into(co_yield!(3)) as u64;
        log.say(a);
        b + c
    }

    fork let_with_else_value(log) -> i32 {
        let (a, b) = if co_yield!(1) > 1 { (co_yield!(2), log.noisy("b")) } else { (0, log.noisy("bb")) };
        let c = match (a, co_yield!(3)) { (0, x) => x, (x, 0) => co_yield!(x), (x, y) => x * y };
        c + b.get()
    }

    fork two_in_one_statement_after_move(log) -> i32 {
        let a = log.noisy("a");
        let b = log.noisy("b");
        let p = (a, co_yield!(1), b, co_yield!(2));
        p.0.get() + p.1 + p.2.get() + p.3
    }

    fork operand_then_moved_local(log) -> i32 {
        let a = log.noisy("a");
        let n = a.n;
        let s = a + log.noisy_n("other", co_yield!(1));
        co_yield!(s.n);
        let t = s.into_next() + if co_yield!(2) > 1 { log.noisy("x") } else { log.noisy_n("y", n) };
        t.get()
    }

    fork macros_around(log) -> String {
        let v = vec![co_yield!(1), log.num("n", 2), co_yield!(3)];
        let w = [0; 2];
        assert!(co_yield!(5) >= 0, "never {}", v[0]);
        assert_eq!(v.len(), 3);
        let m = matches!(co_yield!(6), 1 | 2);
        log.say(m);
        format!("{v:?} {} {w:?} {x}", co_yield!(7), x = co_yield!(8))
    }

    fork reads_before_the_yield(log) -> i32 {
        let mut a = 1;
        let x = a + { a = 10; co_yield!(a) } + a;
        log.say(x);
        let y = list(log, a, { a += 1; co_yield!(a) }, a, { a += 1; a });
        let t = (a, { a = 0; co_yield!(1) }, a);
        x + y + t.0 + t.2
    }

    fork reads_an_index_before_the_yield(log) -> i32 {
        let mut v = vec![1, 2, 3];
        let x = v[0] + { v[0] = 10; co_yield!(v[0]) } + v[0];
        let mut i = 0;
        v[{ i += 1; i }] = co_yield!(i as i32);
        log.say(format!("{v:?}"));
        let mut p = point(log);
        let y = p.x * { p.x = 5; co_yield!(2) } + p.x;
        x + y
    }

    fork vec_repeat(log) -> Vec<i32> {
        vec![co_yield!(4); 2]
    }

    fork nested_index_bases(log, b: Noisy<'_> = log.noisy("b")) -> i32 {
        let x = 9;
        let y = co_yield!(match [log.num("n1", 3), co_yield!(1), b.get()][[b.get() + 1, 0, b.get()][2] as usize % 3] { 1 | 3 => x, c @ 4.. if log.flag("g", c > 0) => c, _ => 4 });
        co_yield!(y);
        x
    }

    fork field_of_a_temporary_tuple(log) -> i32 {
        let v = vec![(log.noisy("n1"), co_yield!(3)).0, log.noisy_n("n2", co_yield!(4)), (log.noisy("n3"), 1).0, log.noisy_n("n4", co_yield!(5))];
        co_yield!(v.len() as i32)
    }

    fork mutable_borrows_of_what_is_sent(log) -> i32 {
        let next = |n: &mut i32| { *n += 1; *n };
        log.say(next(&mut co_yield!(1)));
        match &mut co_yield!(2) { n => { *n *= 2; log.say(*n); co_yield!(3); } }
        let kept = &mut co_yield!(4);
        *kept += 1;
        log.say(*kept);
        let mut own = 5;
        std::mem::swap(&mut own, &mut co_yield!(6));
        own
    }

    fork blocks_and_literals_ahead_of_operators(log) -> bool {
        let mut all = Vec::new();
        let text = log.noisy("text");
        let short = co_yield!(0) > 1 && { text.into_n() } > 2;
        all.push(short);
        let late = log.noisy("late");
        let either = co_yield!(1) > 1 || match all.len() { 1 => late.into_n(), _ => 0 } == 1;
        all.push(either);
        all.push(Flag { set: co_yield!(2) > 1 }.set || log.flag("right", true));
        assert!(Flag { set: true } == Flag { set: co_yield!(3) < 9 });
        all.push(matches!(Flag { set: { co_yield!(4); short } }.set, true));
        if (Flag { set: co_yield!(5) == 1 }).set && either { log.say("both"); }
        log.say(format!("{all:?}"));
        all.iter().all(|set| *set)
    }

    body put_together_behind_yields(log) -> i32 {
        fn text(part: Option<&str>, n: i32) -> String { format!("{part:?} {n}") }
        fn all(parts: &[&str], pair: (&str, i32), n: i32) -> String { format!("{parts:?} {pair:?} {n}") }
        fn drops(one: Option<Noisy<'_>>, pair: (Noisy<'_>, i32), both: [Noisy<'_>; 2], n: i32) -> i32 {
            one.map_or(0, |one| one.n) + pair.0.n + both[1].n + n
        }
        let string: &String = leaked();
        log.say(text(Some(string), co_yield!(1)));
        log.say(all(&[string, string], (string, 3), co_yield!(2)));
        let boxed = (Some::<Box<dyn Fn(i32) -> i32>>(Box::new(|n| n + 1)), co_yield!(3));
        let made = [log.noisy("x"), log.noisy("y")].len() as i32;
        let n = drops(Some(log.noisy("a")), (log.noisy("b"), made), [log.noisy("c"), log.noisy("d")], co_yield!(4));
        boxed.0.map_or(n, |f| f(n))
    }

    body left_by_what_was_put_together(log) -> i32 {
        struct Told<'l>(&'l Log, i32);
        impl Drop for Told<'_> {
            fn drop(&mut self) { self.0.say(format!("~told {}", self.1)); }
        }
        fn last(told: (Told<'_>, Option<Told<'_>>), _: i32, n: i32) -> i32 { told.0.1 + n }
        let n = last((Told(log, 1), Some(Told(log, 2))), co_yield!(1), match co_yield!(2) { 1 => return 7, n => n });
        let ahead = (Told(log, 3), co_yield!(3));
        last((Told(log, 4), None), co_yield!(4), if n > ahead.1 { co_yield!(5) } else { return n })
    }

    fork borrowed_statics(log) -> String {
        let name = &NAME;
        let n = co_yield!(name.len() as i32);
        let (other, m) = (&NAME, co_yield!(n));
        log.say(beside(&NAME, co_yield!(m)));
        format!("{name}{other}{}", &SIZE)
    }

    body called_behind_pointers(log) -> i32 {
        let calls = doers();
        let mut n = 1;
        for call in calls {
            n = call(n);
            n += co_yield!(n);
        }
        let last = &calls[0];
        n = last(n);
        co_yield!(n)
    }
}

fn doers() -> &'static [Arc<dyn Fn(i32) -> i32>] {
    let doers: [Arc<dyn Fn(i32) -> i32>; 2] = [Arc::new(|n| n + 1), Arc::new(|n| n * 2)];
    Box::leak(Box::new(doers))
}

fn leaked() -> &'static String {
    Box::leak(Box::new(String::from("string")))
}

static NAME: String = String::new();
const SIZE: usize = 3;

fn beside(name: &str, n: i32) -> String {
    format!("{name}{n}")
}

#[derive(Clone, PartialEq)]
struct Flag {
    set: bool,
}

fn unsafe_free(n: i32) -> i32 {
    n
}
