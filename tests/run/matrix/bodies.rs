//! The bodies of the matrix. Each yields 1, then ten times what it is sent; it returns 7 when it is sent 0 and
//! panics when it is sent -1.

use crate::support::Log;
use coro::prelude::*;

#[coro::coroutine]
pub(super) fn plain(log: Log) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = String> {
    log.say("ran");
    let _guard = log.guard("local");
    let mut next = 1;
    loop {
        match co_yield!(next) {
            0 => return 7,
            -1 => panic!("asked to"),
            n => next = n * 10,
        }
    }
}

/// Catches everything. Answers a throw with the length of the error, an error that is an order as ordered,
/// and a close as `on_close` says.
#[coro::coroutine]
pub(super) fn catching(
    log: Log,
    on_close: &'static str,
) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = String> {
    log.say("ran");
    let _guard = log.guard("local");
    let mut next = 1;
    loop {
        let order = match co_try!({
            let _inner = log.guard("region");
            co_yield!(next)
        }) {
            Ok(0) => return 7,
            Ok(-1) => panic!("asked to"),
            Ok(n) => {
                next = n * 10;
                continue;
            }
            Err(Interrupt::Thrown(e)) => e,
            Err(Interrupt::Close) => on_close.to_string(),
        };
        log.say("caught");
        match order.as_str() {
            "pass" => co_raise!(Interrupt::Close),
            "return" => return 8,
            "raise" => co_raise!("raised".to_string()),
            _ => next = order.len() as i32,
        }
    }
}

#[coro::coroutine]
pub(super) fn delegating<C>(
    log: Log,
    inner: C,
) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = String>
where
    C: Coroutine<i32, Yield = i32, Return = i32, Throw = String>,
{
    log.say("outer");
    let _guard = log.guard("outer");
    yield_from!(inner)
}

#[coro::coroutine]
pub(super) fn boxed(log: Log) -> BoxCoroutine<'static, i32, i32, i32, String> {
    log.say("ran");
    let _guard = log.guard("local");
    let mut next = 1;
    loop {
        match co_yield!(next) {
            0 => return 7,
            -1 => panic!("asked to"),
            n => next = n * 10,
        }
    }
}
