//! The four types of a coroutine at their less usual: references, trait objects, generics, types without values.

use coro::prelude::*;
use std::any::Any;
use std::convert::Infallible;
use std::error::Error;
use std::fmt::{Debug, Display};

#[coro::coroutine]
fn dyn_error(known: &str) -> impl Coroutine<u32, Throw = Box<dyn Error + Send + Sync>> {
    let caught = co_try!({
        if co_yield!() > 3 {
            co_raise!(Interrupt::Thrown(known.into()));
        }
        let error: Box<dyn Error + Send + Sync> = "small".into();
        co_raise!(error)
    });
    match caught {
        Err(Interrupt::Thrown(e)) if e.to_string() == "small" => {}
        Err(other) => co_raise!(other),
        Ok(()) => unreachable!(),
    }
}

#[coro::coroutine]
fn generic_throw<E: Clone>(e: E) -> impl Coroutine<u32, Throw = E> {
    if let Err(Interrupt::Thrown(_)) = co_try!({ co_yield!() }) {
        co_raise!(Interrupt::Thrown(e.clone()));
    }
}

#[coro::coroutine]
fn ref_throw<'a>(names: &'a [String]) -> impl Coroutine<usize, Yield = &'a str, Throw = &'a str> {
    let mut i = 0;
    loop {
        let Some(name) = names.get(i) else {
            co_raise!("out of range")
        };
        i = co_yield!(name);
    }
}

#[test]
fn throws() {
    let text = |stop: Stop<(), Box<dyn Error + Send + Sync>>| stop.to_string();
    let mut c = dyn_error("big");
    c.prime().unwrap();
    assert_eq!(
        text(c.throw("out".into()).unwrap_err()),
        "the coroutine raised: out"
    );
    assert_eq!(
        text(dyn_error("big").send(4).unwrap_err()),
        "the coroutine raised: big"
    );
    assert_eq!(
        text(dyn_error("big").send(3).unwrap_err()),
        "the coroutine returned"
    );
    let mut c = generic_throw(('x', 1));
    c.prime().unwrap();
    assert_eq!(c.throw(('y', 2)), Err(Stop::Raised(('x', 1))));
    let names = ["a".to_string(), "b".to_string()];
    let mut c = ref_throw(&names);
    assert_eq!((c.send(1), c.send(0)), (Ok("b"), Ok("a")));
    assert_eq!(c.send(2), Err(Stop::Raised("out of range")));
}

#[coro::coroutine]
fn functions(n: u32) -> impl Iterator<Item = Box<dyn Fn(u32) -> u32>> {
    for i in 0..n {
        co_yield!(Box::new(move |x| x + i));
    }
}

#[coro::coroutine]
fn displayed(n: u32) -> impl Iterator<Item = impl Display> {
    for i in 0..n {
        co_yield!(format!("<{i}>"));
    }
}

#[coro::coroutine]
fn coerced<'a>(own: &'a [u8]) -> impl Coroutine<Yield = &'a dyn Debug, Return = Box<dyn Any>> {
    co_yield!(&5);
    co_yield!(&"x");
    co_yield!(&own[0]);
    Box::new(own.len())
}

#[coro::coroutine]
fn slices(own: &[u8]) -> impl Iterator<Item = &[u8]> {
    co_yield!(&[1, 2]);
    co_yield!(&own[1..]);
}

#[coro::coroutine]
fn mutable(own: &mut [u32]) -> impl Iterator<Item = &mut u32> {
    for x in own {
        co_yield!(x);
    }
}

#[coro::coroutine]
fn optional() -> impl Iterator<Item = Option<Box<dyn Debug>>> {
    co_yield!(None);
    co_yield!(Some(Box::new(1)));
}

/// A yielded value is coerced as a function's result would be.
#[test]
fn yields() {
    assert_eq!(functions(3).map(|f| f(10)).sum::<u32>(), 33);
    assert_eq!(
        displayed(2).map(|d| d.to_string()).collect::<String>(),
        "<0><1>"
    );
    let mut it = Iter::new(coerced(&[7]));
    assert_eq!(
        it.by_ref().map(|x| format!("{x:?}")).collect::<Vec<_>>(),
        ["5", "\"x\"", "7"]
    );
    assert_eq!(it.into_return().unwrap().downcast_ref::<usize>(), Some(&1));
    assert_eq!(
        slices(&[5, 6, 7]).flatten().copied().collect::<Vec<_>>(),
        [1, 2, 6, 7]
    );
    let mut numbers = [1, 2, 3];
    let all: Vec<&mut u32> = mutable(&mut numbers).collect();
    for x in all {
        *x *= 10;
    }
    assert_eq!(numbers, [10, 20, 30]);
    let seen: Vec<_> = optional().map(|x| format!("{x:?}")).collect();
    assert_eq!(seen, ["None", "Some(1)"]);
}

