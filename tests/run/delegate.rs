//! `yield_from!`: what may be delegated to, from where, and what is forwarded.

use super::support::{Log, panic_of};
use coro::prelude::*;
use std::collections::{BTreeMap, VecDeque};

#[coro::coroutine]
fn echo(log: Log) -> impl Coroutine<u32, Yield = u32, Return = u32, Throw = String> {
    let _guard = log.guard("echo");
    let mut sum = 0;
    loop {
        match co_yield!(sum) {
            0 => return sum,
            99 => co_raise!("99".to_string()),
            n => sum += n,
        }
    }
}

#[coro::coroutine]
fn to<C: Coroutine<u32, Yield = u32, Return = u32, Throw = String>>(
    sub: C,
) -> impl Coroutine<u32, Yield = u32, Return = u32, Throw = String> {
    yield_from!(sub)
}

#[coro::coroutine]
fn to_started<C: Coroutine<u32, Yield = u32, Return = u32, Throw = String>>(
    sub: C,
    first: u32,
) -> impl Coroutine<u32, Yield = u32, Return = u32, Throw = String> {
    let got = yield_from!(sub, first);
    got * 10
}

#[test]
fn coroutines_by_value_by_reference_and_boxed() {
    let log = Log::new();
    let mut mine = echo(log.clone());
    let mut boxed = echo(log.clone()).boxed();
    let all: [BoxCoroutine<'_, u32, u32, u32, String>; 6] = [
        to(echo(log.clone())).boxed(),
        to(&mut mine).boxed(),
        to(echo(log.clone()).boxed()).boxed(),
        to(&mut boxed).boxed(),
        to(Box::new(echo(log.clone()))).boxed(),
        to(to(to(echo(log.clone())))).boxed(),
    ];
    for mut c in all {
        assert_eq!(c.prime(), Ok(Some(0)));
        assert_eq!(c.send(3), Ok(3));
        assert_eq!(c.send(4), Ok(7));
        assert_eq!(c.send(0), Err(Stop::Returned(7)));
        assert_eq!(c.send(0), Err(Stop::Exhausted));
        assert_eq!(log.line(), "-echo");
    }
    assert_eq!(
        (mine.status(), boxed.status()),
        (Status::Finished, Status::Finished)
    );
}

#[test]
fn what_the_delegate_raises() {
    let mut c = to(echo(Log::new()));
    assert_eq!(c.send(99), Err(Stop::Raised("99".into())));
    assert_eq!(c.status(), Status::Finished);
}

#[test]
fn started_ones_are_sent_a_first_value() {
    let mut sub = echo(Log::new());
    assert_eq!(sub.send(1), Ok(1));
    let mut c = to_started(&mut sub, 5);
    assert_eq!(c.prime(), Ok(Some(6)));
    assert_eq!(c.send(0), Err(Stop::Returned(60)));
    drop(c);
    assert_eq!(sub.status(), Status::Finished);
    // One that has not started is primed, and then sent the value.
    let mut c = to_started(echo(Log::new()), 5);
    assert_eq!(c.prime(), Ok(Some(5)));
    // The first value may end it.
    let mut sub = echo(Log::new());
    sub.send(4).unwrap();
    assert_eq!(to_started(sub, 0).prime(), Err(Stop::Returned(40)));
}

#[coro::coroutine]
fn units(to: u32) -> impl Coroutine<Yield = u32, Return = &'static str, Throw = String> {
    for i in 0..to {
        co_yield!(i);
    }
    "units"
}

#[coro::coroutine]
fn continues<C>(sub: C) -> impl Coroutine<Yield = u32, Return = &'static str, Throw = String>
where
    C: Coroutine<Yield = u32, Return = &'static str, Throw = String>,
{
    yield_from!(sub)
}

