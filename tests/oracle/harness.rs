//! Runs one body thrice, as a coroutine of either engine and as a plain function, and compares what can be seen of them.
//!
//! In: a row of the table, compiled as all three by [`rows!`]. Out: a failed test that prints both traces where they differ.
//!
//! A trace is a list of lines: what the body says, what it yields, what it is sent, which [`Noisy`] values are
//! dropped, and how it ended. In the plain function `co_yield!(v)` is a call that records `v` and returns the next value
//! of the script. To stop at the k-th yield, that call unwinds, which drops the locals as leaving their scopes does; the
//! coroutine is dropped (or closed) at its k-th suspension instead.

use crate::log::beside;
pub(crate) use crate::log::{Lent, Log, Noisy};
use coro::{Coroutine, Status, Stop};
use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// What `co_yield!` is in the plain function.
#[allow(unused_macros, reason = "not every version of a row yields")]
macro_rules! plain_yield {
    ($value:expr) => {
        $crate::harness::exchange($value)
    };
}
pub(crate) use plain_yield;

struct Stopped;

struct Driver {
    log: &'static Log,
    script: Vec<i32>,
    stop_at: usize,
    count: Cell<usize>,
}

thread_local! {
    static DRIVER: RefCell<Option<Driver>> = const { RefCell::new(None) };
}

/// Records what is yielded and returns the next value of the script.
pub(crate) fn exchange(value: i32) -> i32 {
    let next = DRIVER.with_borrow(|driver| {
        let driver = driver.as_ref().expect("a plain body runs under the driver");
        driver.log.say(format!("yield {value}"));
        driver.count.set(driver.count.get() + 1);
        if driver.count.get() == driver.stop_at {
            driver.log.say("-- stop");
            return None;
        }
        let sent = driver.script[driver.count.get() - 1];
        driver.log.say(format!("sent {sent}"));
        Some(sent)
    });
    next.unwrap_or_else(|| resume_unwind(Box::new(Stopped)))
}

/// The start of every plain body: where one that stops before its first step unwinds.
pub(crate) fn enter(log: &Log) {
    if DRIVER.with_borrow(|driver| driver.as_ref().is_some_and(|driver| driver.stop_at == 0)) {
        log.say("-- stop");
        resume_unwind(Box::new(Stopped));
    }
}

fn scripts() -> Vec<Vec<i32>> {
    let mut seed = 0x9E37_79B9_u32;
    let mut random = move |below: u32| {
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        (seed % below) as i32
    };
    let mut scripts = vec![
        (1..9).collect(),
        vec![0; 8],
        vec![1; 8],
        vec![0, 1, 0, 1, 0, 1, 0, 1],
        vec![1, 0, 2, 0, 3, 0, 0, 1],
    ];
    for _ in 0..4 {
        scripts.push((0..8).map(|_| random(4)).collect());
    }
    scripts
}

/// How a coroutine is ended at a suspension.
#[derive(Clone, Copy, Debug)]
enum End {
    Drop,
    Close,
}

