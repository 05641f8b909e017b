//! What the bodies delegate to: coroutines that catch, raise, return, panic or ignore what is thrown into them and closed.
//!
//! Each is there by both engines: `machines` are enums, `frames` are pinned. A row uses those of its own engine, so what it delegates to runs
//! as it does; [`mixed`](machines::mixed) is one of the other engine, in a box.

macro_rules! delegates {
    ($name:ident, $other:ident, $attribute:meta) => {
        #[allow(
            unused,
            unreachable_code,
            reason = "not every crate that has these delegates to all of them"
        )]
        pub(crate) mod $name {
            use crate::interrupts::driver::Error;
            use crate::log::{Log, Noisy};
            use coro::prelude::*;

            /// Catches a 5 at its first yield, and raises again what else is thrown there.
            #[$attribute]
            pub(crate) fn sub<'l, E: Error<'l>>(
                log: &'l Log,
                n: i32,
            ) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = E> {
                let _s = log.noisy(format!("sub{n}"));
                let a = match co_try!({ co_yield!(n) }) {
                    Ok(a) => a,
                    Err(Interrupt::Thrown(e)) if e.number() == 5 => 50,
                    Err(e) => {
                        log.say("sub raises");
                        co_raise!(e)
                    }
                };
                if a == 2 {
                    return a;
                }
                let b = co_yield!(n + 1);
                a + b
            }

            /// Answers the first two interrupts with a yield.
            #[$attribute]
            pub(crate) fn stubborn<'l, E: Error<'l>>(
                log: &'l Log,
                n: i32,
            ) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = E> {
                let _s = log.noisy(format!("stubborn{n}"));
                let mut left = 2;
                let mut next = n;
                loop {
                    match co_try!({ co_yield!(next) }) {
                        Ok(k) => return k + next,
                        Err(e) if left > 0 => {
                            left -= 1;
                            next += 10;
                            log.say(format!("ignores {e:?}"));
                        }
                        Err(e) => co_raise!(e),
                    }
                }
            }

            /// Answers an interrupt with an error of its own, and a 0 too.
            #[$attribute]
            pub(crate) fn raising<'l, E: Error<'l>>(
                log: &'l Log,
                n: i32,
            ) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = E> {
                let _s = log.noisy(format!("raising{n}"));
                match co_try!({ co_yield!(n) }) {
                    Ok(0) | Err(_) => co_raise!(E::thrown(log, n)),
                    Ok(k) => k,
                }
            }

            /// Answers an interrupt by returning.
            #[$attribute]
            pub(crate) fn returning<'l, E: Error<'l>>(
                log: &'l Log,
                n: i32,
            ) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = E> {
                let _s = log.noisy(format!("returning{n}"));
                let Ok(k) = co_try!({ co_yield!(n) }) else {
                    return -n;
                };
                k + co_yield!(k)
            }

            /// Panics at a 0, and when it is closed.
            #[$attribute]
            pub(crate) fn falling<'l, E: Error<'l>>(
                log: &'l Log,
                n: i32,
            ) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = E> {
                let _s = log.noisy(format!("falling{n}"));
                match co_try!({ co_yield!(n) }) {
                    Ok(0) | Err(Interrupt::Close) => log.bomb("falls"),
                    Err(e) => co_raise!(e),
                    Ok(k) => k,
                }
            }

            /// Returns without a yield, if `n` is not negative.
            #[$attribute]
            pub(crate) fn at_once<'l, E: Error<'l>>(
                log: &'l Log,
                n: i32,
            ) -> impl Coroutine<i32, Yield = i32, Return = i32, Throw = E> {
                let _s = log.noisy(format!("at_once{n}"));
                if n < 0 {
                    co_yield!(n);
                }
                n
            }

            /// Itself in itself, `depth` times: the innermost is a `sub`.
            #[$attribute]
            pub(crate) fn nested<'l, E: Error<'l> + 'l>(
                log: &'l Log,
                n: i32,
                depth: i32,
            ) -> Box<dyn Coroutine<i32, Yield = i32, Return = i32, Throw = E> + 'l> {
                let _s = log.noisy(format!("nested{depth}"));
                if depth == 0 {
                    return yield_from!(sub::<E>(log, n));
                }
                match co_try!({ yield_from!(nested::<E>(log, n, depth - 1)) }) {
                    Err(Interrupt::Thrown(e)) if e.number() == 7 => {
                        yield_from!(at_once::<E>(log, -70))
                    }
                    Err(e) => co_raise!(e),
                    Ok(k) => k + depth,
                }
            }

            /// A `sub` of the other engine.
            pub(crate) fn mixed<'l, E: Error<'l> + 'l>(
                log: &'l Log,
                n: i32,
            ) -> Box<dyn Coroutine<i32, Yield = i32, Return = i32, Throw = E> + 'l> {
                Box::new(super::$other::sub::<E>(log, n))
            }
        }
    };
}

delegates!(machines, frames, coro::coroutine);
delegates!(frames, machines, coro::coroutine(pinned));