#[test]
fn started_ones_that_are_sent_units_continue() {
    let mut sub = units(4);
    sub.prime().unwrap();
    let mut it = Iter::new(continues(&mut sub));
    assert_eq!(it.by_ref().collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(it.into_return(), Some("units"));
}

#[test]
fn panics_name_the_line() {
    #[coro::coroutine]
    fn here<C: Coroutine<u32, Yield = u32, Return = u32, Throw = String>>(
        sub: C,
    ) -> impl Coroutine<u32, Yield = u32, Return = (), Throw = String> {
        co_yield!(1);
        yield_from!(sub);
    }
    let marker = line!() - 2;
    let expected = format!("{}:{marker}:", file!());

    let mut started = echo(Log::new());
    started.prime().unwrap();
    let mut c = here(started);
    c.prime().unwrap();
    let (text, place) = panic_of(|| c.send(1));
    assert!(text.contains("already started"), "{text}");
    assert!(
        place.starts_with(&expected),
        "{place} instead of {expected}"
    );
    assert_eq!(
        (c.status(), c.send(1)),
        (Status::Finished, Err(Stop::Exhausted))
    );

    let mut finished = echo(Log::new());
    finished.close().unwrap();
    let mut c = here(finished);
    c.prime().unwrap();
    let (text, place) = panic_of(|| c.send(1));
    assert!(text.contains("finished"), "{text}");
    assert!(
        place.starts_with(&expected),
        "{place} instead of {expected}"
    );
}

#[coro::coroutine]
fn iterables(
    map: &BTreeMap<u32, u32>,
    rest: &mut std::ops::Range<u32>,
) -> impl Iterator<Item = u32> {
    yield_from!([1, 2]);
    yield_from!(vec![3]);
    yield_from!(4..6);
    yield_from!(Some(6));
    yield_from!(map.values().copied().rev());
    yield_from!(Box::new(7..8_u32) as Box<dyn Iterator<Item = u32>>);
    yield_from!((0..20).filter(|x| x % 9 == 8));
    yield_from!(std::iter::empty());
    yield_from!(rest);
    yield_from!(units_iter());
}

#[coro::coroutine]
fn units_iter() -> impl Iterator<Item = u32> {
    co_yield!(30);
}

#[test]
fn anything_that_can_be_iterated_over() {
    let map = BTreeMap::from([(1, 60), (2, 50)]);
    let mut rest = 18..20;
    let got: Vec<u32> = iterables(&map, &mut rest).collect();
    assert_eq!(got[..6], [1, 2, 3, 4, 5, 6]);
    assert_eq!(got[6..], [50, 60, 7, 8, 17, 18, 19, 30]);
    assert_eq!(rest, 20..20);
}

/// A plain iterator ignores what is sent, and gets a throw or a close by being dropped; then the interrupt is
/// raised at the `yield_from!`.
#[test]
fn plain_iterators_and_what_they_cannot_take() {
    struct Count(u32, #[allow(dead_code)] super::support::Guard);
    impl Iterator for Count {
        type Item = u32;
        fn next(&mut self) -> Option<u32> {
            self.0 += 1;
            Some(self.0)
        }
    }
    #[coro::coroutine]
    fn over(log: Log) -> impl Coroutine<i8, Yield = u32, Return = String, Throw = String> {
        let _guard = log.guard("local");
        let end = co_try!({
            yield_from!(Count(0, log.guard("iterator")));
        });
        log.say("handler");
        format!("{end:?}")
    }
    let log = Log::new();
    let mut c = over(log.clone());
    assert_eq!(
        (c.prime(), c.send(1), c.send(2)),
        (Ok(Some(1)), Ok(2), Ok(3))
    );
    assert_eq!(
        c.throw("e".into()),
        Err(Stop::Returned("Err(Thrown(\"e\"))".into()))
    );
    assert_eq!(log.line(), "-iterator, handler, -local");
    let mut c = over(log.clone());
    c.prime().unwrap();
    assert_eq!(c.close(), Ok(Some("Err(Close)".into())));
    assert_eq!(log.line(), "-iterator, handler, -local");
    let mut c = over(log.clone());
    c.prime().unwrap();
    drop(c);
    assert_eq!(log.line(), "-iterator, -local");
}

/// A fork takes the delegate along.
#[cfg(not(pinned))]
#[test]
fn clones_with_its_delegate() {
    #[coro::coroutine]
    fn echo() -> impl Coroutine<u32, Yield = u32, Return = u32, Throw = String> + Clone {
        let mut sum = 0;
        loop {
            match co_yield!(sum) {
                0 => return sum,
                n => sum += n,
            }
        }
    }
    #[coro::coroutine]
    fn forked() -> impl Coroutine<u32, Yield = u32, Return = u32, Throw = String> + Clone {
        yield_from!(echo()) + 1
    }
    let mut a = forked();
    assert_eq!(a.send(1), Ok(1));
    let mut b = a.clone();
    assert_eq!((a.send(10), b.send(20)), (Ok(11), Ok(21)));
    assert_eq!(
        (a.send(0), b.send(0)),
        (Err(Stop::Returned(12)), Err(Stop::Returned(22)))
    );
}

/// Sent values that borrow go through to the delegate.
#[cfg(not(pinned))]
#[test]
fn borrowed_values_are_forwarded() {
    #[coro::coroutine]
    fn words() -> impl Coroutine<&str, Yield = usize, Return = usize> {
        let mut total = 0;
        loop {
            let word = co_yield!(total);
            if word.is_empty() {
                return total;
            }
            total += word.len();
        }
    }
    #[coro::coroutine]
    fn twice() -> impl Coroutine<&str, Yield = usize, Return = usize> {
        yield_from!(words()) * 100 + yield_from!(words())
    }
    let mut c = twice();
    assert_eq!(c.send(&String::from("ab")), Ok(2));
    assert_eq!(c.send(""), Ok(0));
    assert_eq!(c.send(&String::from("abc")), Ok(3));
    assert_eq!(c.send(""), Err(Stop::Returned(203)));
}

/// What lives longer is handed on as what lives shorter.
#[test]
fn yields_of_a_longer_lifetime() {
    #[coro::coroutine]
    fn fixed() -> impl Iterator<Item = &'static str> {
        co_yield!("a");
    }
    fn listed() -> impl Iterator<Item = &'static str> {
        ["b", "c"].into_iter()
    }
    #[coro::coroutine]
    fn mixed<'a>(word: &'a str) -> impl Iterator<Item = &'a str> {
        yield_from!(fixed());
        co_yield!(word);
        yield_from!(listed());
    }
    let word = String::from("word");
    assert_eq!(mixed(&word).collect::<Vec<_>>(), ["a", "word", "b", "c"]);
}

