//! Runs one body as a coroutine of either engine through what can be done with one, and compares what can be seen of them.
//!
//! In: a row of a table, compiled as both by [`both!`]. Out: a failed test that prints both traces where they differ.
//!
//! A trace is a list of lines: what is done, what the body says and drops meanwhile, what that answers, and the status then. Every sequence
//! of [`ACTS`] up to a length is tried, and some long ones; each ends in a drop, so each that is the start of another is the coroutine that
//! is dropped there. What has finished is resumed in every way once more. Lines of the source are no part of a trace: they are not the same.

use crate::log::{Log, Noisy, beside};
use crate::rng::Rng;
use coro::{Coroutine, Status};
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is done with a coroutine.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Act {
    Prime,
    Send(i32),
    Throw(i32),
    Close,
}

/// What is tried at a suspension. The delegates of the table catch a 5, and nothing else.
const ACTS: [Act; 6] = [
    Act::Send(0),
    Act::Send(1),
    Act::Send(2),
    Act::Throw(5),
    Act::Throw(7),
    Act::Close,
];

/// What is tried of a coroutine that has not run.
const FIRST: [Act; 4] = [Act::Prime, Act::Send(1), Act::Throw(5), Act::Close];

/// How many suspensions every sequence is tried at.
const LENGTH: usize = 4;

/// How many longer ones are tried, and how long.
const LONG: (usize, usize) = (60, 16);

/// What can be thrown by the driver, and raised by the delegates.
pub(crate) trait Error<'l>: Debug {
    fn thrown(log: &'l Log, n: i32) -> Self;
    fn number(&self) -> i32;
}

impl Error<'_> for i32 {
    fn thrown(_: &Log, n: i32) -> Self {
        n
    }

    fn number(&self) -> i32 {
        *self
    }
}

/// An error with a destructor.
impl<'l> Error<'l> for Noisy<'l> {
    fn thrown(log: &'l Log, n: i32) -> Self {
        log.noisy_n(format!("error{n}"), n)
    }

    fn number(&self) -> i32 {
        self.n
    }
}

