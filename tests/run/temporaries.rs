//! Temporaries of heads and operands live as long as in plain Rust.

use coro::prelude::*;
use std::cell::RefCell;

type Log = RefCell<Vec<String>>;

struct Noisy<'a>(&'a Log, &'static str);

impl Noisy<'_> {
    fn get(&self) -> u32 {
        2
    }
    fn maybe(&self) -> Option<u32> {
        Some(2)
    }
}

impl Drop for Noisy<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(format!("drop {}", self.1));
    }
}

fn say(log: &Log, what: impl ToString) {
    log.borrow_mut().push(what.to_string());
}

#[coro::coroutine]
fn heads(log: &Log) -> impl Iterator<Item = u32> {
    for i in 0..Noisy(log, "range").get() {
        co_yield!(i);
    }
    if let Some(3) = Noisy(log, "if").maybe() {
        co_yield!(10);
    } else {
        say(log, "else");
        co_yield!(11);
    }
    match Noisy(log, "match").maybe() {
        Some(n) => co_yield!(n),
        None => {}
    }
    for _x in [Noisy(log, "item")] {
        co_yield!(20);
    }
    match Noisy(log, "whole") {
        _b => co_yield!(30),
    }
}

#[test]
fn heads_hold_their_temporaries() {
    let log = Log::default();
    for n in heads(&log) {
        say(&log, n);
    }
    let expected = [
        "0",
        "1",
        "drop range",
        "drop if",
        "else",
        "11",
        "2",
        "drop match",
        "20",
        "drop item",
        "30",
        "drop whole",
    ];
    assert_eq!(log.into_inner(), expected);
}

#[coro::coroutine]
fn operands(log: &Log) -> impl Coroutine<u32, Yield = u32> {
    let n = Noisy(log, "left").get() * co_yield!(1);
    say(log, n);
    let _ = {
        let _in = Noisy(log, "in");
        co_yield!(2);
        Noisy(log, "value")
    };
    say(log, "between");
    co_yield!(3);
}

#[test]
fn operands_hold_their_temporaries() {
    let log = Log::default();
    let mut c = operands(&log);
    assert_eq!(c.prime(), Ok(Some(1)));
    say(&log, "sending");
    assert_eq!(c.send(5), Ok(2));
    assert_eq!(c.send(5), Ok(3));
    drop(c);
    let expected = [
        "sending",
        "drop left",
        "10",
        "drop in",
        "drop value",
        "between",
    ];
    assert_eq!(log.into_inner(), expected);
}

impl std::ops::Deref for Noisy<'_> {
    type Target = u32;
    fn deref(&self) -> &u32 {
        &7
    }
}

impl Noisy<'_> {
    #[coro::coroutine]
    fn guard(self) -> impl Iterator<Item = u32> {
        let seen = *self;
        co_yield!(seen);
        say(self.0, "body");
    }

    #[coro::coroutine]
    fn other_guard(&self, other: Self) -> impl Iterator<Item = u32> {
        let seen = *other;
        co_yield!(seen);
        say(self.0, "body");
    }
}

/// What is read through `Deref` stays: only a box is moved out of.
#[test]
fn guards_are_held_after_they_are_read() {
    let log = Log::default();
    assert_eq!(Noisy(&log, "self").guard().sum::<u32>(), 7);
    let host = std::mem::ManuallyDrop::new(Noisy(&log, "host"));
    assert_eq!(host.other_guard(Noisy(&log, "other")).sum::<u32>(), 7);
    let expected = ["body", "drop self", "body", "drop other"];
    assert_eq!(log.into_inner(), expected);
}

/// A method of a consuming name is called on what is guarded; the guard stays.
#[test]
fn guards_are_held_after_a_copy_of_what_they_guard() {
    #[coro::coroutine]
    fn guarded<'c>(
        cell: &'c std::cell::RefCell<Option<u32>>,
        lock: &'c std::sync::Mutex<Option<u32>>,
    ) -> impl Iterator<Item = u32> {
        let held = cell.borrow_mut();
        let locked = lock.lock().unwrap();
        let sum = held.unwrap_or(1) + locked.unwrap_or(2);
        co_yield!(sum);
        co_yield!(sum + 1);
    }
    let (cell, lock) = (Some(3).into(), Some(4).into());
    let mut c = guarded(&cell, &lock);
    assert_eq!(c.next(), Some(7));
    assert!(cell.try_borrow().is_err() && lock.try_lock().is_err());
    assert_eq!((c.next(), c.next()), (Some(8), None));
    assert!(cell.try_borrow().is_ok() && lock.try_lock().is_ok());
}

