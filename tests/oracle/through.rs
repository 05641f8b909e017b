//! Methods by value on copies: behind a guard, of what their arguments change; and what operators of own types make.

use crate::harness::{Log, rows};
use coro::Coroutine;
use std::ops::{Add, Deref, Not};

/// Points to a copy.
#[derive(Clone)]
struct Behind<'a, T>(&'a Log, T);

impl<T> Deref for Behind<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.1
    }
}

impl<T> Drop for Behind<'_, T> {
    fn drop(&mut self) {
        self.0.say("-behind");
    }
}

fn behind<T>(log: &Log, value: T) -> Behind<'_, T> {
    Behind(log, value)
}

#[derive(Clone)]
struct Sum<'a>(&'a Log, i32);

impl Drop for Sum<'_> {
    fn drop(&mut self) {
        self.0.say(format!("-sum {}", self.1));
    }
}

impl Add for Sum<'_> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Sum(self.0, self.1 + other.1)
    }
}

impl Not for Sum<'_> {
    type Output = Self;

    fn not(self) -> Self {
        Sum(self.0, -self.1)
    }
}

impl Sum<'_> {
    fn total(&self) -> i32 {
        self.1
    }
}

#[derive(Clone, Copy)]
struct Point(i32);

impl Point {
    fn pow(self, by: i32) -> i32 {
        self.0 * 10 + by
    }

    fn bump(&mut self) {
        self.0 += 1;
    }

    fn into_n(self) -> i32 {
        self.0
    }
}

fn two(a: i32, b: i32) -> i32 {
    a * 10 + b
}

rows! {
    fork copied_through_a_temporary(log) -> i32 {
        if let Some(n) = behind(log, Some(4)).map(|n| n + 1) { co_yield!(n); }
        log.say("next");
        let n = behind(log, Some(4)).unwrap_or(1) + co_yield!(3);
        log.say("next");
        match behind(log, Some(n)).unwrap_or(1) { n => { co_yield!(n); } }
        log.say("next");
        for n in 0..behind(log, Some(2)).unwrap_or(1) { co_yield!(n); }
        log.say("next");
        let n = two(behind(log, Some(5)).unwrap(), co_yield!(1));
        log.say("next");
        two(behind(log, Point(n)).into_n(), co_yield!(1)) + two(behind(log, "a\nb").lines().count() as i32, co_yield!(2))
    }

    fork consumed_in_a_head(log) -> i32 {
        match Some(log.noisy("a")).map(|a| a.into_n()) { Some(n) => { co_yield!(n); } None => {} }
        log.say("next");
        let pick = |n: i32| Some(log.noisy(n));
        if let Some(a) = pick(3).filter(|a| a.n > 0) { co_yield!(a.n); }
        log.say("next");
        two(pick(4).map_or(0, |a| a.into_n()), co_yield!(2))
    }

    fork receiver_copied_before_its_arguments(log) -> i32 {
        let mut o = Some(3);
        log.say(o.unwrap_or({ o.take(); co_yield!(2) }));
        let mut o = Some(3);
        log.say(o.unwrap_or(o.take().unwrap_or(0) + co_yield!(1)));
        let mut v = vec![1, 2, 3];
        log.say(v[0].max({ v.clear(); co_yield!(1) }));
        let mut p = Point(1);
        log.say(p.pow({ let q = co_yield!(2); p.bump(); q }));
        let mut q = 3;
        log.say(q.clamp({ let ref mut a = q; *a += 1; co_yield!(1) }, 99));
        0
    }

    fork made_by_an_operator(log) -> i32 {
        let n = (!Sum(log, 1)).1 + co_yield!(4);
        log.say("next");
        let m = two((Sum(log, 1) + Sum(log, 2)).total(), co_yield!(1));
        log.say("next");
        match (Sum(log, 3) + Sum(log, 4)).total() { n => { co_yield!(n); } }
        log.say("next");
        for n in 0..(Sum(log, 1) + Sum(log, 1)).total() { co_yield!(n); }
        log.say("next");
        (loop { break Sum(log, 9) }).1 + co_yield!(1) + n + m
    }

    fork referred_to_by_a_loop(log) -> i32 {
        for ref a in [log.noisy("a")] { a.look(); co_yield!(1); }
        log.say("next");
        for (ref a, n) in [(log.noisy("b"), 4)] { let q = a.look(); co_yield!(n + q); }
        0
    }

    fork passed_by_a_closure(log) -> i32 {
        let a = log.noisy("a");
        let f = move || { let _ = a; 1 };
        co_yield!(f());
        let b = log.noisy("b");
        let g = move || match b { _ => 2 };
        co_yield!(g());
        let c = Sum(log, 3);
        let h = move || { let Sum(_, n) = c; n };
        co_yield!(h())
    }

    fork temporary_of_a_condition(log) -> i32 {
        let most = 3;
        if let Some(x) = vec![5].pop() && x > most { co_yield!(x); } else { co_yield!(4); }
        if let Ok(x) = " 4 ".trim().to_string().parse::<i32>() && x > 4 { co_yield!(x); } else { co_yield!(5); }
        let flag = log.flag("f", most > 2);
        if flag && let Some(x) = vec![6].pop() && x > most { co_yield!(x); } else { co_yield!(7); }
        if let Some(y) = Some(1) && let Some(z) = Some(log.noisy("z")).map(|z| z.n) && log.flag("c", co_yield!(y + z) > 1) {
            co_yield!(y);
        } else {
            co_yield!(8);
        }
        if let Some(y) = Some(log.noisy("y")).filter(|y| y.n > 0) && let Sum(_, z) = Sum(log, 2) && co_yield!(z) > 2 {
            co_yield!(y.n);
        } else {
            co_yield!(9);
        }
        while let Some(x) = vec![log.noisy("v")].pop() && x.n > 2 && co_yield!(6) > 2 { co_yield!(x.n); }
        0
    }
}