/// The coroutine says what an operand's type leaves open.
#[test]
fn operands_of_an_open_type() {
    #[coro::coroutine]
    fn numbers() -> impl Iterator<Item = u8> {
        yield_from!(Vec::new());
        yield_from!(None);
        yield_from!([1, 2].map(Into::into));
        let mut later = VecDeque::new();
        later.push_back("3".parse().unwrap());
        yield_from!(later);
    }
    assert_eq!(numbers().collect::<Vec<_>>(), [1, 2, 3]);
}

/// A body whose macro may return runs in a frame of its own, and a delegate's value leaves it.
#[test]
fn a_delegate_beside_a_macro_that_may_return() {
    macro_rules! leave_at {
        ($n:expr, $most:expr) => {
            if $n >= $most {
                return $n;
            }
        };
    }
    #[coro::coroutine]
    fn numbers(most: u32) -> impl Coroutine<u32, Yield = u32, Return = u32, Throw = String> {
        let log = Log::new();
        let mut n = 0;
        loop {
            leave_at!(n, most);
            let sent = yield_from!(echo(log.clone()));
            n += sent;
        }
    }
    let mut c = numbers(8);
    assert_eq!(c.prime(), Ok(Some(0)));
    // The inner one returns 6, and the next begins.
    assert_eq!([1, 5, 0].map(|sent| c.send(sent)), [Ok(1), Ok(6), Ok(0)]);
    assert_eq!([2, 3].map(|sent| c.send(sent)), [Ok(2), Ok(5)]);
    assert_eq!(c.send(0), Err(Stop::Returned(11)));
}

/// A `&mut` is lent to what makes the delegate, which does not keep it.
mod lent_for_a_call {
    use coro::prelude::*;
    use std::collections::VecDeque;
    use std::ops::{Deref, DerefMut};
    use std::str::FromStr;

    type Words<'a> = std::str::SplitWhitespace<'a>;

