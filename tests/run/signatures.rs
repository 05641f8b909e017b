//! What may stand in a signature: return types, bounds, parameters, receivers.

use coro::prelude::*;
use std::convert::Infallible;
#[cfg(not(pinned))]
use std::fmt::Debug;
use std::fmt::Display;
use std::iter::FusedIterator;

#[coro::coroutine]
fn boxed_iterator(n: u32) -> Box<dyn Iterator<Item = u32>> {
    if n > 0 {
        yield_from!(boxed_iterator(n - 1));
        co_yield!(n);
    }
}

#[coro::coroutine]
fn boxed_send(n: u32) -> Box<dyn Iterator<Item = u32> + Send + Sync> {
    co_yield!(n);
}

#[coro::coroutine]
fn boxed_dyn(
    n: u32,
) -> std::boxed::Box<dyn Coroutine<u32, Yield = u32, Return = u32, Throw = Infallible>> {
    if n == 0 {
        return co_yield!(0);
    }
    yield_from!(boxed_dyn(n - 1)) * 10 + co_yield!(n)
}

#[coro::coroutine]
fn boxed_defaults<'a>(text: &'a str) -> BoxCoroutine<'a, (), &'a str> {
    for word in text.split(' ') {
        co_yield!(word);
    }
}

#[test]
fn boxed() {
    assert_eq!(boxed_iterator(3).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(
        std::thread::spawn(|| boxed_send(4).next()).join().unwrap(),
        Some(4)
    );
    let mut c = boxed_dyn(2);
    assert_eq!(c.send(7), Ok(1));
    assert_eq!(c.send(8), Ok(2));
    assert_eq!(c.send(9), Err(Stop::Returned(789)));
    let text = String::from("a bc");
    let mut words = boxed_defaults(&text);
    assert_eq!(words.iter().collect::<Vec<_>>(), ["a", "bc"]);
}

#[cfg(not(pinned))]
#[coro::coroutine]
fn everything(x: u32) -> impl Coroutine<u32, Yield = u32> + Clone + Debug + Send + Sync + Unpin {
    let mut sum = x;
    loop {
        sum += co_yield!(sum);
    }
}

#[cfg(not(pinned))]
#[coro::coroutine]
fn by_path(x: u32) -> impl Iterator<Item = u32> + std::clone::Clone + std::fmt::Debug {
    co_yield!(x);
    co_yield!(x + 1);
}

#[cfg(not(pinned))]
#[test]
fn extra_bounds() {
    let mut c = everything(1);
    assert_eq!(c.send(2), Ok(3));
    let mut fork = c.clone();
    assert_eq!((c.send(10), fork.send(20)), (Ok(13), Ok(23)));
    let text = format!("{c:?}");
    assert!(
        text.contains("Suspended") && text.contains("sum: 13"),
        "{text}"
    );
    let mut p = by_path(1);
    p.next();
    assert_eq!(p.clone().chain(p).collect::<Vec<_>>(), [2, 2]);
}

/// Send, Sync and Unpin need not be asked for.
#[test]
fn auto_traits() {
    fn assert<T: Send + Sync + Unpin>(value: T) -> T {
        value
    }
    #[coro::coroutine]
    fn silent(name: String) -> impl Coroutine<String, Yield = usize> {
        let mut held = vec![name];
        loop {
            held.push(co_yield!(held.len()));
        }
    }
    let mut c = assert(silent("a".into()));
    assert_eq!(c.send("b".into()), Ok(2));
    let mut c = std::thread::spawn(move || {
        let _ = c.send("c".into());
        c
    })
    .join()
    .unwrap();
    assert_eq!(c.send("d".into()), Ok(4));
}

#[coro::coroutine]
fn outlives<'a>(items: &'a [u32]) -> impl Iterator<Item = &'a u32> + 'a {
    for x in items {
        co_yield!(x);
    }
}

#[coro::coroutine]
fn captures<'a, T: Clone>(item: &'a T, _by: u8) -> impl Coroutine<Yield = T> + use<'a, T> {
    co_yield!(item.clone());
}

#[coro::coroutine]
fn elided(text: &str, by: char) -> impl Iterator<Item = &str> {
    let _ = by;
    for word in text.split(by) {
        co_yield!(word);
    }
}

#[coro::coroutine]
fn two_lifetimes<'a, 'b: 'a>(x: &'a str, y: &'b str) -> impl Iterator<Item = &'a str> {
    co_yield!(x);
    co_yield!(y);
}

#[coro::coroutine]
fn anonymous(text: std::str::Chars<'_>) -> impl Iterator<Item = char> {
    for c in text {
        co_yield!(c);
    }
}