fn step<C>(log: &'static Log, coroutine: &mut C, act: Act)
where
    C: Coroutine<i32, Yield = i32, Return: Debug, Throw: Error<'static>>,
{
    let answer = catch_unwind(AssertUnwindSafe(|| match act {
        Act::Prime => format!("{:?}", coroutine.prime()),
        Act::Send(n) => format!("{:?}", coroutine.send(n)),
        Act::Throw(n) => format!("{:?}", coroutine.throw(C::Throw::thrown(log, n))),
        Act::Close => format!("{:?}", coroutine.close()),
    }));
    log.say(answer.unwrap_or_else(|_| "panicked".to_string()));
}

/// Drops a coroutine.
fn end(log: &Log, coroutine: impl Sized) {
    if catch_unwind(AssertUnwindSafe(|| drop(coroutine))).is_err() {
        log.say("panicked");
    }
}

/// What a coroutine says at each of the acts, and when it is dropped.
fn said<C>(log: &'static Log, mut coroutine: C, acts: &[Act]) -> Vec<Vec<String>>
where
    C: Coroutine<i32, Yield = i32, Return: Debug, Throw: Error<'static>>,
{
    let mut said = Vec::new();
    for act in acts {
        step(log, &mut coroutine, *act);
        said.push(log.take());
    }
    end(log, coroutine);
    said.push(log.take());
    said
}

/// The trace of these acts, and whether the coroutine is suspended behind them.
fn trace<C>(log: &'static Log, mut coroutine: C, acts: &[Act]) -> (Vec<String>, bool)
where
    C: Coroutine<i32, Yield = i32, Return: Debug, Throw: Error<'static>>,
{
    for act in acts {
        log.say(format!("> {act:?}"));
        step(log, &mut coroutine, *act);
        log.say(format!("{:?}", coroutine.status()));
    }
    let goes_on = coroutine.status() != Status::Finished;
    if !goes_on {
        for act in FIRST {
            step(log, &mut coroutine, act);
        }
    }
    log.say("> drop");
    end(log, coroutine);
    (log.take(), goes_on)
}

/// Sequences that are longer than all can be tried: most of them send.
fn long_ones() -> impl Iterator<Item = Vec<Act>> {
    let mut rng = Rng::new(1);
    (0..LONG.0).map(move |_| {
        let mut acts = vec![Act::Prime];
        for _ in 0..LONG.1 {
            let among = if rng.chance(75) { &ACTS[..3] } else { &ACTS };
            acts.push(*rng.pick(among));
        }
        acts
    })
}

/// Compares the coroutines of one body: at every short sequence, and at some long ones.
pub(crate) fn compare<A, B, T, E>(
    machine: impl Fn(&'static Log) -> A,
    frame: impl Fn(&'static Log) -> B,
) where
    A: Coroutine<i32, Yield = i32, Return = T, Throw = E>,
    B: Coroutine<i32, Yield = i32, Return = T, Throw = E>,
    T: Debug,
    E: Error<'static>,
{
    let log: &'static Log = Box::leak(Box::default());
    let goes_on = |acts: &[Act]| {
        let (expected, goes_on) = trace(log, frame(log), acts);
        let (found, _) = trace(log, machine(log), acts);
        let both = || beside(["enum", "pinned"], [&found, &expected]);
        assert!(found == expected, "{acts:?}\n{}", both());
        goes_on
    };
    goes_on(&[]);
    let mut tried: Vec<Vec<Act>> = FIRST.iter().map(|act| vec![*act]).collect();
    for _ in 0..=LENGTH {
        tried.retain(|acts| goes_on(acts) && acts[0] == Act::Prime);
        tried = tried
            .iter()
            .flat_map(|acts| ACTS.map(|act| [acts.as_slice(), &[act]].concat()))
            .collect();
    }
    for acts in long_ones() {
        goes_on(&acts);
    }
}

/// Compares what a coroutine says with what it has to: at each of the acts, and when it is dropped.
#[allow(dead_code, reason = "random bodies are not told what they have to do")]
pub(crate) fn tells<C>(make: impl Fn(&'static Log) -> C, acts: &[(Act, &str)], dropped: &str)
where
    C: Coroutine<i32, Yield = i32, Return: Debug, Throw: Error<'static>>,
{
    let log: &'static Log = Box::leak(Box::default());
    let done: Vec<Act> = acts.iter().map(|(act, _)| *act).collect();
    let expected = acts.iter().map(|(_, says)| *says).chain([dropped]);
    for (i, (found, expected)) in said(log, make(log), &done).iter().zip(expected).enumerate() {
        assert_eq!(found.join(", "), expected, "at the act {i} of {acts:?}");
    }
}

/// A table of bodies, each `body name(log) -> what it returns | what it raises { .. }`, or `body name<'l>(log)` where a type has to name the log's
/// lifetime. In a body, the [`delegates`](super::delegates) are those of its own engine. Behind one without arguments may stand what it has to
/// say, worked out by hand: `tells { [(act, what it says and answers)..] dropped what it says when it is dropped then; .. }`.
macro_rules! both {
    ($($(#[$attribute:meta])* body $name:ident $(<$lt:lifetime>)? ($log:ident $(, $arg:tt : $ty:ty = $init:expr)*) -> $result:ty | $error:ty $body:block
       $(tells {$([$($act:expr),* $(,)?] dropped $dropped:literal;)*})?)*) => {$(
        $(#[$attribute])*
        #[allow(unused, unreachable_code, irrefutable_let_patterns, clippy::all, reason = "bodies are written for what they do, not for their style")]
        mod $name {
            mod machine {
                use super::super::*;
                use coro::prelude::*;
                use crate::interrupts::delegates::machines::*;
                #[coro::coroutine]
                pub(super) fn body $(<$lt>)? ($log: &$($lt)? Log $(, $arg : $ty)*) -> impl Coroutine<i32, Yield = i32, Return = $result, Throw = $error> $body
            }
            $crate::interrupts::driver::pinned! { $(<$lt>)? ($log $(, $arg : $ty)*) $result, $error, $body }
            #[test]
            fn row() {
                use super::*;
                $crate::interrupts::driver::compare(
                    |$log: &'static Log| machine::body($log $(, $init)*),
                    |$log: &'static Log| pinned::body($log $(, $init)*),
                );
            }
            $(
                #[test]
                fn told() {
                    use super::*;
                    use $crate::interrupts::driver::{Act::*, tells};
                    $(
                        tells(|$log: &'static Log| pinned::body($log), &[$($act),*], $dropped);
                        tells(|$log: &'static Log| machine::body($log), &[$($act),*], $dropped);
                    )*
                }
            )?
        }
    )*};
}
pub(crate) use both;

/// The body of a row by the engine that leaves it to rustc.
macro_rules! pinned {
    ($(<$lt:lifetime>)? ($log:ident $(, $arg:tt : $ty:ty)*) $result:ty, $error:ty, $body:block) => {
        mod pinned {
            use super::super::*;
            use coro::prelude::*;
            use crate::interrupts::delegates::frames::*;
            #[coro::coroutine(pinned)]
            pub(super) fn body $(<$lt>)? ($log: &$($lt)? Log $(, $arg : $ty)*) -> impl Coroutine<i32, Yield = i32, Return = $result, Throw = $error> $body
        }
    };
}
pub(crate) use pinned;