    fn two<'a>(words: &mut Words<'a>) -> Vec<&'a str> {
        words.by_ref().take(2).collect()
    }
    fn parsed<T: FromStr>(words: &mut Words<'_>, most: usize) -> Vec<T> {
        let words = words.by_ref().take(most);
        words.filter_map(|word| word.parse().ok()).collect()
    }
    fn one<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<&'a str> {
        words.next()
    }
    fn rest<'a>(
        unit: &str,
        words: &mut Words<'a>,
        _: u8,
    ) -> impl Iterator<Item = String> + use<'a> {
        let unit = unit.len();
        words.clone().map(move |word| format!("{word}{unit}"))
    }
    fn early<'a: 'b, 'b>(words: &'b mut Words<'a>) -> Vec<&'a str> {
        words.next().into_iter().collect()
    }

    #[coro::coroutine]
    fn functions(words: &mut Words<'_>) -> impl Coroutine<Yield = String, Return = usize> {
        yield_from!(two(words).into_iter().map(str::to_owned));
        let numbers = parsed::<u8>(words, 1);
        co_yield!(numbers[0].to_string());
        yield_from!(rest("ab", words, 1));
        words.count()
    }

    #[coro::coroutine]
    fn borrowed<'a>(words: &mut Words<'a>) -> impl Iterator<Item = &'a str> {
        yield_from!(two(words));
        yield_from!(one(words));
        yield_from!(early(words));
        let skip = |words: &mut Words<'a>| words.nth(1);
        yield_from!(skip(words));
        yield_from!(words);
    }

    #[coro::coroutine]
    fn numbers(words: &mut Words<'_>) -> impl Iterator<Item = u16> {
        yield_from!(parsed(words, 2));
        yield_from!(parsed(words, usize::MAX - 1));
        assert_eq!(words.next(), None);
    }

    #[derive(Default)]
    struct Queue {
        waiting: VecDeque<u32>,
        seen: usize,
    }
    struct Outer(Queue);
    impl Deref for Outer {
        type Target = Queue;
        fn deref(&self) -> &Queue {
            &self.0
        }
    }
    impl DerefMut for Outer {
        fn deref_mut(&mut self) -> &mut Queue {
            &mut self.0
        }
    }
    trait Drained {
        fn drained(&mut self, most: usize) -> Vec<u32>;
        #[coro::coroutine]
        fn both(&mut self) -> impl Iterator<Item = u32> {
            yield_from!(self.drained(1));
            yield_from!(self.drained(2));
        }
    }
    impl Drained for Queue {
        fn drained(&mut self, most: usize) -> Vec<u32> {
            let most = most.min(self.waiting.len());
            self.seen += most;
            self.waiting.drain(..most).collect()
        }
    }
    impl Queue {
        fn as_they_come<T: From<u32>>(&mut self) -> Vec<T> {
            self.waiting.drain(..).map(T::from).collect()
        }
        #[coro::coroutine]
        fn all(&mut self) -> impl Coroutine<Yield = u64, Return = usize> {
            for n in self.drained(3) {
                co_yield!(n.into());
            }
            yield_from!(self.as_they_come());
            self.waiting.len() + self.seen
        }
    }
    #[coro::coroutine]
    fn through(queue: &mut Queue) -> impl Coroutine<Yield = u32, Return = usize> {
        yield_from!(queue.drained(2));
        yield_from!(queue.as_they_come());
        queue.seen
    }
    impl Outer {
        #[coro::coroutine]
        fn each(&mut self) -> impl Coroutine<Yield = u32, Return = usize> {
            yield_from!(self.0.drained(1));
            yield_from!(self.given_up());
            self.seen
        }
    }
    impl Queue {
        fn given_up(&mut self) -> Vec<u32> {
            self.drained(9)
        }
    }

    fn run<Y, T>(
        c: impl Coroutine<Yield = Y, Return = T, Throw = std::convert::Infallible>,
    ) -> (Vec<Y>, T) {
        let mut c = Iter::new(c);
        let seen = c.by_ref().collect();
        (seen, c.into_return().unwrap())
    }

    #[test]
    fn to_functions() {
        let mut words = "a b 3 d e".split_whitespace();
        let (seen, left) = run(functions(&mut words));
        assert_eq!(
            (seen, left),
            (["a", "b", "3", "d2", "e2"].map(String::from).to_vec(), 2)
        );
        let text = "a b c d e f g h i j";
        let seen: Vec<_> = borrowed(&mut text.split_whitespace()).collect();
        assert_eq!(seen, ["a", "b", "c", "d", "f", "g", "h", "i", "j"]);
        let seen: Vec<_> = numbers(&mut "1 2 x 4".split_whitespace()).collect();
        assert_eq!(seen, [1, 2, 4]);
    }

    #[test]
    fn to_methods() {
        let queue = |most: u32| Queue {
            waiting: (1..=most).collect(),
            seen: 0,
        };
        assert_eq!(run(queue(5).all()), (vec![1, 2, 3, 4, 5], 3));
        assert_eq!(run(through(&mut queue(3))), (vec![1, 2, 3], 2));
        assert!(queue(4).both().eq([1, 2, 3]));
        assert_eq!(run(Outer(queue(3)).each()), (vec![1, 2, 3], 3));
    }

    /// What delegates lend to each other and give back.
    #[coro::coroutine]
    fn sum<'t>(mut words: &'t mut Words<'_>) -> BoxCoroutine<'t, (), &'static str, (u32, usize)> {
        let mut sum = 0;
        let mut count = 0;
        loop {
            let (n, back) = yield_from!(term(words));
            words = back;
            sum += n;
            count += 1;
            if words.next() != Some("+") {
                return (sum, count);
            }
            co_yield!("+");
        }
    }
    #[coro::coroutine]
    fn term<'w, 't>(
        words: &'t mut Words<'w>,
    ) -> BoxCoroutine<'t, (), &'static str, (u32, &'t mut Words<'w>)> {
        let n = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
        co_yield!("n");
        (n, words)
    }

    #[test]
    fn and_given_back() {
        let seen = run(sum(&mut "1 + 2 + 3".split_whitespace()));
        assert_eq!(seen, (vec!["n", "+", "n", "+", "n"], (6, 3)));
    }
}
