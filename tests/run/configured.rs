//! `cfg` on code that yields, jumps, moves or binds: what is not there has no part in anything.

#![allow(
    unused_variables,
    clippy::non_minimal_cfg,
    clippy::unnecessary_wraps,
    reason = "of what is left of bodies without what is configured out"
)]

use coro::prelude::*;
use std::rc::Rc;

/// What it yields, and what it returns.
fn run<T>(
    mut c: impl Coroutine<i32, Yield = i32, Return = T, Throw = std::convert::Infallible>,
) -> (Vec<i32>, T) {
    let mut yielded = Vec::new();
    let mut step = c.prime().map(|first| first.expect("it begins"));
    loop {
        match step {
            Ok(value) => {
                yielded.push(value);
                step = c.send(value);
            }
            Err(Stop::Returned(value)) => return (yielded, value),
            Err(_) => unreachable!("nothing is thrown"),
        }
    }
}

#[coro::coroutine]
fn jumps() -> impl Coroutine<i32, Yield = i32, Return = i32> {
    #[cfg(any())]
    {
        return 4;
    }
    #[cfg(any())]
    panic!("it is not there");
    #[cfg(any())]
    return 5;
    let n = loop {
        #[cfg(any())]
        break 3;
        if co_yield!(1) == 1 {
            break 7;
        }
    };
    #[cfg(all())]
    co_yield!(n);
    #[cfg(not(all()))]
    {
        return n;
    }
    8
}

#[test]
fn jumps_that_are_not_there() {
    assert_eq!(run(jumps()), (vec![1, 7], 8));
}

#[coro::coroutine]
fn moves(held: Rc<()>) -> impl Coroutine<i32, Yield = i32, Return = usize> {
    #[cfg(any())]
    drop(held);
    co_yield!(1);
    let x;
    #[cfg(all())]
    {
        x = Rc::strong_count(&held);
    }
    #[cfg(not(all()))]
    {
        x = 9;
    }
    co_yield!(2);
    x
}

#[test]
fn moves_that_are_not_there() {
    let held = Rc::new(());
    assert_eq!(run(moves(held.clone())), (vec![1, 2], 2));
}

struct Parts {
    a: i32,
    b: i32,
}

#[coro::coroutine]
fn parts() -> impl Coroutine<i32, Yield = i32, Return = i32> {
    let parts = Parts {
        a: 1,
        #[cfg(any())]
        gone: unreachable!(),
        b: co_yield!(2),
    };
    let parts = Parts { b: 2, ..parts };
    let Parts {
        #[cfg(any())]
        gone,
        a,
        b,
        ..
    } = parts;
    let tuple = (
        a,
        #[cfg(any())]
        co_yield!(9),
        b,
    );
    co_yield!(tuple.1);
    match a {
        #[cfg(any())]
        1 => gone(),
        _ => co_yield!(3) + tuple.0,
    }
}

#[test]
fn parts_that_are_not_there() {
    assert_eq!(run(parts()), (vec![2, 2, 3], 4));
}

#[coro::coroutine]
fn arguments() -> impl Coroutine<i32, Yield = i32, Return = i32> {
    let n = co_yield!({
        #[cfg(any())]
        return 4;
        3
    });
    let list = vec![co_yield!(n + 1), {
        #[cfg(any())]
        return 5;
        6
    }];
    let text = format!("{}", {
        #[cfg(all())]
        co_yield!(7);
        #[cfg(any())]
        co_yield!(8);
        list[1]
    });
    let last = co_yield!(
        (
            #[cfg(any())]
            1,
            2,
            text.len() as i32,
        )
            .1
    );
    let matched = matches!(
        {
            #[cfg(any())]
            return 9;
            last
        },
        1
    );
    yield_from!({
        #[cfg(any())]
        return 10;
        [i32::from(matched), 9]
    });
    list[0]
}

#[test]
fn jumps_in_arguments_that_are_not_there() {
    assert_eq!(run(arguments()), (vec![3, 4, 7, 1, 1, 9], 4));
}

#[deprecated]
fn old(n: u32) -> u32 {
    n + 1
}

#[deprecated]
fn older(_: u32) {}

/// The attributes of what ends a block are those of the statement that it becomes.
#[coro::coroutine]
fn attributes_of_tails(n: u32) -> impl Coroutine<Yield = u32, Return = u32> {
    if n > 1 {
        co_yield!(1);
        #[allow(deprecated)]
        older(n)
    } else {
        #[allow(deprecated)]
        older(n)
    }
    let m = if n > 2 {
        co_yield!(2);
        #[allow(deprecated)]
        old(n)
    } else {
        n
    };
    co_yield!(m);
    match n {
        #![allow(deprecated)]
        1 => old(n),
        2 => 2,
        _ => 9,
    }
}

#[test]
fn attributes_stay_with_tails() {
    let run = |n| {
        let mut seen = Vec::new();
        let mut coroutine = attributes_of_tails(n);
        loop {
            match coro::next_with(&mut coroutine, ()) {
                Ok(value) => seen.push(value),
                Err(stop) => return (seen, stop),
            }
        }
    };
    assert_eq!(run(1), (vec![1], coro::Stop::Returned(2)));
    assert_eq!(run(2), (vec![1, 2], coro::Stop::Returned(2)));
    assert_eq!(run(3), (vec![1, 2, 4], coro::Stop::Returned(9)));
}
