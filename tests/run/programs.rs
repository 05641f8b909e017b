//! Everyday bodies: text, input, state that is kept between calls.

use coro::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, BufRead};
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq)]
enum Tok {
    Num(f64),
    Op(char),
    Open,
    Close,
    Ident(String),
}

#[coro::coroutine]
fn lex(text: &str) -> impl Coroutine<Yield = Tok, Return = Result<(), String>> {
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        match c {
            ' ' => continue,
            '(' => co_yield!(Tok::Open),
            ')' => co_yield!(Tok::Close),
            '+' | '-' | '*' | '/' => co_yield!(Tok::Op(c)),
            c if c.is_ascii_digit() => {
                let mut end = i + 1;
                while let Some(&(j, d)) = chars.peek() {
                    if d.is_ascii_digit() || d == '.' {
                        end = j + 1;
                        chars.next();
                    } else {
                        break;
                    }
                }
                let n = text[i..end]
                    .parse::<f64>()
                    .map_err(|e| format!("{e} at {i}"))?;
                co_yield!(Tok::Num(n));
            }
            c if c.is_alphabetic() => {
                let mut s = String::from(c);
                while let Some((_, d)) = chars.next_if(|(_, d)| d.is_alphanumeric()) {
                    s.push(d);
                }
                co_yield!(Tok::Ident(s));
            }
            other => return Err(format!("unexpected {other:?} at {i}")),
        }
    }
    Ok(())
}

#[coro::coroutine]
fn lines_of(reader: impl BufRead) -> impl Coroutine<Yield = String, Return = io::Result<usize>> {
    let mut n = 0;
    for line in reader.lines() {
        let line = line?;
        n += 1;
        co_yield!(line.trim().to_owned());
    }
    Ok(n)
}

#[coro::coroutine]
fn read_loop<R: BufRead>(mut reader: R) -> impl Coroutine<Yield = String, Return = io::Result<()>> {
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            break;
        }
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        co_yield!(trimmed.to_string());
    }
    Ok(())
}

#[test]
fn text() {
    let mut it = Iter::new(lex("foo1 + (2.5*3)"));
    let seen: Vec<_> = it.by_ref().map(|token| format!("{token:?}")).collect();
    assert_eq!(
        seen.join(" "),
        "Ident(\"foo1\") Op('+') Open Num(2.5) Op('*') Num(3.0) Close"
    );
    assert_eq!(it.into_return(), Some(Ok(())));
    let mut it = Iter::new(lex("1 $"));
    assert_eq!(it.by_ref().count(), 1);
    assert_eq!(it.into_return(), Some(Err("unexpected '$' at 2".into())));
    let mut it = Iter::new(lines_of(&b" a\nb \n"[..]));
    assert_eq!(it.by_ref().collect::<String>(), "ab");
    assert_eq!(it.into_return().unwrap().unwrap(), 2);
    assert_eq!(
        Iter::new(read_loop(&b" a\n\nb \n"[..])).collect::<String>(),
        "ab"
    );
}

#[coro::coroutine]
fn shared_log(
    log: Rc<RefCell<Vec<String>>>,
) -> impl Coroutine<String, Yield = usize, Return = (), Throw = String> {
    loop {
        match co_try!({
            let len = log.borrow().len();
            co_yield!(len)
        }) {
            Ok(line) => {
                let mut log = log.borrow_mut();
                log.push(line);
            }
            Err(Interrupt::Thrown(e)) => log.borrow_mut().push(format!("error: {e}")),
            Err(close) => {
                log.borrow_mut().push("closed".into());
                co_raise!(close)
            }
        }
    }
}

#[coro::coroutine]
fn held_ref(log: Rc<RefCell<Vec<String>>>) -> impl Coroutine<String, Yield = usize> {
    loop {
        let line = co_yield!(log.borrow().len());
        log.borrow_mut().push(line);
    }
}

#[coro::coroutine]
fn groups<'a>(words: &'a [&'a str]) -> impl Iterator<Item = (char, Vec<&'a str>)> {
    let mut map = BTreeMap::<char, Vec<&str>>::new();
    for w in words {
        if let Some(c) = w.chars().next() {
            map.entry(c).or_default().push(w);
        }
    }
    for (k, mut v) in map {
        v.sort();
        co_yield!((k, v));
    }
}

#[test]
fn collections() {
    let log = Rc::new(RefCell::new(vec![]));
    let mut c = shared_log(log.clone());
    assert_eq!((c.send("a".into()), c.throw("b".into())), (Ok(1), Ok(2)));
    assert_eq!(c.close(), Ok(None));
    assert_eq!(*log.borrow(), ["a", "error: b", "closed"]);
    let mut c = held_ref(log.clone());
    assert_eq!((c.send("x".into()), c.send("y".into())), (Ok(4), Ok(5)));
    let groups: Vec<_> = groups(&["bb", "a", "ba"]).collect();
    assert_eq!(groups, [('a', vec!["a"]), ('b', vec!["ba", "bb"])]);
}

#[coro::coroutine]
fn game(
    w: usize,
    h: usize,
    mut cells: Vec<bool>,
) -> impl Coroutine<(usize, usize), Yield = bool, Return = Vec<bool>> {
    let idx = move |x: usize, y: usize| (y % h) * w + x % w;
    let mut last = false;
    for _ in 0..4 {
        let (x, y) = co_yield!(last);
        last = cells[idx(x, y)];
        let i = idx(x, y);
        cells[i] ^= true;
    }
    cells
}

#[coro::coroutine]
fn minimize() -> impl Coroutine<i64, Yield = Option<i64>> {
    let mut current = co_yield!(None);
    loop {
        current = i64::min(co_yield!(Some(current)), current);
    }
}

#[coro::coroutine]
fn timed(mut clock: impl FnMut() -> u64) -> impl Coroutine<Yield = u64, Throw = &'static str> {
    let start = clock();
    while let Ok(()) = co_try!({ co_yield!(clock() - start) }) {}
}

#[coro::coroutine]
fn string_state() -> impl Coroutine<char, Yield = Option<String>> {
    let mut word = String::new();
    loop {
        let c = co_yield!(None);
        if c.is_whitespace() {
            if !word.is_empty() {
                let full = std::mem::take(&mut word);
                let c = co_yield!(Some(full));
                word.push(c);
            }
        } else {
            word.push(c);
        }
    }
}

#[test]
fn state_between_calls() {
    let mut c = game(2, 2, vec![true, false, false, false]);
    assert_eq!(
        (c.send((0, 0)), c.send((2, 2)), c.send((1, 1))),
        (Ok(true), Ok(false), Ok(false))
    );
    assert_eq!(
        c.send((0, 0)),
        Err(Stop::Returned(vec![false, false, false, true]))
    );
    let mut c = minimize();
    assert_eq!((c.prime(), c.send(3)), (Ok(Some(None)), Ok(Some(3))));
    assert_eq!((c.send(5), c.send(1)), (Ok(Some(3)), Ok(Some(1))));
    let mut now = 0;
    let mut c = timed(move || {
        now += 5;
        now
    });
    assert_eq!((c.prime(), c.send(())), (Ok(Some(5)), Ok(10)));
    assert_eq!(c.throw("enough"), Err(Stop::Returned(())));
    let mut c = string_state();
    let said: Vec<_> = "ab c  d "
        .chars()
        .filter_map(|letter| c.send(letter).unwrap())
        .collect();
    assert_eq!(said, ["ab", "c", " d"]);
}
