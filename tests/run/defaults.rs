//! Every subset of `Yield`, `Return`, `Throw` and the sent type: what is left out is filled in, so that callers
//! see it.

use coro::prelude::*;
use std::convert::Infallible;

macro_rules! defaults {
    ($($name:ident($r:expr) -> [$($ret:tt)*], $y:expr, $t:expr, <$R:ty, $Y:ty, $T:ty, $E:ty>;)*) => {$(
        mod $name {
            use super::*;
            #[coro::coroutine]
            fn make() -> impl $($ret)* {
                co_yield!($y);
                $t
            }
            #[test]
            fn check() {
                fn seen<C: Coroutine<$R, Yield = $Y, Return = $T, Throw = $E>>(c: C) -> C {
                    c
                }
                let mut c = seen(make());
                assert_eq!(c.prime(), Ok(Some($y)));
                assert_eq!(c.send($r), Err(Stop::Returned($t)));
                assert_eq!(c.close(), Ok(None));
            }
        }
    )*};
}

defaults! {
    none(()) -> [Coroutine], (), (), <(), (), (), Infallible>;
    empty(()) -> [Coroutine<()>], (), (), <(), (), (), Infallible>;
    r(1) -> [Coroutine<u8>], (), (), <u8, (), (), Infallible>;
    y(()) -> [Coroutine<Yield = u8>], 1, (), <(), u8, (), Infallible>;
    t(()) -> [Coroutine<Return = u8>], (), 2, <(), (), u8, Infallible>;
    e(()) -> [Coroutine<Throw = u8>], (), (), <(), (), (), u8>;
    r_y(1) -> [Coroutine<u8, Yield = u8>], 1, (), <u8, u8, (), Infallible>;
    r_t(1) -> [Coroutine<u8, Return = u8>], (), 2, <u8, (), u8, Infallible>;
    r_e(1) -> [Coroutine<u8, Throw = u8>], (), (), <u8, (), (), u8>;
    y_t(()) -> [Coroutine<Yield = u8, Return = u8>], 1, 2, <(), u8, u8, Infallible>;
    y_e(()) -> [Coroutine<Yield = u8, Throw = u8>], 1, (), <(), u8, (), u8>;
    t_e(()) -> [Coroutine<Return = u8, Throw = u8>], (), 2, <(), (), u8, u8>;
    r_y_t(1) -> [Coroutine<u8, Yield = u8, Return = u8>], 1, 2, <u8, u8, u8, Infallible>;
    r_y_e(1) -> [Coroutine<u8, Yield = u8, Throw = u8>], 1, (), <u8, u8, (), u8>;
    r_t_e(1) -> [Coroutine<u8, Return = u8, Throw = u8>], (), 2, <u8, (), u8, u8>;
    y_t_e(()) -> [Coroutine<Yield = u8, Return = u8, Throw = u8>], 1, 2, <(), u8, u8, u8>;
    all(1) -> [Coroutine<u8, Throw = u8, Return = u8, Yield = u8>], 1, 2, <u8, u8, u8, u8>;
    path(1) -> [coro::Coroutine<u8>], (), (), <u8, (), (), Infallible>;
}
