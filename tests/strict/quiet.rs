//! Every kind of coroutine, under every lint. The only import is the prelude.

use coro::prelude::*;

/// A module that names nothing of the prelude but a marker: the import is not unused.
mod marker_only {
    use coro::prelude::*;

    #[coro::coroutine]
    pub(super) fn one() -> impl Iterator<Item = u8> {
        co_yield!(1);
    }
}

/// And one that imports the marker alone.
mod marker_named {
    use coro::{co_yield, yield_from};

    #[coro::coroutine]
    pub(super) fn both() -> impl Iterator<Item = u8> {
        co_yield!(1);
        yield_from!([2, 3]);
    }
}

/// And one that imports nothing.
mod marker_by_path {
    #[coro::coroutine]
    pub(super) fn both() -> impl Iterator<Item = u8> {
        coro::co_yield!(1);
        coro::yield_from!([2, 3]);
    }
}

#[test]
fn imports() {
    assert!(marker_only::one().eq([1]));
    assert!(marker_named::both().eq([1, 2, 3]));
    assert!(marker_by_path::both().eq([1, 2, 3]));
}

#[coro::coroutine]
fn empty() -> impl Iterator<Item = u32> {}

#[coro::coroutine]
fn never_yields(value: u32) -> impl Coroutine<(), Yield = u32, Return = u32> {
    value + 1
}

#[coro::coroutine]
fn endless() -> impl Iterator<Item = u32> {
    loop {
        co_yield!(1);
    }
}

#[coro::coroutine]
fn range(from: u32, to: u32) -> impl Iterator<Item = u32> {
    let mut at = from;
    while at < to {
        co_yield!(at);
        at += 1;
    }
}

#[coro::coroutine]
fn mean() -> impl Coroutine<f64, Yield = Option<f64>> {
    let mut mean = None;
    let mut sum = 0.0_f64;
    let mut count = 0.0_f64;
    loop {
        sum += co_yield!(mean);
        count += 1.0_f64;
        mean = Some(sum / count);
    }
}

#[coro::coroutine]
fn discarded() -> impl Coroutine<u32, Yield = u32> {
    co_yield!(1);
    _ = co_yield!(2);
    let _: u32 = co_yield!(3);
    let _unused = co_yield!(4);
    drop(co_yield!(5).to_string());
}

#[cfg(not(pinned))]
#[coro::coroutine]
fn longest(limit: usize) -> impl Coroutine<&str, Yield = usize, Return = String> {
    let mut longest = String::new();
    while longest.len() < limit {
        let line = co_yield!(longest.len());
        if line.len() > longest.len() {
            longest.clear();
            longest.push_str(line);
        }
    }
    longest
}

#[coro::coroutine]
fn named<'text>(text: &'text str, more: &'text [&'text str]) -> impl Iterator<Item = &'text str> {
    for word in text.split(' ') {
        co_yield!(word);
    }
    for word in more {
        co_yield!(word);
    }
}

#[coro::coroutine]
fn lines<T: AsRef<str>>(lines: Vec<T>) -> impl Iterator<Item = usize> {
    for (number, line) in lines.into_iter().enumerate() {
        if line.as_ref().is_empty() {
            continue;
        }
        co_yield!(number);
    }
}

#[coro::coroutine]
fn arrays<const N: usize>(values: [u8; N]) -> impl Iterator<Item = u8> {
    for value in values {
        co_yield!(value);
    }
}

#[coro::coroutine]
fn choice(sent: Option<u32>) -> impl Coroutine<Option<u32>, Yield = u32, Return = u32> {
    let first = if let Some(value) = sent {
        co_yield!(value)
    } else {
        None
    };
    let second = match first {
        Some(value) if value > 10 => co_yield!(value),
        Some(value) => Some(value),
        None => {
            let Some(value) = co_yield!(0) else {
                return 0;
            };
            Some(value)
        }
    };
    let third = 'found: {
        for candidate in [1, 2, 3] {
            if co_yield!(candidate).is_some() {
                break 'found candidate;
            }
        }
        4
    };
    second.map_or(third, |value| value + third)
}

#[coro::coroutine]
fn sums(
    mut total: u32,
) -> impl Coroutine<u32, Yield = u32, Return = Result<u32, String>, Throw = String> {
    loop {
        match co_try!({ co_yield!(total) }) {
            Ok(0) => break,
            Ok(sent) => total = total.checked_add(sent).ok_or("too much")?,
            Err(Interrupt::Thrown(error)) if error.is_empty() => total = 0,
            Err(Interrupt::Thrown(error)) => co_raise!(error),
            Err(Interrupt::Close) => return Err("closed".to_owned()),
        }
    }
    Ok(total)
}

