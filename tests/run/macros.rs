//! Yields in the arguments of the standard library's macros.

use coro::prelude::*;

#[coro::coroutine]
fn formats() -> impl Coroutine<u32, Yield = u32, Return = String> {
    let width = 4;
    let name = String::from("n");
    let a = format!(
        "{name}={}|{:>width$}|{last:?}",
        co_yield!(1),
        co_yield!(2),
        last = co_yield!(3)
    );
    let v = vec![co_yield!(4), co_yield!(5)];
    assert!(co_yield!(6) > 0);
    assert_eq!(co_yield!(7), v[0] + 1, "checked {name}");
    let small = matches!(co_yield!(8), n if n < 10);
    format!("{a} {v:?} {small}")
}

#[test]
fn arguments_yield_in_order() {
    let mut c = formats();
    assert_eq!(c.prime(), Ok(Some(1)));
    for n in 2..=5 {
        assert_eq!(c.send(n * 10), Ok(n));
    }
    assert_eq!(c.send(60), Ok(6));
    assert_eq!(c.send(70), Ok(7));
    assert_eq!(c.send(51), Ok(8));
    assert_eq!(
        c.send(3),
        Err(Stop::Returned("n=20|  30|40 [50, 60] true".into()))
    );
}

#[coro::coroutine]
fn buffers(length: usize, fill: u8) -> impl Iterator<Item = Vec<u8>> {
    loop {
        let buffer = vec![fill; length];
        co_yield!(buffer);
    }
}

#[test]
fn what_a_repeated_element_is_made_of_is_kept() {
    assert_eq!(buffers(2, 7).take(2).collect::<Vec<_>>(), [[7, 7], [7, 7]]);
}

/// A block as a fragment, as a statement and as a value.
macro_rules! with_block {
    ($name:ident, $block:block, $value:block) => {
        #[coro::coroutine]
        fn $name() -> impl Iterator<Item = u32> {
            $block
            let last = $value;
            co_yield!(last);
        }
    };
}

with_block!(
    of_fragments,
    {
        for n in 0..2 {
            co_yield!(n);
        }
    },
    {
        co_yield!(7);
        8
    }
);

#[test]
fn blocks_as_fragments() {
    assert!(of_fragments().eq([0, 1, 7, 8]));
}

/// A macro of one's own that is called as one of std's may take its arguments in one form only.
mod of_ones_own {
    use coro::prelude::*;

    macro_rules! assert_eq {
        ($left:expr, $right:expr) => {
            std::assert_eq!($left, $right, "as numbers")
        };
    }

    #[coro::coroutine]
    fn compared(n: u32) -> impl Coroutine<u32, Yield = u32> {
        assert_eq!(n, co_yield!(1));
        assert_eq!(co_yield!(2) + 1, n);
    }

    #[test]
    fn without_a_comma() {
        fn run(mut coroutine: impl Coroutine<u32, Yield = u32>) {
            std::assert_eq!(coroutine.prime().ok(), Some(Some(1)));
            std::assert_eq!(coroutine.send(3).ok(), Some(2));
            std::assert!(coroutine.send(2).is_err());
        }
        run(compared(3));
    }
}

/// The message of an assertion is made only if that fails.
#[test]
fn yields_in_messages_of_assertions() {
    #[coro::coroutine]
    fn checked(n: u32) -> impl Coroutine<u32, Yield = u32> {
        assert!(
            n < 9 && n != 1,
            "{} {n} {b}",
            co_yield!(1),
            b = co_yield!(2)
        );
        debug_assert!(co_yield!(3) != n || n == 7, "{:?}", (co_yield!(4), n));
        std::assert!(n == 7, "{}", {
            let m = co_yield!(5);
            m + 1
        });
    }
    fn run(n: u32, sent: &[u32]) -> (Vec<u32>, Result<(), String>) {
        let mut checked = checked(n);
        let mut yielded = Vec::new();
        let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            yielded.extend(checked.prime().ok().flatten());
            for sent in sent {
                match checked.send(*sent) {
                    Ok(y) => yielded.push(y),
                    Err(_) => break,
                }
            }
        }));
        (yielded, ran.map_err(|panic| *panic.downcast().unwrap()))
    }
    assert_eq!(run(1, &[5, 6]), (vec![1, 2], Err("5 1 6".into())));
    assert_eq!(run(7, &[7]), (vec![3], Ok(())));
    assert_eq!(run(3, &[4, 6]), (vec![3, 5], Err("7".into())));
    if cfg!(debug_assertions) {
        assert_eq!(run(3, &[3, 6]), (vec![3, 4], Err("(6, 3)".into())));
    } else {
        assert_eq!(run(3, &[3, 6]), (vec![5], Err("4".into())));
    }
}

