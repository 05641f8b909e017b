//! Coroutines that a `macro_rules!` makes of what it matches: a fragment is one piece, whatever stands beside it.

use coro::prelude::*;
use std::sync::Mutex;

macro_rules! numbers {
    ($name:ident, $e:expr, $l:literal, $t:ty, $p:pat) => {
        #[coro::coroutine]
        fn $name(given: $t) -> impl Iterator<Item = i32> {
            const TWICE: i32 = 2 * $e;
            for n in 0..2 * $e {
                co_yield!(n);
            }
            co_yield!(10 * $e);
            co_yield!(-$e);
            co_yield!($l.pow(2));
            co_yield!(TWICE);
            let mut left = 20;
            left -= 2 * $e;
            let text = format!("{}", 2 * $e);
            co_yield!(left + text.len() as i32);
            let array = [1; 2 * $e as usize];
            co_yield!(array.len() as i32 + ($e as u8) as i32);
            let found @ $p = given.len() as i32 else {
                return;
            };
            co_yield!({ 3 * $e } + found);
        }
    };
}
numbers!(sums, 1 + 1, -2i32, &str, 1 | 2);

#[test]
fn operands() {
    let all: Vec<i32> = sums("ab").collect();
    assert_eq!(all, [0, 1, 2, 3, 20, -2, 4, 4, 17, 6, 8]);
    // All but what stands behind the pattern.
    assert_eq!(sums("abc").count(), all.len() - 1);
}

macro_rules! statements {
    ($name:ident, $m:ident, $s:stmt, $k:ident, $t:stmt) => {
        #[coro::coroutine]
        fn $name($m: &Mutex<i32>) -> impl Iterator<Item = i32> {
            $s;
            co_yield!(1);
            $t;
            co_yield!($k + 1);
        }
    };
}
statements!(
    locked,
    lock,
    let _guard = lock.lock().unwrap(),
    held,
    let held = 5
);

#[test]
fn lets() {
    let lock = Mutex::new(0);
    let mut numbers = locked(&lock);
    assert_eq!(numbers.next(), Some(1));
    assert!(lock.try_lock().is_err());
    assert_eq!(numbers.next(), Some(6));
    assert!(lock.try_lock().is_err());
    drop(numbers);
    assert!(lock.try_lock().is_ok());
}

macro_rules! labelled {
    ($(#[$m:meta])* $name:ident, $l:lifetime, $b:block, $c:expr, $d:ty) => {
        #[coro::coroutine]
        $(#[$m])*
        fn $name(shown: &$d) -> impl Iterator<Item = String> {
            let call = $c;
            $l: loop {
                loop {
                    co_yield!(call(shown.to_string()));
                    co_yield!(call(shown.to_string()));
                    break $l;
                }
            }
            let block = $b;
            co_yield!(block);
        }
    };
}
labelled!(
    #[doc = "Shouts."]
    #[inline]
    shouted,
    'outer,
    {
        let text = "block";
        text.to_owned()
    },
    |text: String| text + "!",
    dyn std::fmt::Display + Send
);

#[test]
fn labels_blocks_closures_and_types() {
    let all: Vec<String> = shouted(&3).collect();
    assert_eq!(all, ["3!", "3!", "block"]);
}

macro_rules! statements {
    ($name:ident { $($s:stmt;)* }) => {
        #[coro::coroutine]
        fn $name() -> impl Iterator<Item = i32> {
            $($s)*
        }
    };
}

statements! {
    in_a_row {
        let a = 1;
        co_yield!(a);
        let b = a + 1;
        co_yield!(b);
        co_yield!(3);
    }
}

/// A statement needs no semicolon of the macro's.
#[test]
fn statements_in_a_row() {
    assert_eq!(in_a_row().collect::<Vec<_>>(), [1, 2, 3]);
}
