//! Assertions that are none in a release build: nothing of them is evaluated there. CI runs these tests in both ways.

use coro::prelude::*;
use std::cell::RefCell;

type Log = RefCell<Vec<&'static str>>;

struct Noisy<'l>(&'l Log, &'static str);

impl Drop for Noisy<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(self.1);
    }
}

fn eat(noisy: Noisy<'_>) -> bool {
    !noisy.1.is_empty()
}

fn said(log: &Log, what: &'static str) -> Option<bool> {
    log.borrow_mut().push(what);
    Some(true)
}

/// What a coroutine yields, and what the log has by then, and at the end.
fn run(coroutine: impl Iterator<Item = u32>, log: &Log) -> Vec<String> {
    let mut seen = Vec::new();
    for n in coroutine {
        seen.push(n.to_string());
        seen.extend(log.take().into_iter().map(str::to_owned));
    }
    seen.extend(log.take().into_iter().map(str::to_owned));
    seen
}

/// Both engines, which have to agree.
macro_rules! both {
    ($name:ident, |$log:ident| $body:block, $checked:expr, $unchecked:expr) => {
        #[test]
        fn $name() {
            #[coro::coroutine]
            fn moved($log: &Log) -> impl Iterator<Item = u32> $body
            #[coro::coroutine(pinned)]
            fn pinned($log: &Log) -> impl Iterator<Item = u32> $body
            let expected: Vec<String> = if cfg!(debug_assertions) {
                $checked.map(str::to_owned).into()
            } else {
                $unchecked.map(str::to_owned).into()
            };
            let log = Log::default();
            assert_eq!(run(moved(&log), &log), expected);
            assert_eq!(run(pinned(&log), &log), expected);
        }
    };
}

both!(
    what_yields,
    |log| {
        debug_assert!({
            co_yield!(1);
            true
        });
        debug_assert_eq!((), co_yield!(2), "{log:?}");
        debug_assert_ne!(said(log, "left"), {
            co_yield!(3);
            None
        });
        std::debug_assert!(true, "{:?}", co_yield!(9));
        co_yield!(4);
    },
    ["1", "2", "3", "left", "4"],
    ["4"]
);

both!(
    what_jumps,
    |log| {
        for n in 0..3 {
            debug_assert!(said(log, "asked").unwrap_or_else(|| {
                if n > 7 {
                    return true;
                }
                false
            }));
            debug_assert!(match said(log, "again") {
                Some(true) if n == 1 => continue,
                _ => true,
            });
            co_yield!(n);
        }
    },
    [
        "0", "asked", "again", "2", "asked", "again", "asked", "again"
    ],
    ["0", "1", "2"]
);

both!(
    what_moves,
    |log| {
        let first = Noisy(log, "first");
        let second = Noisy(log, "second");
        let third = Noisy(log, "third");
        debug_assert!(eat(second));
        co_yield!(1);
        debug_assert_eq!(Some(eat(first)), Some(true));
        debug_assert!(third.1 == "third", "{}", eat(third));
        co_yield!(2);
        said(log, "end");
    },
    ["1", "second", "2", "first", "end", "third"],
    ["1", "2", "end", "third", "second", "first"]
);