#[coro::coroutine]
fn endless() -> impl Coroutine<u32, Yield = u32, Return = Infallible> {
    let mut n = 0;
    loop {
        n = co_yield!(n);
    }
}

#[coro::coroutine]
fn result(text: &str) -> impl Coroutine<Yield = i32, Return = Result<i32, Box<dyn Error>>> {
    let mut sum = 0;
    for part in text.split(',') {
        let n: i32 = part.parse()?;
        if n < 0 {
            Err("negative")?;
        }
        co_yield!(n);
        sum += n;
    }
    Ok(sum)
}

#[coro::coroutine]
fn option(table: &[u32]) -> impl Coroutine<usize, Yield = u32, Return = Option<Infallible>> {
    let mut last = 0;
    loop {
        last = *table.get(co_yield!(last))?;
    }
}

/// A region's `Result` is one to which `?` applies.
#[coro::coroutine]
fn question(
    n: u32,
) -> impl Coroutine<u32, Yield = u32, Return = Result<u32, Interrupt<String>>, Throw = String> {
    let a = co_try!({ co_yield!(n) })?;
    if a == 0 {
        return co_try!({ co_yield!(100) });
    }
    co_try!({ co_yield!(a) + a })
}

#[test]
fn returns() {
    let mut c = endless();
    assert_eq!((c.send(1), c.send(2), c.close()), (Ok(1), Ok(2), Ok(None)));
    for (text, yields, end) in [
        ("1,2", 2, "Ok(3)"),
        ("1,-2", 1, "Err(negative)"),
        ("x", 0, "Err(invalid digit found in string)"),
    ] {
        let mut it = Iter::new(result(text));
        assert_eq!(it.by_ref().count(), yields);
        let ended = match it.into_return().unwrap() {
            Ok(sum) => format!("Ok({sum})"),
            Err(error) => format!("Err({error})"),
        };
        assert_eq!(ended, end);
    }
    let mut c = option(&[5, 6]);
    assert_eq!((c.send(1), c.send(0)), (Ok(6), Ok(5)));
    assert_eq!(c.send(2), Err(Stop::Returned(None)));
    for (first, second, end) in [
        (Ok(3), Ok(4), Ok(7)),
        (Ok(0), Ok(4), Ok(4)),
        (Ok(0), Err("e"), Err(Interrupt::Thrown("e".to_string()))),
        (Err("e"), Ok(0), Err(Interrupt::Thrown("e".to_string()))),
    ] {
        let mut c = question(9);
        assert_eq!(c.prime(), Ok(Some(9)));
        let mut answer = Ok(9);
        for input in [first, second] {
            if answer.is_ok() {
                answer = match input {
                    Ok(n) => c.send(n),
                    Err(e) => c.throw(e.to_string()),
                };
            }
        }
        assert_eq!(answer, Err(Stop::Returned(end)));
    }
}

/// An adapter for any coroutine: everything goes through, each yield is changed on the way.
#[coro::coroutine]
fn map<R, C, U>(
    mut inner: C,
    mut change: impl FnMut(C::Yield) -> U,
) -> impl Coroutine<R, Yield = U, Return = C::Return, Throw = C::Throw>
where
    C: Coroutine<R>,
{
    let mut answer = inner
        .prime()
        .map(|first| first.expect("it was not started"));
    loop {
        let input = match answer {
            Ok(y) => match co_try!({ co_yield!(change(y)) }) {
                Ok(sent) => Resume::Send(sent),
                Err(Interrupt::Thrown(e)) => Resume::Throw(e),
                Err(Interrupt::Close) => Resume::Close,
            },
            Err(Stop::Returned(value)) => return value,
            Err(Stop::Raised(e)) => co_raise!(Interrupt::Thrown(e)),
            Err(_) => co_raise!(Interrupt::Close),
        };
        answer = inner.resume(input);
    }
}

#[test]
fn generic_adapters() {
    let mut c = map(question(9), |n| format!("<{n}>"));
    assert_eq!(c.send(3), Ok("<3>".to_string()));
    assert_eq!(c.send(4), Err(Stop::Returned(Ok(7))));
    let mut c = map(map(ref_throw(&[]), str::len), |n| n + 1);
    assert_eq!(c.prime(), Err(Stop::Raised("out of range")));
    let mut c = map(generic_throw(1), |()| 2);
    assert_eq!((c.send(0), c.close()), (Err(Stop::Returned(())), Ok(None)));
}