fn plain_trace<T: Debug>(
    log: &'static Log,
    script: &[i32],
    stop_at: usize,
    body: &impl Fn(&'static Log) -> T,
) -> (Vec<String>, usize) {
    let driver = Driver {
        log,
        script: script.to_vec(),
        stop_at,
        count: Cell::new(0),
    };
    DRIVER.set(Some(driver));
    match catch_unwind(AssertUnwindSafe(|| body(log))) {
        Ok(result) => log.say(format!("returned {result:?}")),
        Err(payload) if payload.is::<Stopped>() => {}
        Err(_) => log.say("panicked"),
    }
    let count = DRIVER.take().map_or(0, |driver| driver.count.get());
    (log.take(), count)
}

/// Runs a coroutine that has already yielded `done` times until it ends, or until its `stop_at`-th yield.
fn drive<C, T>(
    log: &'static Log,
    mut coroutine: C,
    script: &[i32],
    done: usize,
    stop_at: usize,
    end: End,
) where
    C: Coroutine<i32, Yield = i32, Return = T, Throw = std::convert::Infallible>,
    T: Debug,
{
    let mut count = done;
    while count < stop_at {
        let step = if count == 0 {
            catch_unwind(AssertUnwindSafe(|| {
                coroutine
                    .prime()
                    .map(|first| first.expect("nothing has run"))
            }))
        } else {
            let sent = script[count - 1];
            log.say(format!("sent {sent}"));
            catch_unwind(AssertUnwindSafe(|| coroutine.send(sent)))
        };
        count += 1;
        match step {
            Ok(Ok(value)) => log.say(format!("yield {value}")),
            Ok(Err(Stop::Returned(result))) => {
                log.say(format!("returned {result:?}"));
                drop(result);
                assert_eq!(coroutine.status(), Status::Finished);
                return;
            }
            Ok(Err(_)) => log.say("neither yielded nor returned"),
            Err(_) => {
                log.say("panicked");
                assert_eq!(coroutine.status(), Status::Finished);
                return;
            }
        }
    }
    log.say("-- stop");
    if let End::Close = end
        && !matches!(coroutine.close(), Ok(None))
    {
        log.say("close was answered");
    }
}

fn differ(what: &str, script: &[i32], plain: &[String], coroutine: &[String]) {
    let sorted = |lines: &[String]| {
        let mut lines = lines.to_vec();
        lines.sort();
        lines
    };
    // What has not run has not bound its arguments to its patterns: they drop as they were given.
    let created = !plain.iter().any(|line| line.starts_with("yield "));
    if plain == coroutine || created && sorted(plain) == sorted(coroutine) {
        return;
    }
    let text = beside(["plain", "coroutine"], [plain, coroutine]);
    panic!("{what}, sent {script:?}\n{text}");
}

/// Compares a coroutine with its plain function: run to the end, and ended at every suspension.
pub(crate) fn compare<C, T>(make: impl Fn(&'static Log) -> C, plain: impl Fn(&'static Log) -> T)
where
    C: Coroutine<i32, Yield = i32, Return = T, Throw = std::convert::Infallible>,
    T: Debug,
{
    let log: &'static Log = Box::leak(Box::default());
    for script in scripts() {
        let last = script.len() + 1;
        let (_, yields) = plain_trace(log, &script, last, &plain);
        for stop_at in (0..=yields).chain([last]) {
            let (expected, _) = plain_trace(log, &script, stop_at, &plain);
            for end in [End::Drop, End::Close] {
                drive(log, make(log), &script, 0, stop_at, end);
                differ(
                    &format!("{end:?} at yield {stop_at}"),
                    &script,
                    &expected,
                    &log.take(),
                );
            }
        }
    }
}

/// Compares as [`compare`] does, and forks the coroutine at every suspension: both copies go on independently.
pub(crate) fn compare_forks<C, T>(
    make: impl Fn(&'static Log) -> C,
    plain: impl Fn(&'static Log) -> T,
) where
    C: Coroutine<i32, Yield = i32, Return = T, Throw = std::convert::Infallible> + Clone,
    T: Debug,
{
    compare(&make, &plain);
    let log: &'static Log = Box::leak(Box::default());
    for script in scripts() {
        let last = script.len() + 1;
        let (_, yields) = plain_trace(log, &script, last, &plain);
        for fork_at in 1..=yields {
            let (upto, _) = plain_trace(log, &script, fork_at, &plain);
            let start = upto
                .iter()
                .position(|line| line == "-- stop")
                .expect("it stops there");
            for stop_at in (fork_at..=yields).chain([last]) {
                let (expected, _) = plain_trace(log, &script, stop_at, &plain);
                let mut original = make(log);
                for i in 0..fork_at {
                    let step = if i == 0 {
                        original.prime().map(drop)
                    } else {
                        original.send(script[i - 1]).map(drop)
                    };
                    assert!(step.is_ok(), "it yields as in the plain function");
                }
                let fork = original.clone();
                log.take();
                for (name, copy) in [("fork", fork), ("original", original)] {
                    drive(log, copy, &script, fork_at, stop_at, End::Drop);
                    let what = format!("{name} made at yield {fork_at}, dropped at {stop_at}");
                    differ(&what, &script, &expected[start..], &log.take());
                }
            }
        }
    }
}

/// A table of bodies, each `body name(log, arguments) -> Result { .. }`, or `fork name ..` where the locals can be cloned, or
/// `pinned name ..` where only a frame can hold them; `fork name<'l>(..)` where a type has to name the log's lifetime.
macro_rules! rows {
    ($($(#[$attribute:meta])* $kind:ident $name:ident $(<$lt:lifetime>)? ($log:ident $(, $arg:tt : $ty:ty = $init:expr)* $(,)?) -> $result:ty $body:block)*) => {$(
        $(#[$attribute])*
        #[allow(unused, unreachable_code, irrefutable_let_patterns, clippy::all, reason = "bodies are written for what they do, not for their style")]
        mod $name {
            mod coroutine {
                use super::super::*;
                use coro::co_yield;
                $crate::harness::rows!(@coroutine $kind [$($lt)?] $log ($($arg : $ty,)*) $result, $body);
            }
            mod pinned {
                use super::super::*;
                use coro::co_yield;
                #[coro::coroutine(pinned)]
                pub(super) fn body $(<$lt>)? ($log: &$($lt)? Log $(, $arg : $ty)*) -> impl Coroutine<i32, Yield = i32, Return = $result> $body
            }
            mod plain {
                use super::super::*;
                use $crate::harness::plain_yield as co_yield;
                pub(super) fn body $(<$lt>)? ($log: &$($lt)? Log $(, $arg : $ty)*) -> $result {
                    $crate::harness::enter($log);
                    $body
                }
            }
            $crate::harness::rows!(@row $kind $log ($($arg = $init),*));
            #[test]
            fn pinned_row() {
                use super::*;
                $crate::harness::compare(
                    |$log: &'static Log| pinned::body($log $(, $init)*),
                    |$log: &'static Log| plain::body($log $(, $init)*),
                );
            }
        }
    )*};
    (@coroutine body [$($lt:lifetime)?] $log:ident ($($arg:tt : $ty:ty,)*) $result:ty, $body:block) => {
        #[coro::coroutine]
        pub(super) fn body $(<$lt>)? ($log: &$($lt)? Log $(, $arg : $ty)*) -> impl Coroutine<i32, Yield = i32, Return = $result> $body
    };
    (@coroutine fork [$($lt:lifetime)?] $log:ident ($($arg:tt : $ty:ty,)*) $result:ty, $body:block) => {
        #[coro::coroutine]
        pub(super) fn body $(<$lt>)? ($log: &$($lt)? Log $(, $arg : $ty)*) -> impl Coroutine<i32, Yield = i32, Return = $result> + Clone $body
    };
    (@coroutine pinned $($rest:tt)*) => {};
    (@row pinned $($rest:tt)*) => {};
    (@row $kind:ident $log:ident ($($arg:tt = $init:expr),*)) => {
        #[test]
        fn row() {
            use super::*;
            $crate::harness::rows!(@compare $kind)(
                |$log: &'static Log| coroutine::body($log $(, $init)*),
                |$log: &'static Log| plain::body($log $(, $init)*),
            );
        }
    };
    (@compare body) => { $crate::harness::compare };
    (@compare fork) => { $crate::harness::compare_forks };
}
pub(crate) use rows;
