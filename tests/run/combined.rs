//! Regions, delegates, loops and jumps in one another.

use coro::prelude::*;

#[coro::coroutine]
fn two(n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32, Throw = String> {
    let a = co_yield!(n);
    a + co_yield!(a)
}

/// What each loop does is told by what is sent: 0 to 4, else it delegates.
#[coro::coroutine]
fn loops() -> impl Coroutine<u32, Yield = u32, Return = Vec<u32>, Throw = String> {
    let mut out = vec![];
    'outer: for i in 0..3 {
        let whole = co_try!({
            'inner: for j in 0.. {
                let part = co_try!({
                    match co_yield!(i * 10 + j) {
                        0 => continue 'inner,
                        1 => break 'inner,
                        2 => continue 'outer,
                        3 => break 'outer,
                        4 => co_raise!("in".to_string()),
                        n => yield_from!(two(n)),
                    }
                });
                match part {
                    Ok(n) => out.push(n),
                    Err(Interrupt::Thrown(ref e)) if e == "in" => out.push(100),
                    Err(other) => co_raise!(other),
                }
            }
            i
        });
        match whole {
            Ok(i) => out.push(200 + i),
            Err(Interrupt::Thrown(e)) => out.push(300 + e.len() as u32),
            Err(Interrupt::Close) => return out,
        }
    }
    out.push(999);
    out
}

#[test]
fn loops_and_regions() {
    // Sent: a number; thrown: a word; the end, if it comes, is what is returned.
    for (script, yielded, end) in [
        ("0 0 1 1 1", "0 1 2 10 20", Some(vec![200, 201, 202, 999])),
        ("2 2 2", "0 10 20", Some(vec![999])),
        ("0 3", "0 1", Some(vec![999])),
        ("4 4 1 3", "0 1 2 10", Some(vec![100, 100, 200, 999])),
        ("7 8 9 3", "0 7 8 1", Some(vec![17, 999])),
        ("in 3", "0 1", Some(vec![100, 999])),
        ("7 in 3", "0 7 1", Some(vec![100, 999])),
        ("7 8 in 3", "0 7 8 1", Some(vec![100, 999])),
        ("oops 2 out 3", "0 10 20", None),
        ("oops 2 out", "0 10 20", Some(vec![304, 303, 999])),
        ("7 8 oops 3", "0 7 8 10", Some(vec![304, 999])),
        ("7 close", "0 7", Some(vec![])),
        ("4 close", "0 1", Some(vec![100])),
    ] {
        let mut c = loops();
        let mut seen = vec![c.prime().unwrap().unwrap()];
        let mut ended = None;
        for word in script.split(' ') {
            let answer = match word.parse() {
                Ok(n) => c.send(n),
                Err(_) if word == "close" => c.resume(Resume::Close),
                Err(_) => c.throw(word.to_string()),
            };
            match answer {
                Ok(y) => seen.push(y),
                Err(Stop::Returned(out)) => ended = Some(out),
                Err(other) => {
                    assert_eq!((end.as_ref(), other), (None, Stop::Exhausted), "{script}");
                }
            }
        }
        let seen: Vec<_> = seen.iter().map(ToString::to_string).collect();
        assert_eq!(seen.join(" "), yielded, "{script}");
        if end.is_some() {
            assert_eq!(ended, end, "{script}");
        }
    }
}

/// Operands of markers that hold markers.
#[coro::coroutine]
fn operands<C>(mut started: C) -> impl Coroutine<u32, Yield = u32, Return = u32, Throw = String>
where
    C: Coroutine<u32, Yield = u32, Return = u32, Throw = String>,
{
    let x = yield_from!(two(co_yield!(1)));
    started.prime().unwrap();
    let y = yield_from!(started, co_yield!(x));
    if y > 100 {
        co_raise!(format!("{}", co_yield!(y)));
    }
    let z = co_try!({ yield_from!(two(co_yield!(co_yield!(y)))) }).unwrap_or_default();
    u32::max(
        co_try!({ co_yield!(z) }).unwrap_or(1),
        co_try!({ yield_from!(two(z + 1)) }).unwrap_or(2),
    )
}

#[test]
fn markers_in_markers() {
    let run = |script: &[Result<u32, &str>]| {
        let mut c = operands(two(5));
        let mut answers = vec![c.prime().map(Option::unwrap)];
        for input in script {
            answers.push(match *input {
                Ok(n) => c.send(n),
                Err(e) => c.throw(e.to_string()),
            });
        }
        answers
    };
    let raised = Err(Stop::Raised("7".to_string()));
    assert_eq!(
        run(&[2, 3, 4, 50, 60, 7].map(Ok)),
        [Ok(1), Ok(2), Ok(3), Ok(7), Ok(50), Ok(110), raised]
    );
    let mut script = [2, 3, 4, 5, 6, 20, 21, 22, 23, 24, 25, 26].map(Ok);
    assert_eq!(
        run(&script),
        [1, 2, 3, 7, 5, 11, 20, 21, 22, 45, 46, 25]
            .map(Ok)
            .into_iter()
            .chain([Err(Stop::Returned(51))])
            .collect::<Vec<_>>()
    );
    // Thrown into the delegate in the region: `z` is the default.
    script[7] = Err("e");
    script[8] = Err("e");
    assert_eq!(
        run(&script)[6..],
        [
            Ok(20),
            Ok(21),
            Ok(0),
            Ok(1),
            Ok(24),
            Err(Stop::Returned(49)),
            Err(Stop::Exhausted)
        ]
    );
}

/// The name that is broken to is taken inside.
#[coro::coroutine]
fn shadowed_break(x: Option<String>) -> impl Iterator<Item = usize> {
    let parent = loop {
        if let Some(parent) = x.clone() {
            break parent;
        }
        co_yield!(1);
    };
    co_yield!(parent.len());
}

#[test]
fn break_with_a_shadowed_name() {
    assert_eq!(shadowed_break(Some("abc".into())).collect::<Vec<_>>(), [3]);
}
