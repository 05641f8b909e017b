//! Coroutines that a macro writes, and macros in coroutines.

use coro::prelude::*;

/// A whole coroutine from `macro_rules!`.
macro_rules! counter {
    ($(#[$attribute:meta])* $name:ident, $type:ty, $step:expr) => {
        $(#[$attribute])*
        #[coro::coroutine]
        fn $name(from: $type, to: $type) -> impl Iterator<Item = $type> {
            let mut at = from;
            while at < to {
                co_yield!(at);
                at += $step;
            }
        }
    };
}

counter!(count_bytes, u8, 1);
counter!(
    /// By two.
    #[must_use = "it only counts when asked"]
    count_words, u32, 2
);

/// Names of the caller beside names of the macro: `at` is two locals.
macro_rules! with_body {
    ($name:ident($($argument:ident: $type:ty),*), $first:expr, $body:block) => {
        #[coro::coroutine]
        fn $name($($argument: $type),*) -> impl Coroutine<u32, Yield = u32, Return = u32> {
            let at = co_yield!($first);
            let inner = $body;
            at + inner
        }
    };
}

with_body!(two_hygienes(at: u32), at, {
    let sent = co_yield!(at * 10);
    at + sent
});

/// A coroutine from a macro, with a caller's block that holds labels and its own locals.
macro_rules! repeated {
    ($name:ident, $count:expr, $each:ident => $body:block) => {
        #[coro::coroutine]
        fn $name() -> impl Iterator<Item = u32> {
            for $each in 0..$count {
                $body
            }
        }
    };
}

repeated!(doubled, 3, each => { co_yield!(each * 2); });

/// A macro that defines a local of its own, which is not the user's.
macro_rules! squared {
    ($value:expr) => {{
        let value = $value;
        value * value
    }};
}

/// A macro that defines a local for the user.
macro_rules! define {
    ($name:ident = $value:expr) => {
        let $name = $value;
    };
}

#[coro::coroutine]
fn using_macros(value: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let square = squared!(value + 1);
    co_yield!(square);
    let sent = {
        define!(defined = square + 1);
        defined
    };
    co_yield!(sent);
    let list = vec![value, sent];
    co_yield!(squared!(list[0]));
    assert!(list.len() == 2, "{value} {sent:?}");
    squared!(list[1]) + value + 1
}

#[test]
fn macros() {
    assert!(count_bytes(1, 3).eq([1, 2]));
    assert!(count_words(1, 4).eq([1, 3]));
    let mut two = two_hygienes(5);
    assert_eq!(two.prime(), Ok(Some(5)));
    assert_eq!(two.send(100), Ok(50));
    assert_eq!(two.send(1000), Err(Stop::Returned(1105)));
    assert!(doubled().eq([0, 2, 4]));
    let mut using = using_macros(2);
    assert_eq!(using.prime(), Ok(Some(9)));
    assert_eq!(using.send(0), Ok(10));
    assert_eq!(using.send(0), Ok(4));
    assert_eq!(using.send(0), Err(Stop::Returned(103)));
}
