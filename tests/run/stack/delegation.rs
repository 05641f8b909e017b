//! The stack beside `yield_from!`: calls do what delegation does, and the two go together.

use super::unwind::{Script, level};
use crate::support::{Log, panic_of};
use coro::prelude::*;
use coro::stack::{Reply, Request, Stack, call, give};

/// The same script through `yield_from!` of boxes: the stack must do what delegation does.
#[coro::coroutine]
fn delegating(script: Script, log: Log) -> BoxCoroutine<'static, i32, i32, i32, String> {
    let _local = log.guard(&script[..1]);
    let n = i32::try_from(script.len()).unwrap_or(0);
    let result = co_try!({
        if n > 1 {
            yield_from!(delegating(&script[1..], log.clone()))
        } else {
            let mut sent = 0;
            while sent >= 0 {
                sent = co_yield!(sent);
            }
            sent
        }
    });
    let interrupt = match result {
        Ok(value) => return value * 10,
        Err(interrupt) => interrupt,
    };
    log.say(match &interrupt {
        Interrupt::Thrown(e) => format!("{n} got {e}"),
        Interrupt::Close => format!("{n} got close"),
    });
    match &script[..1] {
        "c" => return n,
        "x" => co_raise!(format!("from {n}")),
        "k" => {
            let sent = yield_from!(delegating("-", log.clone()));
            log.say(format!("{n} called, {sent}"));
            return n;
        }
        "y" => {
            let sent = co_yield!(n);
            log.say(format!("{n} resumed with {sent}"));
        }
        _ => {}
    }
    co_raise!(interrupt)
}

#[test]
fn it_does_what_delegation_does() {
    fn run(
        mut c: impl Coroutine<i32, Yield = i32, Return = i32, Throw = String>,
        log: &Log,
        calls: &str,
    ) -> Vec<String> {
        for call in calls.chars() {
            let answer = match call {
                'p' => format!("{:?}", c.prime()),
                's' => format!("{:?}", c.send(4)),
                'e' => format!("{:?}", c.send(-1)),
                't' => format!("{:?}", c.throw("e".into())),
                _ => format!("{:?}", c.close()),
            };
            log.say(format!("{call}: {answer}, {}", c.status()));
        }
        drop(c);
        log.take()
    }
    let mut scripts = vec![String::new()];
    for _ in 0..4 {
        let longer: Vec<_> = scripts
            .iter()
            .flat_map(|s| "crxyk-".chars().map(move |letter| format!("{s}{letter}")))
            .collect();
        scripts.extend(longer);
        scripts.sort();
        scripts.dedup();
    }
    scripts.retain(|s| !s.is_empty());
    assert_eq!(scripts.len(), 6 + 36 + 216 + 1296);
    for script in scripts {
        let script: Script = script.leak();
        for calls in [
            "pse", "t", "k", "pt", "stsec", "cs", "pccce", "stcte", "sctscts", "sk", "secp",
            "pttttt",
        ] {
            let (a, b) = (Log::new(), Log::new());
            let stacked = run(Stack::new(level(script, a.clone())), &a, calls);
            let delegated = run(delegating(script, b.clone()), &b, calls);
            assert_eq!(stacked, delegated, "{script} {calls}");
        }
    }
}

#[coro::coroutine]
fn calls_a_started_one() -> impl Coroutine<Reply<u32>, Yield = Request<'static, u32, u32>> {
    let mut sub = inline_leaf();
    sub.prime().unwrap();
    yield_from!(call(sub));
}

#[test]
fn a_started_frame_is_refused() {
    let (text, place) = panic_of(|| Stack::new(calls_a_started_one()).prime());
    assert_eq!(text, "a frame that is called must not have been started");
    assert!(place.contains("delegation.rs"), "{place}");
}

#[coro::coroutine]
fn mixed(
    values: Vec<u32>,
) -> impl Coroutine<Reply<u32>, Yield = Request<'static, u32, u32>, Return = u32> {
    yield_from!(values.into_iter().map(give)); // an iterator
    let mut sub = Stack::new(inline(0)); // a stack of its own
    let first = co_yield!(give(sub.prime().ok().flatten().unwrap_or(9))).sent();
    let sum = sub.send(first).unwrap_or(0) + 1;
    sum + yield_from!(inline(sum)) // a frame that shares this one's place
}

#[coro::coroutine]
fn inline(
    n: u32,
) -> impl Coroutine<Reply<u32>, Yield = Request<'static, u32, u32>, Return = u32> + std::fmt::Debug
{
    let sent = co_yield!(give(n)).sent();
    sent + yield_from!(call(inline_leaf()))
}

#[coro::coroutine]
fn inline_leaf() -> impl Coroutine<Reply<u32>, Yield = Request<'static, u32, u32>, Return = u32> {
    co_yield!(give(1000)).sent()
}

#[test]
fn beside_ordinary_delegation() {
    let mut c = Stack::new(mixed(vec![7, 8]));
    assert_eq!(c.prime(), Ok(Some(7)));
    assert_eq!(c.send(1), Ok(8));
    assert_eq!(c.send(1), Ok(0));
    assert_eq!(c.send(30), Ok(1001));
    assert_eq!((c.depth(), c.send(5)), (1, Ok(1000)));
    assert_eq!((c.depth(), c.send(6)), (2, Err(Stop::Returned(1012))));
    assert!(format!("{:?}", inline(1)).contains("Created"));
}

/// Without a stack: "add() is not executed; it has to be explicitly executed".
#[test]
fn by_hand() {
    let mut c = inline(3);
    assert_eq!(format!("{:?}", c.prime()), "Ok(Some(Yield(3)))");
    assert_eq!(format!("{:?}", c.send(Reply::from(4))), "Ok(Call)");
    assert!(
        panic_of(|| c.send(Reply::from(4)))
            .0
            .contains("has not returned")
    );
    assert!(c.status().is_finished());
}

#[coro::coroutine]
fn asks_a_call_for_what_was_sent() -> impl Coroutine<Reply<u32>, Yield = Request<'static, u32, u32>>
{
    let request = call(inline_leaf()).prime().unwrap().unwrap();
    co_yield!(request).sent();
}

#[test]
fn a_call_is_not_answered_by_what_is_sent() {
    let mut c = Stack::new(asks_a_call_for_what_was_sent());
    assert_eq!(c.prime(), Ok(Some(1000)));
    let (text, place) = panic_of(|| c.send(1));
    assert_eq!(text, "nothing was sent: this is the reply to a call");
    assert!(place.contains("delegation.rs"), "{place}");
    assert!(c.status().is_finished());
}
