//! What goes with a coroutine: `Iter`, `next`, boxes, `location()`, `status()`, `Debug`, forks, its size.

#[cfg(not(pinned))]
use super::support::Log;
use coro::prelude::*;
use std::panic::Location;

#[coro::coroutine]
fn tally() -> impl Coroutine<u32, Yield = u32, Return = String, Throw = String> {
    let mut total = 0;
    loop {
        match co_yield!(total) {
            0 => return format!("total {total}"),
            99 => panic!("ninety-nine"),
            n => total += n,
        }
    }
}

#[coro::coroutine]
fn count(to: u32) -> impl Coroutine<Yield = u32, Return = &'static str, Throw = String> {
    for i in 0..to {
        co_yield!(i);
        if i == 7 {
            co_raise!("seven".to_string());
        }
    }
    "done"
}

#[test]
fn iter_keeps_what_ended_it() {
    let mut it = Iter::new(count(3));
    let mut seen = Vec::new();
    for x in &mut it {
        seen.push(x);
    }
    assert_eq!(seen, [0, 1, 2]);
    assert_eq!(
        (it.next(), it.stop()),
        (None, Some(&Stop::Returned("done")))
    );
    assert_eq!(it.into_return(), Some("done"));

    let mut it = Iter::new(count(9));
    assert_eq!(it.by_ref().count(), 8);
    assert_eq!(it.stop(), Some(&Stop::Raised("seven".into())));
    assert_eq!(it.into_return(), None);

    // From where it stands; the coroutine can be had back.
    let mut c = count(5);
    assert_eq!(c.send(()), Ok(1));
    assert_eq!(c.iter().take(2).collect::<Vec<_>>(), [2, 3]);
    let mut it = Iter::new(c);
    assert_eq!((it.next(), it.stop()), (Some(4), None));
    let mut c = it.into_inner();
    assert_eq!(c.send(()), Err(Stop::Returned("done")));
    let mut it = c.iter();
    assert_eq!((it.next(), it.stop()), (None, Some(&Stop::Exhausted)));
}

#[test]
fn next_is_pythons() {
    let mut c = tally();
    assert_eq!(next(&mut c), Ok(0));
    assert_eq!(c.send(4), Ok(4));
    assert_eq!(next(&mut c), Err(Stop::Returned("total 4".into())));
    assert_eq!(next(&mut c), Err(Stop::Exhausted));
    let mut boxed = count(2).boxed();
    assert_eq!((next(&mut boxed), next(&mut boxed)), (Ok(0), Ok(1)));
}

#[test]
fn boxes_and_references() {
    let mut c = tally();
    assert_eq!(Coroutine::send(&mut &mut c, 1), Ok(1));
    assert_eq!(
        Coroutine::throw(&mut &mut &mut c, "e".into()),
        Err(Stop::Raised("e".into()))
    );
    let mut all: Vec<BoxCoroutine<'_, u32, u32, String, String>> =
        vec![tally().boxed(), Box::new(&mut c)];
    assert_eq!(all[0].send(1), Ok(1));
    assert_eq!(all[1].send(1), Err(Stop::Exhausted));
    let dynamic: &mut dyn Coroutine<u32, Yield = u32, Return = String, Throw = String> =
        &mut all[0];
    assert_eq!((dynamic.send(2), dynamic.close()), (Ok(3), Ok(None)));
    assert_eq!(dynamic.status(), Status::Finished);
}

#[coro::coroutine]
fn lines() -> impl Coroutine<Yield = u32> + std::fmt::Debug {
    let first = line!();
    co_yield!(first + 1);
    let second = (first, co_yield!(line!()));
    yield_from!(std::iter::once(line!()));
    yield_from!(
        [line!() - 1 + second.0 - first] // the marker is on the line before
    );
    if co_try!({
        co_yield!(line!());
    })
    .is_ok()
    {
        co_yield!(line!());
        co_yield!(line!());
    }
}