/// What an assertion says that fails, where its arguments leave the macro.
#[test]
fn texts_of_assertions() {
    struct S {
        n: u32,
    }
    #[coro::coroutine]
    fn failing(n: u32) -> impl Coroutine<u32, Yield = u32, Return = Option<()>> {
        let half = n.checked_div(2)?;
        match n {
            0 => assert!(n.checked_sub(half)? == 5),
            1 => assert!(co_yield!(n) == half && S { n }.n == 9),
            2 => assert_eq!(n, half, "of {n}, {}", { n.checked_sub(1)? }),
            3 => assert_ne!(n, 3, "{0} {half} {0} {m:?}", half.checked_add(1)?, m = n),
            4 => assert_ne!(half, 2, "{}", half.checked_sub(3)?),
            _ => std::assert_eq!(n.checked_sub(5)?, half),
        }
        None
    }
    fn said(n: u32) -> String {
        let mut failing = failing(n);
        let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            failing.prime()?;
            failing.send(0)
        }));
        match ran {
            Ok(ran) => format!("{ran:?}"),
            Err(panic) => match panic.downcast::<&str>() {
                Ok(text) => format!("{text}, as it is"),
                Err(panic) => *panic.downcast().unwrap(),
            },
        }
    }
    assert_eq!(
        said(0),
        "assertion failed: n.checked_sub(half)? == 5, as it is"
    );
    assert_eq!(
        said(1),
        "assertion failed: co_yield!(n) == half && S { n }.n == 9, as it is"
    );
    assert_eq!(
        said(2),
        "assertion `left == right` failed: of 2, 1\n  left: 2\n right: 1"
    );
    assert_eq!(
        said(3),
        "assertion `left != right` failed: 2 1 2 3\n  left: 3\n right: 3"
    );
    assert_eq!(said(4), "Err(Returned(None))");
    assert_eq!(
        said(5),
        "assertion `left == right` failed\n  left: 0\n right: 2"
    );
}

/// What is consumed in a macro or a closure is gone there, and asked about like elsewhere.
#[test]
fn consumed_in_macros_and_closures() {
    #[coro::coroutine]
    fn consumed(
        name: Option<String>,
        numbers: Vec<u32>,
        parsed: Result<u32, String>,
    ) -> impl Coroutine<Yield = String, Return = usize> {
        let text = format!(
            "{} {:?} {}",
            name.unwrap_or_default(),
            numbers.iter().map(|n| n + 1).collect::<Vec<_>>(),
            numbers.into_iter().map(|n| n * 2).sum::<u32>()
        );
        co_yield!(text);
        let texts = ["a".to_owned(), "b".to_owned()];
        let joined = Some(1).map(|_| texts.join(",")).unwrap_or_default();
        co_yield!(joined);
        let taken = std::iter::once_with(move || parsed.unwrap_or_else(|why| why.len() as u32));
        let taken: u32 = taken.sum();
        co_yield!(taken.to_string());
        texts.len()
    }
    let mut consumed = consumed(Some("x".into()), vec![1, 2], Err("why".into()));
    assert_eq!(consumed.prime(), Ok(Some("x [2, 3] 6".into())));
    assert_eq!(consumed.send(()), Ok("a,b".into()));
    assert_eq!(consumed.send(()), Ok("3".into()));
    assert_eq!(consumed.send(()), Err(Stop::Returned(2)));
}
