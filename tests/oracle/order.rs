//! When operands ahead of a yield are read and made.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;
use std::cell::Cell;
use std::ops::{Add, Neg};
use std::sync::LazyLock;

thread_local!(static MADE: Cell<i32> = const { Cell::new(0) });

/// How often something was made, and whose turn this is.
fn turn() -> i32 {
    MADE.set(MADE.get() + 1);
    MADE.get()
}

/// Of which sums and negations are made in their turn.
#[derive(Clone, Copy)]
struct Own(i32);

impl Add for Own {
    type Output = Turn;
    fn add(self, other: Self) -> Turn {
        Turn(turn() * 100 + self.0 + other.0)
    }
}

impl Neg for Own {
    type Output = Turn;
    fn neg(self) -> Turn {
        Turn(turn() * 100 - self.0)
    }
}

#[derive(Clone, Copy)]
struct Turn(i32);

const ONE: Own = Own(1);
const TWO: Own = Own(2);

#[allow(non_snake_case, reason = "it is the point")]
fn Made() -> Turn {
    Turn(turn())
}

fn both(a: &Turn, b: i32) -> i32 {
    a.0 * 10 + b
}

struct Guard;

impl Guard {
    fn get(&self) -> i32 {
        7
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        turn();
    }
}

/// Says what was made or dropped so far.
struct Says<'l>(&'l Log);

impl Drop for Says<'_> {
    fn drop(&mut self) {
        self.0.num("made", MADE.get());
        MADE.set(0);
    }
}

fn two(guard: Guard, n: i32) -> i32 {
    guard.get() + n
}

fn listed<'l>(log: &'l Log, n: i32) -> [Noisy<'l>; 1] {
    [log.noisy_n("listed", n)]
}

fn doubled(n: i32) -> i32 {
    n * 2
}

fn tripled(n: i32) -> i32 {
    n * 3
}

/// Of which the negation is a truth value.
#[derive(Clone, Copy)]
struct Vat(i32);

impl std::ops::Not for Vat {
    type Output = bool;
    fn not(self) -> bool {
        self.0 > 2
    }
}

impl Add<i32> for Vat {
    type Output = Vat;
    fn add(self, n: i32) -> Vat {
        Vat(self.0 + n)
    }
}

fn make(n: i32) -> Vat {
    Vat(n)
}

rows! {
    body what_looks_like_a_constant_is_made_in_its_turn(log) -> i32 {
        let _says = Says(log);
        static LAZY: LazyLock<Turn> = LazyLock::new(|| Turn(5));
        let a = both(&(ONE + TWO), { turn(); co_yield!(1) });
        let b = both(&-ONE, { turn(); co_yield!(a) });
        let c = both(&Made(), { turn(); co_yield!(b) });
        let d = both(&*LAZY, co_yield!(c));
        log.num("all", a + b + c + d)
    }

    body a_struct_without_fields_is_made_in_its_turn(log) -> i32 {
        let _says = Says(log);
        let a = two(Guard, co_yield!(1));
        let (b, c) = (Guard, co_yield!(a));
        let pair = ((Guard, 1), co_yield!(b.get()));
        a + c + pair.1
    }

    body what_is_indexed_is_read_behind_the_index(log) -> i32 {
        let mut array = [1, 2, 3];
        let a = array[{ array[0] = 5; co_yield!(0); 0 }];
        let b = array[{ array = [7, 8, 9]; co_yield!(a); 1 }];
        array[{ array[2] = 4; co_yield!(b) as usize % 3 }] += 10;
        let mut grid = [[1, 2], [3, 4]];
        let c = grid[{ grid[1][1] = 9; co_yield!(b); 1 }][1];
        log.num("sum", array.iter().sum());
        a + b * 10 + c * 100
    }

    body a_macro_of_the_body_changes_what_a_copy_is_of(log) -> i32 {
        let mut base = 2i32;
        let mut apply: fn(i32) -> i32 = doubled;
        macro_rules! bump { () => { base += 1; } }
        macro_rules! swap { () => { bump!(); apply = tripled } }
        let a = base.pow({ bump!(); co_yield!(1) as u32 % 4 });
        let b = apply({ swap!(); co_yield!(a) });
        let c = base.max({ swap!(); co_yield!(b) });
        let d = (base == { bump!(); co_yield!(c) }) as i32;
        log.num("end", apply(base)) + a + b + c + d
    }

    body a_pattern_borrows_what_a_copy_is_of(log) -> i32 {
        let mut base = 2i32;
        let a = base.pow(match base { ref mut b => { *b += 1; co_yield!(*b) as u32 % 3 } });
        let b = base.max(if let ref mut b = base { *b += 4; co_yield!(9) } else { 0 });
        let list = listed(log, a);
        let c = list[{ log.say("index"); co_yield!(b) as usize * 0 }].get();
        a + b * 10 + c + base * 100
    }

    body own_not(log) -> i32 {
        let vat = Vat(1);
        if !(vat + co_yield!(1)) { log.say("one"); }
        let mut n = 0;
        while n < 3 && !make(co_yield!(1)) { n += 1; }
        if !make(co_yield!(1)) || !make(2) { log.say("two"); }
        match co_yield!(2) { 1 if !make(co_yield!(1)) => 1, _ if !(co_yield!(1) > 2 && n > 1) => 2, _ => n }
    }

    body a_part_of_a_literal_is_a_place(log) -> usize {
        let t = &"abcdef"[log.num("at", co_yield!(1)) as usize % 3..];
        co_yield!(2);
        let v = &[1, 2, 3][co_yield!(1) as usize % 3..];
        co_yield!(2);
        let w = &[[1, 2], [3, 4]][1][..];
        co_yield!(3);
        match "abc"[co_yield!(4) as usize % 3..].len() { 2 => { co_yield!(5); } _ => {} }
        t.len() + v.len() + w.len()
    }
}