#[coro::coroutine]
fn delegating() -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let sum = yield_from!(inner());
    yield_from!(range(0, 2));
    yield_from!(vec![7, 8]);
    sum + 1
}

#[coro::coroutine]
fn inner() -> impl Coroutine<u32, Yield = u32, Return = u32> {
    co_yield!(1) + co_yield!(2)
}

#[coro::coroutine]
fn boxed(depth: u32) -> BoxCoroutine<'static, (), u32, u32> {
    co_yield!(depth);
    if depth == 0 {
        return 0;
    }
    yield_from!(boxed(depth - 1)) + depth
}

#[coro::coroutine]
fn dynamic(depth: u32) -> Box<dyn Iterator<Item = u32> + Send> {
    if depth > 0 {
        yield_from!(dynamic(depth - 1));
    }
    co_yield!(depth);
}

#[coro::coroutine(prime)]
fn primed() -> impl Coroutine<u32, Yield = u32> {
    let mut last = 0;
    loop {
        last = co_yield!(last);
    }
}

#[coro::coroutine(crate = ::coro)]
fn renamed() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

#[coro::coroutine]
fn expressions(mut list: Vec<u32>) -> impl Coroutine<u32, Yield = u32, Return = Vec<u32>> {
    list.push(co_yield!(1));
    let pair = (co_yield!(2), co_yield!(3));
    let array = [co_yield!(4), pair.0];
    if co_yield!(5) > 1 && co_yield!(6) < 3 {
        list.extend(array);
    }
    list[0] += co_yield!(7);
    list.push(if co_yield!(8) == 0 { pair.1 } else { 1 });
    list
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Shelf {
    titles: Vec<String>,
}

trait Titles {
    fn titles(&self) -> impl Iterator<Item = &str>;
}

impl Titles for Shelf {
    #[coro::coroutine]
    fn titles(&self) -> impl Iterator<Item = &str> {
        for title in &self.titles {
            co_yield!(title.as_str());
        }
    }
}

impl Shelf {
    #[coro::coroutine]
    fn new(titles: Vec<String>) -> impl Coroutine<String, Return = Self> {
        let mut shelf = Self { titles };
        loop {
            let title = co_yield!();
            if title.is_empty() {
                return shelf;
            }
            shelf.titles.push(title);
        }
    }

    #[coro::coroutine]
    fn take(&mut self) -> impl Iterator<Item = String> {
        while let Some(title) = self.titles.pop() {
            co_yield!(title);
        }
    }

    #[coro::coroutine]
    fn destructured(self) -> impl Iterator<Item = String> {
        let Self { titles } = self;
        for title in titles {
            co_yield!(title);
        }
    }

    #[coro::coroutine]
    fn consume(self) -> impl Iterator<Item = String> {
        for title in self.titles {
            co_yield!(title);
        }
    }
}

#[test]
fn everything() {
    assert_eq!(empty().next(), None);
    assert_eq!(never_yields(1).send(()), Err(Stop::Returned(2)));
    assert_eq!(endless().nth(3), Some(1));
    assert!(range(1, 4).eq([1, 2, 3]));
    assert_eq!(mean().send(2.0), Ok(Some(2.0)));
    assert_eq!(discarded().send(1), Ok(2));
    #[cfg(not(pinned))]
    assert_eq!(
        longest(2).send("abc"),
        Err(Stop::Returned("abc".to_owned()))
    );
    assert!(named("a b", &["c"]).eq(["a", "b", "c"]));
    assert!(lines(vec!["a", "", "b"]).eq([0, 2]));
    assert!(arrays([1, 2]).eq([1, 2]));
    assert_eq!(choice(Some(1)).send(Some(11)), Ok(11));
    assert_eq!(sums(1).send(0), Err(Stop::Returned(Ok(1))));
    assert_eq!(delegating().send(1), Ok(2));
    assert_eq!(boxed(1).send(()), Ok(0));
    assert!(dynamic(2).eq([0, 1, 2]));
    assert_eq!(primed().send(3), Ok(3));
    assert!(renamed().eq([1]));
    assert_eq!(expressions(vec![]).send(1), Ok(2));
}

#[test]
fn methods() {
    let mut making = Shelf::new(vec!["Momo".to_owned()]);
    assert_eq!(making.send("Jim".to_owned()), Ok(()));
    let Err(Stop::Returned(mut shelf)) = making.send(String::new()) else {
        unreachable!("an empty title ends it");
    };
    assert!(shelf.titles().eq(["Momo", "Jim"]));
    assert!(shelf.clone().consume().eq(["Momo", "Jim"]));
    assert!(shelf.clone().destructured().eq(["Momo", "Jim"]));
    assert!(shelf.take().eq(["Jim", "Momo"]));
}

/// Names that differ from generated ones by a letter.
#[coro::coroutine]
fn named_alike(step: u32, send: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let more = co_yield!(step);
    co_yield!(send + more);
    step
}

#[test]
fn names_like_generated_ones() {
    let mut c = named_alike(1, 2);
    assert_eq!((c.prime(), c.send(3)), (Ok(Some(1)), Ok(5)));
    assert_eq!(c.send(4), Err(Stop::Returned(1)));
}

/// Shapes of which a lint sees only a part.
mod parts {
    use coro::prelude::*;

    #[coro::coroutine]
    #[expect(while_true, reason = "the shape is what is tested")]
    pub(super) fn endless(step: i32) -> impl Coroutine<i32, Yield = i32> {
        let type_ = co_yield!(step);
        let type_ = co_yield!(type_ + step);
        while true {
            if co_yield!(type_) == 1 {
                break;
            }
        }
    }

    #[coro::coroutine]
    pub(super) fn consumed(text: String) -> impl Coroutine<usize, Yield = usize> {
        let length = text.len() + { text }.len() + co_yield!(2);
        co_yield!(length);
    }
}

/// Code that is held in pieces.
mod pieces {
    use coro::prelude::*;

    pub(super) struct Point {
        pub(super) x: i32,
        pub(super) y: i32,
    }

    #[coro::coroutine]
    pub(super) fn summed(points: &[Point]) -> impl Iterator<Item = i32> {
        let moved = |x| Point { x, y: 1 };
        co_yield!(points.iter().map(|&Point { x, y }| x + y).sum());
        co_yield!(moved(3).x);
    }

    #[coro::coroutine]
    pub(super) fn late(n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let size;
        if n > 10 {
            co_yield!(1);
            size = 3;
            co_yield!(size);
        } else {
            size = n;
        }
        co_yield!(2);
        size
    }

    #[deprecated]
    const fn old() -> u32 {
        3
    }

    #[coro::coroutine]
    pub(super) fn attributed(n: u32) -> impl Coroutine<u32, Yield = u32> {
        let pair = (
            #[expect(deprecated, reason = "it is what is tested")]
            old(),
            co_yield!(n),
        );
        co_yield!(pair.0 + pair.1);
    }

    #[coro::coroutine]
    pub(super) fn futures(n: u32) -> impl Coroutine<u32, Yield = usize> {
        let some = Some(async { 1 });
        co_yield!(some.iter().count());
        let several = (async { 2 }, [async move { n }]);
        co_yield!(several.1.len());
    }
}

#[test]
fn pieces_of_code() {
    let points = [pieces::Point { x: 1, y: 2 }];
    assert!(pieces::summed(&points).eq([3, 3]));
    let mut late = pieces::late(4);
    assert_eq!(late.prime(), Ok(Some(2)));
    assert_eq!(late.send(0), Err(Stop::Returned(4)));
    assert_eq!(pieces::attributed(1).send(5), Ok(8));
    assert_eq!(pieces::futures(1).send(0), Ok(1));
}

#[test]
fn parts_of_shapes() {
    let mut endless = parts::endless(1);
    assert_eq!(endless.send(2), Ok(3));
    assert_eq!(endless.send(5), Ok(5));
    assert_eq!(endless.send(1), Err(Stop::Returned(())));
    assert_eq!(parts::consumed("ab".to_owned()).send(1), Ok(5));
}

/// What a pattern binds is used by its guard alone; `ref mut` says nothing of the name.
#[coro::coroutine]
fn guarded(pair: (u8, Option<String>), mut last: Option<u8>) -> impl Iterator<Item = u8> {
    match (pair.0, pair.1.as_deref()) {
        (_, Some(text)) if text.len() < 1 + usize::from(pair.0) => co_yield!(1),
        (_, Some(text)) if format!("{text}.").len() > 3 => co_yield!(2),
        (_, None) => {}
        _ => co_yield!(3),
    }
    let found = match last {
        Some(ref mut n) => {
            *n += 1;
            co_yield!(*n);
            true
        }
        None => false,
    };
    co_yield!(u8::from(found));
}

/// Braces that a `cfg` is put on may be all that is left.
#[coro::coroutine]
fn configured(c: bool) -> impl Iterator<Item = u8> {
    let n = {
        co_yield!(1);
        #[cfg(not(target_os = "none"))]
        {
            2
        }
        #[cfg(target_os = "none")]
        {
            3
        }
    };
    if c {
        co_yield!(n);
        #[cfg(not(target_os = "none"))]
        {}
    }
}

#[test]
fn only_in_a_guard() {
    let values: Vec<u8> = guarded((1, Some(String::new())), Some(4)).collect();
    assert_eq!(values, [1, 5, 1]);
    assert_eq!(configured(true).collect::<Vec<_>>(), [1, 2]);
}

fn fail() -> ! {
    std::process::abort()
}

/// A function of one's own that never returns ends the body where its value would be returned.
#[coro::coroutine]
fn failing(n: u8) -> impl Coroutine<Yield = u8, Return = u8> {
    match n {
        0 => {
            co_yield!(1);
            2
        }
        _ => fail(),
    }
}

#[test]
fn a_function_that_never_returns() {
    let mut failing_at_last = failing(0);
    assert_eq!(next_with(&mut failing_at_last, ()), Ok(1));
    assert_eq!(failing_at_last.send(()), Err(Stop::Returned(2)));
}

macro_rules! refuse {
    ($error:expr) => {
        return Err($error)
    };
}

/// What may not go on, at the end of a branch beside which locals are held.
#[coro::coroutine]
fn ending(n: u8, end: bool) -> impl Coroutine<bool, Yield = u8, Return = Result<u32, u8>> {
    let mut twice = n.saturating_mul(2);
    if co_yield!(twice) {
        co_yield!(1);
        refuse!(n);
    }
    if end {
        co_yield!(2);
        fail();
    }
    loop {
        twice = twice.saturating_add(1);
        if twice > 8 {
            break;
        }
        if co_yield!(twice) {
            co_yield!(3);
            std::process::abort();
        }
    }
    Ok(u32::from(twice))
}

/// Something that is declared ahead of a `mut`, and gets its value behind it.
#[cfg_attr(
    pinned,
    expect(clippy::needless_late_init, reason = "it is what is tried")
)]
#[coro::coroutine]
fn filled(mut read: impl FnMut(&mut [u8; 2])) -> impl Coroutine<Yield = u8, Return = u8> {
    let last;
    let mut buffer = [0; 2];
    co_yield!(buffer[0]);
    read(&mut buffer);
    last = buffer[1];
    last
}

