//! How markers may be written, and the names around them.

use coro::prelude::*;

/// By path, with any brackets, with a comma at the end.
#[rustfmt::skip]
#[coro::coroutine]
fn written() -> impl Coroutine<u8, Yield = u8> {
    coro::co_yield!(1);
    co_yield![2];
    co_yield! { 3 }
    let x = co_yield! { 4 } + 1;
    co_yield!(x,);
    ::coro::yield_from!([6], );
    let _ = coro::co_try! [{ ::coro::co_yield!(7) }];
    co_try!({ co_yield!(8); }).ok();
    _ = co_try!({ co_yield!(9) });
    co_try!({ co_yield!(10) }).map_or_else(|_| (), |_| ());
}

#[test]
fn in_any_form() {
    let mut c = written();
    let mut seen = vec![c.prime().unwrap().unwrap()];
    while let Ok(y) = c.send(4) {
        seen.push(y);
    }
    assert_eq!(seen, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
}

/// `co_raise!` is of type `!`: it stands wherever a value does.
#[coro::coroutine]
fn raised(o: Option<u8>) -> impl Coroutine<u8, Yield = u8, Return = u8, Throw = String> {
    let x = match o {
        Some(x) => x,
        None => co_raise!("none".to_string()),
    };
    let y = o.unwrap_or(3) + if x > 3 { co_raise!(format!("{x}")) } else { 1 };
    let Some(z) = o.filter(|x| *x != 2) else {
        co_raise!("two".to_string())
    };
    co_yield!(y) + {
        if z == 0 {
            co_raise!(String::new());
        }
        1
    }
}

#[test]
fn raising_in_any_position() {
    for (o, sent, stop) in [
        (None, 0, Stop::Raised("none")),
        (Some(4), 0, Stop::Raised("4")),
        (Some(2), 0, Stop::Raised("two")),
        (Some(0), 0, Stop::Raised("")),
        (Some(1), 7, Stop::Returned(8)),
    ] {
        let stop = match stop {
            Stop::Raised(text) => Stop::Raised(text.to_string()),
            Stop::Returned(value) => Stop::Returned(value),
            Stop::Closed | Stop::Exhausted => unreachable!(),
        };
        assert_eq!(raised(o).send(sent), Err(stop));
    }
}

/// With `Throw = Infallible`, the arm for an error may be left out, or be `match never {}`.
#[coro::coroutine]
fn only_closed() -> impl Coroutine<u8, Yield = u8, Return = u8> {
    let x = match co_try!({ co_yield!(1) }) {
        Ok(x) => x,
        Err(Interrupt::Close) => return 100,
    };
    match co_try!({ co_yield!(x) }) {
        Ok(y) => x + y,
        Err(Interrupt::Thrown(never)) => match never {},
        Err(Interrupt::Close) => 200,
    }
}

#[test]
fn what_cannot_be_thrown_need_not_be_caught() {
    let mut c = only_closed();
    assert_eq!((c.prime(), c.close()), (Ok(Some(1)), Ok(Some(100))));
    let mut c = only_closed();
    assert_eq!((c.send(5), c.close()), (Ok(5), Ok(Some(200))));
    let mut c = only_closed();
    assert_eq!((c.send(5), c.send(6)), (Ok(5), Err(Stop::Returned(11))));
}

/// `?` of another type than the region's, and a labeled block around it.
#[coro::coroutine]
fn leaves(s: &str) -> impl Coroutine<u8, Yield = i64, Return = Option<i64>, Throw = String> {
    let n = co_try!({
        let n: i64 = s.parse().ok()?;
        co_yield!(n);
        n
    })
    .ok()?;
    let k = 'block: {
        let r = co_try!({
            yield_from!([n + 1]);
            if co_yield!(n + 2) == 1 {
                break 'block 1000;
            }
            s.get(1..2)?.len()
        });
        r.unwrap_or(500)
    };
    Some(n + i64::try_from(k).unwrap())
}

#[test]
fn leaving_a_region() {
    for (s, script, yielded, end) in [
        ("x", "", "", None),
        ("1", "0 0 0", "1 2 3", None),
        ("12", "0 0 0", "12 13 14", Some(13)),
        ("12", "0 0 1", "12 13 14", Some(1012)),
        ("12", "0 e", "12 13", Some(512)),
        ("12", "e", "12", None),
    ] {
        let mut c = leaves(s);
        let mut answer = c.prime().map(Option::unwrap);
        let mut seen = Vec::new();
        for word in script.split_whitespace() {
            seen.extend(answer.as_ref().map(ToString::to_string));
            answer = match word.parse() {
                Ok(n) => c.send(n),
                Err(_) => c.throw(word.to_string()),
            };
        }
        assert_eq!(
            (seen.join(" ").as_str(), answer),
            (yielded, Err(Stop::Returned(end))),
            "{s}, {script}"
        );
    }
}