/// Each yields the number of its line, and `location()` says the same.
#[test]
fn location_is_the_line_of_the_marker() {
    let mut c = lines();
    assert_eq!(c.location(), None);
    let mut seen = 0;
    while let Some(line) = c.iter().next() {
        let at = c.location().expect("it is suspended");
        assert_eq!(at.file(), file!());
        assert_eq!(at.line(), line, "yield number {seen}");
        seen += 1;
    }
    assert_eq!((seen, c.location()), (7, None));
    let mut boxed = lines().boxed();
    boxed.prime().unwrap();
    let by_reference = &mut boxed;
    assert_eq!(by_reference.location(), boxed.location());
    assert_eq!(boxed.location().map(Location::file), Some(file!()));
}

#[test]
fn status_in_every_state() {
    let mut c = tally();
    assert_eq!(c.status(), Status::Created);
    c.prime().unwrap();
    assert_eq!(c.status(), Status::Suspended);
    c.send(0).unwrap_err();
    assert_eq!(c.status(), Status::Finished);
}

#[cfg(not(pinned))]
#[coro::coroutine]
fn shown(name: &str, log: Hidden) -> impl Coroutine<u8, Yield = usize> + std::fmt::Debug {
    let mut numbers = vec![1];
    let at = numbers.len();
    numbers.push(co_yield!(at));
    for (index, letter) in name.chars().enumerate() {
        numbers.push(co_yield!(index));
        log.0.say(letter.to_string());
    }
}

#[cfg(not(pinned))]
struct Hidden(Log);
#[cfg(not(pinned))]
impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hidden")
    }
}

// What is in a frame, only its body knows.
#[cfg(not(pinned))]
#[test]
fn debug_shows_where_it_stands_and_what_it_holds() {
    let mut c = shown("xyz", Hidden(Log::new()));
    let text = format!("{c:?}");
    for part in [
        "status: Created",
        "location: None",
        "Start",
        "name: \"xyz\"",
        "Hidden",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    c.send(5).unwrap();
    let place = c.location().unwrap().to_string();
    let text = format!("{c:?}");
    for part in [
        "status: Suspended",
        &place,
        "numbers: [1, 5]",
        "letter: 'x'",
        "Hidden",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    c.close().unwrap();
    let text = format!("{c:?}");
    assert_eq!(
        text,
        "Coroutine { status: Finished, location: None, state: Finished }"
    );
}

/// The clone of a suspended coroutine goes its own way.
#[cfg(not(pinned))]
#[test]
fn forks() {
    #[coro::coroutine]
    fn tally() -> impl Coroutine<u32, Yield = u32, Return = String> + Clone {
        let mut total = 0;
        loop {
            match co_yield!(total) {
                0 => return format!("total {total}"),
                n => total += n,
            }
        }
    }
    let mut one = tally();
    assert_eq!(one.send(1), Ok(1));
    let forks: Vec<_> = (2..5)
        .map(|n| {
            let mut fork = one.clone();
            fork.send(n).unwrap();
            fork.send(0).unwrap_err().into_return().unwrap()
        })
        .collect();
    assert_eq!(forks, ["total 3", "total 4", "total 5"]);
    assert_eq!(one.send(0), Err(Stop::Returned("total 1".into())));
}

// A frame stands in a box.
#[cfg(not(pinned))]
#[test]
fn sizes() {
    #[coro::coroutine]
    fn range(from: u64, to: u64) -> impl Iterator<Item = u64> {
        let mut n = from;
        while n < to {
            co_yield!(n);
            n += 1;
        }
    }
    #[coro::coroutine]
    fn by_for(from: u64, to: u64) -> impl Iterator<Item = u64> {
        for n in from..to {
            co_yield!(n);
        }
    }
    #[coro::coroutine]
    fn nothing() -> impl Iterator<Item = u64> {
        co_yield!(1);
        co_yield!(2);
    }
    assert!(
        size_of_val(&range(0, 1)) <= 40,
        "{}",
        size_of_val(&range(0, 1))
    );
    assert!(
        size_of_val(&by_for(0, 1)) <= 40,
        "{}",
        size_of_val(&by_for(0, 1))
    );
    assert_eq!(size_of_val(&nothing()), 1);
    // A delegate lives inline.
    #[coro::coroutine]
    fn outer(from: u64, to: u64) -> impl Iterator<Item = u64> {
        yield_from!(range(from, to));
    }
    assert!(
        size_of_val(&outer(0, 1)) <= 64,
        "{}",
        size_of_val(&outer(0, 1))
    );
}