#[test]
fn branches_that_do_not_go_on() {
    let mut refused = ending(3, false);
    assert_eq!(refused.prime(), Ok(Some(6)));
    assert_eq!(refused.send(true), Ok(1));
    assert_eq!(refused.send(true), Err(Stop::Returned(Err(3))));
    let mut ended = ending(3, false);
    assert_eq!(ended.send(false), Ok(7));
    assert_eq!(ended.send(false), Ok(8));
    assert_eq!(ended.send(false), Err(Stop::Returned(Ok(9))));
    let mut filled = filled(|buffer| *buffer = [1, 2]);
    assert_eq!(filled.prime(), Ok(Some(0)));
    assert_eq!(filled.send(()), Err(Stop::Returned(2)));
}

/// A number that is too large for what nobody says, as an argument of what the types are asked about; and a width with a flag.
struct Counts(Vec<u64>);

impl Counts {
    fn note(&mut self, n: u64) {
        self.0.push(n);
    }
}

#[coro::coroutine]
fn noted(width: usize) -> impl Coroutine<Yield = usize, Return = String> {
    let mut counts = Counts(Vec::new());
    counts.note(5_000_000_000);
    let mut other = Counts(Vec::new());
    other.note(0xffff_ffff_ffff);
    co_yield!(counts.0.len());
    format!("{:0width$}", 7)
}

#[test]
fn large_numbers_and_padded_ones() {
    let mut noted = noted(3);
    assert_eq!(noted.prime(), Ok(Some(1)));
    assert_eq!(noted.send(()), Err(Stop::Returned("007".into())));
}

/// What comes back at the end may be large.
#[coro::coroutine]
fn large(n: u64) -> impl Coroutine<Yield = u8, Return = [u64; 32], Throw = [u8; 200]> {
    co_yield!(0);
    [n; 32]
}

#[test]
fn large_results() {
    let mut large = large(3);
    assert_eq!(large.prime(), Ok(Some(0)));
    assert_eq!(large.send(()), Err(Stop::Returned([3; 32])));
}
