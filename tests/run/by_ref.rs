//! Loops over a local by reference, and delegation to one: the reference is made anew for each round.

use coro::prelude::*;

#[coro::coroutine]
fn sections(text: &str) -> impl Iterator<Item = String> {
    let mut lines = text.lines();
    for line in lines.by_ref() {
        if line.is_empty() {
            break;
        }
        co_yield!(format!("head {line}"));
    }
    co_yield!("--".to_string());
    for line in lines {
        co_yield!(line.to_string());
    }
}

#[coro::coroutine]
fn sum_behind_three(mut numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    for n in &mut numbers {
        if n == 3 {
            break;
        }
        co_yield!(n);
    }
    co_yield!(100);
    let rest: u32 = numbers.sum();
    co_yield!(rest);
}

#[coro::coroutine]
fn argument(numbers: &mut impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    for n in numbers.by_ref() {
        if n == 3 {
            break;
        }
        co_yield!(n);
    }
    co_yield!(numbers.next().unwrap_or_default() * 10);
    for n in numbers {
        co_yield!(n);
    }
}

struct Lexer<'a> {
    chars: std::str::Chars<'a>,
    line: u32,
}

impl Lexer<'_> {
    fn line(&mut self) -> u32 {
        self.line
    }

    #[coro::coroutine]
    fn sentence(&mut self) -> impl Iterator<Item = (u32, char)> {
        for c in self.chars.by_ref() {
            match c {
                '\n' => self.line += 1,
                '.' => break,
                c => co_yield!((self.line, c)),
            }
        }
        co_yield!((self.line(), '!'));
    }
}

#[test]
fn loops() {
    let lines = sections("a\nb\n\nc\nd").collect::<Vec<_>>();
    assert_eq!(lines, ["head a", "head b", "--", "c", "d"]);
    let summed = sum_behind_three(1..7).collect::<Vec<_>>();
    assert_eq!(summed, [1, 2, 100, 4 + 5 + 6]);
    let all = argument(&mut (1..7)).collect::<Vec<_>>();
    assert_eq!(all, [1, 2, 40, 5, 6]);
    let mut lexer = Lexer {
        chars: "a\nb.c".chars(),
        line: 1,
    };
    assert_eq!(
        lexer.sentence().collect::<Vec<_>>(),
        [(1, 'a'), (2, 'b'), (2, '!')]
    );
    assert_eq!(lexer.chars.as_str(), "c");
}

/// Its iterator owns what it gives: it is made once.
struct Bag(Vec<u32>);

impl IntoIterator for &mut Bag {
    type Item = u32;
    type IntoIter = std::vec::IntoIter<u32>;

    fn into_iter(self) -> Self::IntoIter {
        std::mem::take(&mut self.0).into_iter()
    }
}

#[coro::coroutine]
fn emptied() -> impl Iterator<Item = usize> {
    let mut bag = Bag(vec![1, 2]);
    for n in &mut bag {
        co_yield!(n as usize);
        bag.0.push(n);
    }
    co_yield!(bag.0.len());
}

#[test]
fn what_is_no_iterator_itself() {
    assert_eq!(emptied().collect::<Vec<_>>(), [1, 2, 2]);
}

#[coro::coroutine]
fn adder() -> impl Coroutine<u32, Yield = u32, Return = &'static str, Throw = String> {
    let mut sum = 0;
    loop {
        match co_try!({ co_yield!(sum) }) {
            Ok(n) => sum += n,
            Err(Interrupt::Thrown(word)) if word == "stop" => return "stopped",
            Err(_) => return "closed",
        }
    }
}

#[coro::coroutine]
fn used_again() -> impl Coroutine<u32, Yield = u32, Return = String, Throw = String> {
    let mut sub = adder();
    let answer = yield_from!(&mut sub);
    co_yield!(if sub.status() == Status::Finished {
        77
    } else {
        0
    });
    format!("{answer} {:?}", sub.send(0))
}

#[coro::coroutine]
fn started() -> impl Coroutine<u32, Yield = u32, Return = String, Throw = String> {
    let mut sub = adder();
    let primed = sub.prime();
    let answer = yield_from!(&mut sub, 4);
    format!("{primed:?} {answer} {:?}", sub.status())
}

/// Where what is thrown is caught, the delegate is still there.
#[coro::coroutine]
fn left() -> impl Coroutine<u32, Yield = u32, Return = u32, Throw = String> {
    let mut numbers = 1..9;
    let thrown = co_try!({ yield_from!(&mut numbers) });
    co_yield!(if thrown.is_err() { 50 } else { 0 });
    numbers.sum()
}

#[test]
fn delegates() {
    let mut c = used_again();
    assert_eq!(c.prime(), Ok(Some(0)));
    assert_eq!(c.send(4), Ok(4));
    assert_eq!(c.throw("stop".to_string()), Ok(77));
    let exhausted = "stopped Err(Exhausted)".to_string();
    assert_eq!(c.send(0), Err(Stop::Returned(exhausted)));

    let mut c = started();
    assert_eq!(c.prime(), Ok(Some(4)));
    let finished = "Ok(Some(0)) stopped Finished".to_string();
    assert_eq!(c.throw("stop".to_string()), Err(Stop::Returned(finished)));

    let mut c = left();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.send(0), Ok(2));
    assert_eq!(c.throw(String::new()), Ok(50));
    assert_eq!(c.send(0), Err(Stop::Returned((3..9).sum())));
    assert_eq!(used_again().close(), Ok(None));
}

struct Steps(u32);

impl Iterator for Steps {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.0 = self.0.checked_sub(1)?;
        Some(self.0)
    }
}

#[coro::coroutine]
fn delegated() -> impl Coroutine<Yield = u32, Return = u32> {
    let mut steps = Steps(5);
    co_yield!(10);
    yield_from!(steps.by_ref());
    steps.0 = 2;
    yield_from!(steps.by_ref());
    let mut inner = Some(7).into_iter().chain([8]);
    yield_from!(inner.by_ref());
    yield_from!(&mut inner);
    steps.0
}

/// As by `&mut`.
#[test]
fn delegation_to_what_by_ref_gives() {
    let mut iter = Iter::new(delegated());
    assert_eq!(
        iter.by_ref().collect::<Vec<_>>(),
        [10, 4, 3, 2, 1, 0, 1, 0, 7, 8]
    );
    assert_eq!(iter.into_return(), Some(0));
}
