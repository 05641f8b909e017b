//! A function with many states and many locals, which is compiled in a form of its own, against the same body as a
//! plain function: values, and when what is dropped.

use super::support::Log;
use coro::prelude::*;
use std::cell::RefCell;

thread_local! {
    static TOLD: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// What the driver below answers.
fn tell(value: u32) -> u32 {
    TOLD.with_borrow_mut(|told| told.push(value));
    value % 7 + 1
}

macro_rules! told {
    ($value:expr) => {
        tell($value)
    };
}

macro_rules! told_each {
    ($values:expr) => {{
        for value in $values {
            tell(value);
        }
    }};
}

#[coro::coroutine]
fn up_to(n: u32) -> impl Coroutine<u32, Yield = u32, Return = ()> {
    for i in 0..n {
        co_yield!(i);
    }
}

/// The body twice: with markers, and with functions in their place.
macro_rules! both {
    ($($name:ident)*) => {
        both!(@one [#[coro::coroutine]] wide, [impl Coroutine<u32, Yield = u32, Return = u32>],
            co_yield, yield_from, up_to, $($name)*);
        both!(@one [] plain, [u32], told, told_each, numbers, $($name)*);
    };
    (@one [$($attribute:tt)*] $function:ident, [$($answer:tt)*],
        $ask:ident, $from:ident, $sub:ident, $($name:ident)*) => {
        $($attribute)*
        fn $function(log: Log) -> $($answer)* {
            let mut sum = 1;
            $(
                let $name = log.guard(stringify!($name));
                let count = $ask!(sum);
                let moved = log.guard(concat!("moved ", stringify!($name)));
                if count % 2 == 0 {
                    drop(moved);
                }
                let late;
                for step in [count, sum, 2].into_iter().filter(|n| n % 3 != 0) {
                    if step > 1000 {
                        continue;
                    }
                    sum += $ask!(step);
                }
                late = log.guard(concat!("late ", stringify!($name)));
                let _ = (&$name, &late);
                let mut text = format!("{}{count}", stringify!($name));
                text.push_str("..");
                $from!($sub(count % 3));
                sum += text.len() as u32;
                let add = move |n: u32| n.wrapping_mul(3) + count;
                sum = add($ask!(sum)) + $ask!(add(1));
            )*
            sum
        }
    };
}

both!(one two three four five six seven eight nine ten eleven twelve);

fn numbers(n: u32) -> std::ops::Range<u32> {
    0..n
}

/// Runs it for at most so many yields: what it yields, and how it ends.
fn run(log: &Log, yields: usize) -> (Vec<u32>, Option<u32>) {
    let mut machine = wide(log.clone());
    let mut yielded = Vec::new();
    let mut answer = machine.prime().map(Option::unwrap);
    loop {
        match answer {
            Ok(value) => yielded.push(value),
            Err(Stop::Returned(sum)) => return (yielded, Some(sum)),
            Err(other) => panic!("{other:?}"),
        }
        if yielded.len() == yields {
            return (yielded, None);
        }
        answer = machine.send(yielded[yielded.len() - 1] % 7 + 1);
    }
}

#[test]
fn it_does_what_the_plain_function_does() {
    let (log, plain_log) = (Log::new(), Log::new());
    let sum = plain(plain_log.clone());
    let told = TOLD.take();
    assert!(told.len() > 60, "{}", told.len());
    assert_eq!(run(&log, usize::MAX), (told, Some(sum)));
    assert_eq!(log.take(), plain_log.take());
}

#[test]
fn a_suspended_one_drops_in_reverse_order_of_declaration() {
    let log = Log::new();
    let (yielded, ended) = run(&log, 1);
    assert_eq!((yielded, ended), (vec![1], None));
    assert_eq!(log.line(), "-one");
    let (yielded, _) = run(&log, 12);
    assert_eq!(yielded.len(), 12);
    let dropped = log.take();
    let place = |what: &str| dropped.iter().position(|said| said == what);
    assert!(place("-two").is_some());
    assert!(place("-late one") < place("-one"), "{dropped:?}");
    assert!(place("-two") < place("-late one"), "{dropped:?}");
}

#[test]
fn it_is_as_large_as_what_it_keeps() {
    // Twelve times two guards and one that may be moved, of three words each; texts and numbers.
    let size = std::mem::size_of_val(&wide(Log::new()));
    assert!(size < 12 * (3 * 24 + 24 + 16) + 128, "{size}");
}