/// The user's names are the user's: those of the prelude, and those that the emitted code uses.
#[test]
fn names_do_not_clash() {
    #[allow(non_snake_case)]
    #[coro::coroutine]
    fn prelude_names() -> impl Iterator<Item = u8> {
        fn Ok(x: u8) -> u8 {
            x
        }
        struct Some(u8);
        enum Option {
            None,
        }
        let Some(x) = Some(3);
        let Option::None = Option::None;
        co_yield!(Ok(x));
        for y in [1] {
            co_yield!(y);
        }
    }
    assert_eq!(prelude_names().collect::<Vec<_>>(), [3, 1]);

    #[coro::coroutine]
    fn emitted_names(
        state: u8,
        input: u8,
        at: u8,
        value: u8,
        sent: u8,
    ) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let machine = co_yield!(state);
        let __coro = co_yield!(input + machine);
        let delegate = co_yield!(at);
        let iter = yield_from!([delegate]);
        for operand in [iter] {
            co_yield!(value);
            let () = operand;
        }
        value + sent + machine + __coro + delegate
    }
    let mut c = emitted_names(1, 2, 3, 4, 5);
    assert_eq!(
        (c.prime(), c.send(10), c.send(20)),
        (Ok(Some(1)), Ok(12), Ok(3))
    );
    assert_eq!(
        (c.send(30), c.send(0), c.send(0)),
        (Ok(30), Ok(4), Err(Stop::Returned(69)))
    );

    #[coro::coroutine]
    fn r#loop(r#type: u8) -> impl Iterator<Item = u8> {
        co_yield!(r#type);
    }
    assert_eq!(r#loop(1).next(), Some(1));
}

/// Conditions, chains and guards in which a marker stands.
#[test]
fn in_conditions() {
    #[coro::coroutine]
    fn q() -> impl Coroutine<Option<u8>, Yield = u8> {
        while let Some(x) = co_yield!(1)
            && x > 3
            && let Some(y) = co_yield!(x)
        {
            if matches!(co_yield!(y), Some(3)) {
                break;
            }
        }
    }
    let mut c = q();
    assert_eq!(
        (c.send(Some(4)), c.send(Some(5)), c.send(Some(9))),
        (Ok(4), Ok(5), Ok(1))
    );
    assert_eq!(
        (c.send(Some(3)), c.status()),
        (Err(Stop::Returned(())), Status::Finished)
    );
    let mut c = q();
    assert_eq!(
        (c.send(Some(4)), c.send(None)),
        (Ok(4), Err(Stop::Returned(())))
    );
    let mut c = q();
    assert_eq!(
        (c.send(Some(4)), c.send(Some(5)), c.send(Some(3))),
        (Ok(4), Ok(5), Err(Stop::Returned(())))
    );
}

macro_rules! with_fragments {
    ($name:ident, $argument:pat, $ty:ty, $ret:ty, $yielded:expr, $end:block, $literal:literal) => {
        #[coro::coroutine]
        fn $name($argument: $ty) -> $ret {
            loop {
                co_yield!($yielded);
                if co_yield!($literal) > 3 {
                    break;
                }
            }
            $end
        }
    };
}
macro_rules! with_body {
    ($name:ident { $($body:tt)* }) => {
        #[coro::coroutine]
        fn $name() -> impl Coroutine<u8, Yield = u8, Return = u8> {
            $($body)*
        }
    };
}
macro_rules! with_expressions {
    ($name:ident, $first:expr, $second:block) => {
        #[coro::coroutine]
        fn $name() -> impl Coroutine<u8, Yield = u8, Return = u8> {
            let x = $first;
            x * $second
        }
    };
}

with_fragments!(
    fragments,
    (a, _b),
    (u8, u8),
    impl Coroutine<u8, Yield = u8, Return = u8>,
    a + 1,
    {
        let one = 1;
        if a > one { one } else { 2 }
    },
    7
);
with_body!(body {
    let x = co_yield!(1);
    x + co_yield!(2)
});
with_expressions!(expressions, co_yield!(4) + 1, { co_yield!(5) });

#[test]
fn made_by_macros() {
    let mut c = fragments((1, 2));
    assert_eq!(
        (c.prime(), c.send(0), c.send(0)),
        (Ok(Some(2)), Ok(7), Ok(2))
    );
    assert_eq!((c.send(0), c.send(4)), (Ok(7), Err(Stop::Returned(2))));
    let mut c = body();
    assert_eq!(
        (c.prime(), c.send(3), c.send(4)),
        (Ok(Some(1)), Ok(2), Err(Stop::Returned(7)))
    );
    let mut c = expressions();
    assert_eq!(
        (c.prime(), c.send(3), c.send(4)),
        (Ok(Some(4)), Ok(5), Err(Stop::Returned(16)))
    );
}

/// The braces of the marker may be those of the block.
#[coro::coroutine]
fn braced() -> impl Coroutine<Yield = u32, Return = usize, Throw = String> {
    let caught = co_try! {
        #[cfg(any())]
        return 9;
        co_yield!(1);
        co_yield!(2);
        7
    };
    co_try! { co_yield!(3); }.ok();
    caught.unwrap_or_else(|why| match why {
        Interrupt::Thrown(error) => error.len(),
        Interrupt::Close => 0,
    })
}

#[test]
fn blocks_in_the_markers_own_braces() {
    let mut c = braced();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.throw("abc".to_owned()), Ok(3));
    assert_eq!(c.throw("d".to_owned()), Err(Stop::Returned(3)));
    let mut c = braced();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!((c.send(()), c.send(())), (Ok(2), Ok(3)));
    assert_eq!(c.send(()), Err(Stop::Returned(7)));
}

/// The markers may be imported where they stand.
mod imported {
    #[coro::coroutine]
    pub(super) fn inside(n: u8) -> impl Iterator<Item = u8> {
        use coro::{co_yield, yield_from};
        co_yield!(n);
        yield_from!([n + 1]);
    }
}

#[test]
fn imports_in_the_body() {
    assert!(imported::inside(1).eq([1, 2]));
}