#[test]
fn lifetimes() {
    assert_eq!(outlives(&[1, 2]).copied().collect::<Vec<_>>(), [1, 2]);
    let name = String::from("n");
    let mut c = captures(&name, 1);
    assert_eq!(c.prime(), Ok(Some("n".to_string())));
    assert_eq!(elided("a,b", ',').collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(two_lifetimes("a", "b").collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(anonymous("ab".chars()).collect::<String>(), "ab");
}

#[coro::coroutine]
fn generic<T, const N: usize>(items: [T; N], times: usize) -> impl Iterator<Item = (usize, T)>
where
    T: Clone + Display,
{
    for i in 0..times * N {
        co_yield!((N, items[i % N].clone()));
    }
}

#[coro::coroutine]
fn arguments(
    items: impl IntoIterator<Item = impl Into<i64>>,
    apply: impl Fn(i64) -> i64,
) -> impl Iterator<Item = i64> {
    for item in items {
        co_yield!(apply(item.into()));
    }
}

#[coro::coroutine]
fn dynamic(ops: &[&dyn Fn(i32) -> i32], mut x: i32) -> impl Iterator<Item = i32> {
    for op in ops {
        x = op(x);
        co_yield!(x);
    }
}

struct Point {
    x: u8,
    y: u8,
}

#[coro::coroutine]
fn patterns(
    (a, mut b): (u8, u8),
    [first, .., last]: [u8; 4],
    &c: &u8,
    Point { x, y: z }: Point,
    _: String,
    mut d: u8,
) -> impl Iterator<Item = u8> {
    b += 1;
    d += 1;
    for x in [a, b, first, last, c, x, z, d] {
        co_yield!(x);
    }
}

#[test]
fn parameters() {
    assert_eq!(generic(["a"], 2).collect::<Vec<_>>(), [(1, "a"), (1, "a")]);
    assert_eq!(generic::<u8, 0>([], 9).count(), 0);
    assert_eq!(
        arguments([1_i32, 2], |n| n * 10).collect::<Vec<_>>(),
        [10, 20]
    );
    let four = 4;
    assert_eq!(
        dynamic(&[&|x| x + 1, &|x| x * four], 1).collect::<Vec<_>>(),
        [2, 8]
    );
    let point = Point { x: 6, y: 7 };
    let c = patterns((1, 1), [3, 0, 0, 4], &5, point, String::new(), 7);
    assert_eq!(c.collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 8]);
}

#[coro::coroutine(prime)]
fn primed(start: u32) -> impl Coroutine<u32, Yield = u32, Return = &'static str> {
    if start == 0 {
        return "at once";
    }
    let mut sum = start;
    loop {
        sum += co_yield!(sum);
    }
}

mod renamed {
    pub(crate) use coro as other;
}

#[coro::coroutine(crate = renamed::other)]
fn by_another_name() -> impl Iterator<Item = u8> {
    co_yield!(1);
}

#[coro::coroutine(prime, crate = self::renamed::other)]
fn both() -> impl Coroutine<u8, Yield = u8> {
    let x = co_yield!(0);
    co_yield!(x);
}

#[test]
fn attribute_arguments() {
    let mut c = primed(1);
    assert_eq!(c.status(), Status::Suspended);
    assert_eq!(c.prime(), Ok(None));
    assert_eq!(c.send(2), Ok(3));
    let mut c = primed(0);
    assert_eq!(c.status(), Status::Finished);
    assert_eq!(c.send(2), Err(Stop::Exhausted));
    assert_eq!(by_another_name().next(), Some(1));
    assert_eq!(both().send(5), Ok(5));
}

#[test]
fn a_plain_machine_is_an_iterator() {
    #[coro::coroutine]
    fn plain() -> impl Coroutine<Yield = u32> {
        for i in 0..3 {
            co_yield!(i);
        }
    }
    fn fused<I: FusedIterator<Item = u32>>(iterator: I) -> I {
        iterator
    }
    let mut seen = Vec::new();
    for y in plain() {
        seen.push(y);
    }
    assert_eq!(seen, [0, 1, 2]);
    let mut c = fused(plain());
    assert_eq!(c.by_ref().map(|x| x * 2).sum::<u32>(), 6);
    assert_eq!(
        (Iterator::next(&mut c), Iterator::next(&mut c)),
        (None, None)
    );
    assert_eq!(c.status(), Status::Finished);
}

/// Parentheses in a box are read through.
#[test]
fn boxes_of_parenthesised_types() {
    #[coro::coroutine]
    fn boxed() -> Box<(dyn Iterator<Item = u32> + Send)> {
        co_yield!(1);
    }
    fn is_send(_: &impl Send) {}
    let boxed = boxed();
    is_send(&boxed);
    assert!(boxed.eq([1]));
}

/// What is borrowed of one argument may pass through states in which nothing is suspended.
#[test]
fn borrows_of_one_of_several_arguments() {
    #[coro::coroutine]
    fn chosen<T: Clone>(a: &[T], b: &[T], first: bool) -> impl Coroutine<Yield = T> {
        let x = if first {
            co_yield!(b[0].clone());
            &a[0]
        } else {
            &a[1]
        };
        co_yield!(x.clone());
        co_yield!(b[1].clone());
    }
    #[coro::coroutine]
    fn found<T: PartialEq + Clone>(a: &[T], b: &[T]) -> impl Iterator<Item = T> {
        let mut at = 0;
        let x = loop {
            co_yield!(a[at].clone());
            if b.contains(&a[at]) {
                break &a[at];
            }
            at += 1;
        };
        co_yield!(x.clone());
        co_yield!(b[0].clone());
    }
    assert!(chosen(&["a", "b"], &["c", "d"], true).eq(["c", "a", "d"]));
    assert!(chosen(&["a", "b"], &["c", "d"], false).eq(["b", "d"]));
    assert!(found(&[1, 2, 3], &[4, 2]).eq([1, 2, 2, 4]));
}
