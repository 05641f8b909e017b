//! Without any prelude.

#![no_implicit_prelude]

use ::coro::{co_raise, co_try, co_yield, yield_from};

#[::coro::coroutine]
fn numbers(from: u32) -> impl ::core::iter::Iterator<Item = u32> {
    let mut number = from;
    while number < 10 {
        co_yield!(number);
        number *= 2;
    }
    for last in [10, 11] {
        co_yield!(last);
    }
    yield_from!([12]);
}

#[::coro::coroutine]
fn parsed(
    text: &str,
) -> impl ::coro::Coroutine<
    u8,
    Yield = u8,
    Return = ::core::result::Result<(), ::core::num::ParseIntError>,
    Throw = ::std::string::String,
> {
    let mut number = text.parse::<u8>()?;
    loop {
        let ::core::result::Result::Ok(sent) = co_try!({ co_yield!(number) }) else {
            co_raise!(::std::string::String::new());
        };
        if sent == 0 {
            break;
        }
        number += 1;
    }
    ::core::result::Result::Ok(())
}

#[::coro::coroutine(prime)]
fn primed() -> ::std::boxed::Box<dyn ::coro::Coroutine<u32, Yield = u32>> {
    let mut last = 0;
    loop {
        last = co_yield!(last);
    }
}

#[::core::prelude::v1::test]
fn without_a_prelude() {
    use ::core::iter::Iterator;
    use ::core::result::Result::{Err, Ok};
    use ::coro::{Coroutine, Stop};

    ::core::assert!(numbers(3).eq([3, 6, 10, 11, 12]));
    ::core::assert_eq!(parsed("3").send(1), Ok(4));
    ::core::assert_eq!(parsed("3").send(0), Err(Stop::Returned(Ok(()))));
    ::core::assert_eq!(primed().send(3), Ok(3));
}
