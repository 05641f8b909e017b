//! `co_raise!`: what it takes, and where it goes.

use coro::prelude::*;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
enum Trouble {
    Text(String),
    Number(ParseIntError),
}
impl From<&str> for Trouble {
    fn from(text: &str) -> Self {
        Trouble::Text(text.into())
    }
}
impl From<ParseIntError> for Trouble {
    fn from(error: ParseIntError) -> Self {
        Trouble::Number(error)
    }
}

/// `co_raise!` takes what is `Into<Interrupt<E>>`: an `Interrupt` as received, and an E.
#[coro::coroutine]
fn raises(how: u8) -> impl Coroutine<Yield = u8, Throw = Trouble> {
    match how {
        0 => co_raise!(Trouble::from("zero")),
        1 => co_raise!(Interrupt::Thrown("one".into())),
        2 => co_raise!(Interrupt::Close),
        3 => {
            let Err(e) = "x".parse::<u8>() else { return };
            co_raise!(Trouble::from(e))
        }
        _ => {}
    }
    if let Err(interrupt) = co_try!({ co_yield!(how) }) {
        co_raise!(interrupt);
    }
}

#[test]
fn raising() {
    let number = Trouble::Number("x".parse::<u8>().unwrap_err());
    for (how, stop) in [
        (0, Stop::Raised("zero".into())),
        (1, Stop::Raised("one".into())),
        (2, Stop::Closed),
        (3, Stop::Raised(number)),
    ] {
        assert_eq!(raises(how).prime(), Err(stop));
    }
    let mut c = raises(4);
    assert_eq!(c.prime(), Ok(Some(4)));
    assert_eq!(c.throw("x".into()), Err(Stop::Raised("x".into())));
}

/// A close that nobody asked for is one to those who delegate, and can be caught like another.
#[test]
fn raising_a_close() {
    #[coro::coroutine]
    fn gives_up() -> impl Coroutine<Yield = u8, Return = u8> {
        co_yield!(1);
        co_raise!(Interrupt::Close)
    }
    #[coro::coroutine]
    fn catches() -> impl Coroutine<Yield = u8, Return = u8> {
        let end = co_try!({ yield_from!(gives_up()) });
        co_yield!(u8::from(end == Err(Interrupt::Close)));
        yield_from!(gives_up())
    }
    let mut c = catches();
    let mut it = Iter::new(&mut c);
    assert_eq!(it.by_ref().collect::<Vec<_>>(), [1, 1, 1]);
    assert_eq!(it.stop(), Some(&Stop::Closed));
    assert_eq!(c.status(), Status::Finished);
}
