//! A panic in the body finishes the coroutine: what is held is dropped once, and nothing runs any more.

use super::support::{Log, panic_of};
use coro::prelude::*;

/// Panics where it is told to.
#[coro::coroutine]
fn fails(log: Log) -> impl Coroutine<&'static str, Yield = u8, Return = u8, Throw = &'static str> {
    let _outer = log.guard("outer");
    let mut told = co_yield!(0);
    let caught = co_try!({
        let _region = log.guard("region");
        while told == "go on" {
            told = co_yield!(1);
        }
        assert_ne!(told, "in the region");
        let _more = log.guard("more");
        yield_from!(inner(log.clone()))
    });
    log.say(format!("{caught:?}"));
    if caught == Err(Interrupt::Thrown("in the handler")) {
        panic!("in the handler");
    }
    let got = co_yield!(2);
    assert_ne!(
        got,
        "in an operand",
        "{}",
        u8::MAX - u8::try_from(got.len()).unwrap()
    );
    9
}

#[coro::coroutine]
fn inner(log: Log) -> impl Coroutine<&'static str, Yield = u8, Return = u8, Throw = &'static str> {
    let _inner = log.guard("inner");
    match co_try!({ co_yield!(10) }) {
        Ok("in the delegate") => panic!("in the delegate"),
        Err(Interrupt::Thrown("thrown into the delegate")) => panic!("thrown into the delegate"),
        Err(Interrupt::Close) => panic!("closing the delegate"),
        Ok(_) => 5,
        Err(other) => co_raise!(other),
    }
}

#[test]
fn panics_finish_the_coroutine() {
    type Last<C> = fn(&mut C) -> bool;
    fn check<C>(make: impl Fn(Log) -> C)
    where
        C: Coroutine<&'static str, Yield = u8, Return = u8, Throw = &'static str>,
    {
        let rows: [(&[&str], Last<C>, &str, &str); 6] = [
            (
                &["go on"],
                |c| c.send("in the region").is_ok(),
                "assertion `left != right` failed",
                "-region, -outer",
            ),
            (
                &["go on", "x"],
                |c| c.send("in the delegate").is_ok(),
                "in the delegate",
                "-inner, -more, -region, -outer",
            ),
            (
                &["x"],
                |c| c.throw("thrown into the delegate").is_ok(),
                "thrown into the delegate",
                "-inner, -more, -region, -outer",
            ),
            (
                &["x"],
                |c| c.close().is_ok(),
                "closing the delegate",
                "-inner, -more, -region, -outer",
            ),
            (
                &["go on"],
                |c| c.throw("in the handler").is_ok(),
                "in the handler",
                "-region, Err(Thrown(\"in the handler\")), -outer",
            ),
            (
                &["x", "y"],
                |c| c.send("in an operand").is_ok(),
                "242",
                "-inner, -more, -region, Ok(5), -outer",
            ),
        ];
        for (before, last, said, happened) in rows {
            let log = Log::new();
            let mut c = make(log.clone());
            c.prime().unwrap();
            for told in before {
                c.send(told).unwrap();
            }
            let (text, _) = panic_of(|| last(&mut c));
            assert!(text.contains(said), "{text}");
            assert_eq!((c.status(), c.location()), (Status::Finished, None));
            assert_eq!(c.send("x"), Err(Stop::Exhausted));
            assert_eq!(c.throw("x"), Err(Stop::Raised("x")));
            assert_eq!((c.close(), c.prime()), (Ok(None), Err(Stop::Exhausted)));
            drop(c);
            assert_eq!(log.line(), happened, "{said}");
        }
    }
    check(fails);
    check(|log| fails(log).boxed());
}

/// A panic on the way to the first yield.
#[test]
fn panics_while_priming() {
    #[coro::coroutine]
    fn at_once(log: Log) -> impl Iterator<Item = u8> {
        let _local = log.guard("local");
        if true {
            panic!("at once");
        }
        co_yield!(1);
    }
    let log = Log::new();
    let mut c = at_once(log.clone());
    assert_eq!(panic_of(|| c.next()).0, "at once");
    assert_eq!((c.next(), log.line()), (None, "-local".to_string()));

    // A panic in an iterator that is delegated to.
    #[coro::coroutine]
    fn over(log: Log) -> impl Iterator<Item = u8> {
        let _local = log.guard("local");
        yield_from!((0..5).map(|n| 10 / (2 - n)));
    }
    let mut c = over(log.clone());
    assert_eq!((c.next(), c.next()), (Some(5), Some(10)));
    assert_eq!(panic_of(|| c.next()).0, "attempt to divide by zero");
    assert_eq!((c.next(), log.line()), (None, "-local".to_string()));
}

/// While a delegate runs, the state around it stands in its place, and beside it what has a slot of its own.
#[test]
fn panics_in_a_delegate_drop_what_is_around_it() {
    #[coro::coroutine]
    fn around(log: Log, last: i32) -> impl Coroutine<Yield = i32, Return = usize> {
        let mut first = vec![log.guard("first")];
        let middle = log.guard("middle");
        let mut later = vec![log.guard("later")];
        yield_from!((0..last).map(|n| 10 / (2 - n)));
        first.push(middle);
        later.truncate(1);
        later.len() + first.len()
    }
    let log = Log::new();
    let mut c = around(log.clone(), 3);
    assert_eq!((c.send(()), c.status()), (Ok(10), Status::Suspended));
    assert_eq!(
        panic_of(|| c.send(()).is_ok()).0,
        "attempt to divide by zero"
    );
    assert_eq!(log.line(), "-later, -middle, -first");
    assert_eq!((c.status(), c.location()), (Status::Finished, None));
    assert_eq!(c.send(()), Err(Stop::Exhausted));
    drop(c);
    assert_eq!(log.line(), "");
    // The same without the panic.
    let mut c = around(log.clone(), 2);
    assert_eq!((c.send(()), c.send(())), (Ok(10), Err(Stop::Returned(3))));
    assert_eq!(log.line(), "-later, -first, -middle");
    // At once, before anything has been yielded, and where it is left.
    let mut c = around(log.clone(), 0);
    assert_eq!(c.prime(), Err(Stop::Returned(3)));
    assert_eq!(log.line(), "-later, -first, -middle");
    let mut c = around(log.clone(), 1);
    assert_eq!(c.prime(), Ok(Some(5)));
    drop(c);
    assert_eq!(log.line(), "-later, -middle, -first");
}

/// The line of a panic is the user's.
#[test]
fn panics_are_where_they_were_written() {
    #[rustfmt::skip]
    #[coro::coroutine]
    fn body(at: u8) -> impl Coroutine<u8, Yield = u32> {
        let v = [1];
        co_yield!(line!() + 1);
        if at == 1 { let _ = v[usize::from(at)]; }
        co_yield!(line!() + 1);
        if at == 2 { unreachable!(); }
        co_yield!(line!() + 1);
        if at == 3 { if at == 3 { unreachable!(); } co_yield!(0); }
        let got = co_yield!(line!() + 1);
        co_yield!(u32::from(100 / (got - at)));
    }
    for at in 1..5 {
        let mut c = body(at);
        let mut line = c.prime().unwrap().unwrap();
        for _ in 1..at {
            line = c.send(0).unwrap();
        }
        let (_, place) = panic_of(|| c.send(at).is_ok());
        assert!(
            place.starts_with(&format!("{}:{line}:", file!())),
            "{place} is not {line}"
        );
    }
}