/// What is borrowed and looks like a constant is one, whatever its type is, if it has no destructor.
#[test]
fn borrowed_constants() {
    struct Unit;
    struct Config {
        depth: i32,
    }
    enum Mode {
        Fast,
        Slow(i32),
    }
    const CONFIG: Config = Config { depth: 3 };

    #[coro::coroutine]
    fn told() -> impl Iterator<Item = i32> {
        let (config, slow, fast) = (&CONFIG, &Mode::Slow(2), &Mode::Fast);
        let (_unit, numbers) = (&Unit, &[1, 2, 3]);
        let own = &Config { depth: 7 };
        co_yield!(own.depth);
        if let Mode::Slow(n) = slow {
            co_yield!(*n);
        }
        co_yield!(config.depth + numbers[1]);
        if let Mode::Fast = fast {
            co_yield!(9);
        }
    }
    assert_eq!(told().collect::<Vec<_>>(), [7, 2, 5, 9]);
}

/// What is static may be asked for as such ahead of a yield.
mod promoted {
    use coro::prelude::*;

    #[derive(Debug, PartialEq, Clone, Copy)]
    enum Word {
        Literal(&'static str),
        Number(u32),
    }
    const NONE: Word = Word::Number(0);

    struct Wanted(Vec<Word>, u32);

    impl Wanted {
        fn words(mut self, words: &'static [Word]) -> Self {
            self.0.extend(words);
            self
        }
        fn count(mut self, n: u32) -> Self {
            self.1 += n;
            self
        }
    }

    fn wanted(first: &'static Word, n: u32) -> Wanted {
        Wanted(vec![*first], n)
    }

    #[coro::coroutine]
    fn builder() -> impl Iterator<Item = u32> {
        let wanted = wanted(&Word::Literal("a"), {
            co_yield!(1);
            2
        })
        .words(&[Word::Literal("#"), NONE])
        .count({
            co_yield!(2);
            3
        });
        co_yield!(wanted.0.len() as u32 * 10 + wanted.1);
        for word in &[NONE, Word::Number(4)] {
            co_yield!(match word {
                Word::Number(n) => *n,
                Word::Literal(text) => text.len() as u32,
            });
        }
    }

    #[test]
    fn ahead_of_a_yield() {
        assert_eq!(builder().collect::<Vec<_>>(), [1, 2, 35, 0, 4]);
    }
}

/// A constant with a destructor is one more value each time, and is there when the coroutine is dropped at the yield behind it; a static is a place.
mod constants {
    use coro::prelude::*;
    use std::cell::Cell;
    use std::sync::Mutex;

    thread_local!(static DROPS: Cell<u32> = const { Cell::new(0) });

    struct Told(u32);

    impl Drop for Told {
        fn drop(&mut self) {
            DROPS.set(DROPS.get() + 1);
        }
    }

    const TOLD: Told = Told(5);
    const LIMIT: u32 = 3;
    #[allow(
        clippy::declare_interior_mutable_const,
        reason = "each mention is a value"
    )]
    const CELL: Cell<u32> = Cell::new(6);
    static TABLE: Mutex<Vec<u32>> = Mutex::new(Vec::new());
    static NAME: String = String::new();

    fn sum(told: Told, cell: Cell<u32>, n: u32) -> u32 {
        told.0 + cell.get() + n
    }

    fn third(_: (u32, Told), _: &Mutex<Vec<u32>>, n: u32) -> u32 {
        n
    }

    #[coro::coroutine]
    fn operands() -> impl Coroutine<u32, Yield = u32> {
        co_yield!(sum(TOLD, CELL, co_yield!(1)));
        co_yield!(third((LIMIT, TOLD), &TABLE, co_yield!(u32::MAX)));
        co_yield!(u32::from(
            LIMIT < co_yield!(LIMIT) && NAME.len() < NAME.repeat(co_yield!(2) as usize).len() + 1
        ));
    }

    #[test]
    fn ahead_of_a_yield() {
        let mut c = operands();
        assert_eq!(c.prime(), Ok(Some(1)));
        assert_eq!(DROPS.get(), 0);
        drop(c);
        assert_eq!(DROPS.get(), 1);
        let mut c = operands();
        assert_eq!((c.send(4), DROPS.get()), (Ok(15), 2));
        assert_eq!((c.send(0), DROPS.get()), (Ok(u32::MAX), 2));
        drop(c);
        assert_eq!(DROPS.get(), 3);
        let mut c = operands();
        let sent = [1, 2, 9, 0, 4, 0, 0].map(|n| c.send(n).ok());
        let expected = [12, u32::MAX, 9, 3, 2, 1].map(Some);
        assert_eq!(sent[..6], expected);
        assert_eq!((sent[6], DROPS.get()), (None, 5));
    }
}
