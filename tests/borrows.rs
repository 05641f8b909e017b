//! What `pinned` is for: bodies that borrow from their own locals across a yield, as they come up in programs.

use coro::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Cursor, Read};
use std::sync::Mutex;

/// The lines of a text that the body owns.
#[coro::coroutine(pinned)]
fn numbers(mut from: impl Read) -> impl Coroutine<Yield = u32, Return = io::Result<usize>> {
    let mut text = String::new();
    from.read_to_string(&mut text)?;
    let mut bad = 0;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.parse() {
            Ok(number) => co_yield!(number),
            Err(_) => bad += 1,
        }
    }
    Ok(bad)
}

#[test]
fn lines_of_a_text() {
    let mut it = Iter::new(numbers(Cursor::new("1\n two \n\n3")));
    assert_eq!(it.by_ref().collect::<Vec<_>>(), [1, 3]);
    assert_eq!(it.into_return().map(Result::unwrap), Some(1));
    let bad = numbers(Cursor::new([0xFF])).send(()).unwrap_err();
    let error = bad.into_return().expect("it returned").unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::InvalidData);
}

/// The entries of a map, under its lock.
#[coro::coroutine(pinned)]
fn entries(stock: &Mutex<BTreeMap<String, u32>>) -> impl Coroutine<i32, Yield = (String, u32)> {
    let mut stock = stock.lock().unwrap();
    for (name, count) in stock.iter_mut() {
        let change = co_yield!((name.clone(), *count));
        *count = count.saturating_add_signed(change);
    }
}

#[test]
fn entries_under_a_lock() {
    let stock = Mutex::new(BTreeMap::from([("nuts".into(), 1), ("pins".into(), 5)]));
    let mut c = entries(&stock);
    assert_eq!(c.prime(), Ok(Some(("nuts".into(), 1))));
    assert!(stock.try_lock().is_err());
    assert_eq!(c.send(9), Ok(("pins".into(), 5)));
    assert_eq!(c.send(-7), Err(Stop::Returned(())));
    assert_eq!(
        stock.lock().unwrap().values().copied().collect::<Vec<_>>(),
        [10, 0]
    );
}

/// Tokens that borrow from the text, two at a time in hand.
#[derive(Debug, PartialEq)]
enum Token<'t> {
    Word(&'t str),
    Symbol(char),
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text.trim_start();
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if first.is_alphanumeric() {
            rest.find(|c: char| !c.is_alphanumeric())
                .unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, behind) = rest.split_at(end);
        rest = behind.trim_start();
        Some(if first.is_alphanumeric() {
            Token::Word(token)
        } else {
            Token::Symbol(first)
        })
    })
}

/// Assignments `name = value`, of each chunk that is sent.
#[coro::coroutine(pinned)]
fn assignments() -> impl Coroutine<String, Yield = Option<(String, String)>> {
    let mut next = None;
    loop {
        let source: String = co_yield!(next.take());
        let mut tokens = tokens(&source).peekable();
        while let Some(token) = tokens.next() {
            let Token::Word(name) = token else { continue };
            if tokens.next_if_eq(&Token::Symbol('=')).is_none() {
                continue;
            }
            if let Some(Token::Word(value)) = tokens.peek() {
                co_yield!(Some((name.to_owned(), (*value).to_owned())));
            }
        }
    }
}

#[test]
fn a_borrowed_tokenizer() {
    let mut c = assignments();
    let pair = |a: &str, b: &str| Ok(Some((a.to_owned(), b.to_owned())));
    assert_eq!(c.send("x = 1; skip; y=two".into()), pair("x", "1"));
    assert_eq!(c.send(String::new()), pair("y", "two"));
    assert_eq!(c.send(String::new()), Ok(None));
    assert_eq!(c.send("z = 3".into()), pair("z", "3"));
}

/// Slices of one buffer that is filled again and again.
#[coro::coroutine(pinned)]
fn records(mut from: impl Read) -> impl Coroutine<Yield = u16, Return = io::Result<()>> {
    let mut buffer = [0; 8];
    loop {
        let count = from.read(&mut buffer)?;
        if count == 0 {
            return Ok(());
        }
        let (pairs, rest) = buffer[..count].as_chunks::<2>();
        for pair in pairs {
            co_yield!(u16::from_be_bytes(*pair));
        }
        for byte in rest {
            co_yield!(u16::from(*byte));
        }
    }
}

#[test]
fn slices_of_a_buffer() {
    let bytes: Vec<u8> = (0..11).collect();
    let mut it = Iter::new(records(Cursor::new(bytes)));
    assert_eq!(
        it.by_ref().collect::<Vec<_>>(),
        [1, 0x203, 0x405, 0x607, 0x809, 10]
    );
    assert!(matches!(it.into_return(), Some(Ok(()))));
}

/// Every place at which a pattern with `?` and `*` matches a text of the body's own.
#[coro::coroutine(pinned)]
fn matches(pattern: String, text: &str) -> impl Iterator<Item = (usize, usize)> {
    let pattern: Vec<char> = pattern.chars().collect();
    let text: Vec<char> = text.to_lowercase().chars().collect();
    for from in 0..text.len() {
        let mut open: Vec<(&[char], &[char])> = vec![(&pattern, &text[from..])];
        while let Some((pattern, rest)) = open.pop() {
            match (pattern, rest) {
                ([], rest) => co_yield!((from, text.len() - rest.len())),
                (['*', behind @ ..], rest) => {
                    if let [_, shorter @ ..] = rest {
                        open.push((pattern, shorter));
                    }
                    open.push((behind, rest));
                }
                (['?', behind @ ..], [_, rest @ ..]) => open.push((behind, rest)),
                ([wanted, behind @ ..], [found, rest @ ..]) if wanted == found => {
                    open.push((behind, rest));
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_matcher_over_a_local() {
    let found = |pattern: &str| matches(pattern.to_owned(), "AbAb").collect::<Vec<_>>();
    assert_eq!(found("ab"), [(0, 2), (2, 4)]);
    assert_eq!(found("b?b"), [(1, 4)]);
    assert_eq!(found("a*b"), [(0, 2), (0, 4), (2, 4)]);
}

/// The lines of a file, read into one buffer that is used again.
#[coro::coroutine(pinned)]
fn fields(mut file: impl BufRead) -> impl Coroutine<Yield = String, Return = io::Result<usize>> {
    let mut line = String::new();
    let mut lines = 0;
    while file.read_line(&mut line)? > 0 {
        lines += 1;
        for field in line.trim_end().split(',') {
            co_yield!(field.to_uppercase());
        }
        line.clear();
    }
    Ok(lines)
}

#[test]
fn chunks_of_a_file() {
    let mut it = Iter::new(fields(Cursor::new("a,b\nc\n")));
    assert_eq!(it.by_ref().collect::<Vec<_>>(), ["A", "B", "C"]);
    assert_eq!(it.into_return().map(Result::unwrap), Some(2));
}

/// A tree that the body builds, walked by references into it.
#[derive(Default)]
struct Node {
    value: i32,
    children: Vec<Node>,
}

#[coro::coroutine(pinned)]
fn walk(depth: i32) -> impl Iterator<Item = i32> {
    fn tree(value: i32, depth: i32) -> Node {
        let children = (1..=depth)
            .map(|n| tree(value * 10 + n, depth - 1))
            .collect();
        Node { value, children }
    }
    let root = tree(1, depth);
    let mut open = vec![&root];
    while let Some(node) = open.pop() {
        co_yield!(node.value);
        open.extend(node.children.iter().rev());
    }
}

#[test]
fn a_tree_of_its_own() {
    assert_eq!(walk(2).collect::<Vec<_>>(), [1, 11, 111, 12, 121]);
}

/// A cell that is held exclusively while the caller looks at what it yields.
#[coro::coroutine(pinned)]
fn editing(from: &str) -> impl Coroutine<char, Yield = String, Return = String, Throw = ()> {
    let text = RefCell::new(from.to_owned());
    loop {
        let mut held = text.borrow_mut();
        let shown = held.clone();
        match co_try!({ co_yield!(shown) }) {
            Ok('\n') => break,
            Ok(letter) => held.push(letter),
            Err(Interrupt::Thrown(())) => drop(held.pop()),
            Err(close) => co_raise!(close),
        }
    }
    text.into_inner()
}

#[test]
fn a_cell_held_while_suspended() {
    let mut c = editing("a");
    assert_eq!(c.send('b'), Ok("ab".into()));
    assert_eq!(c.throw(()), Ok("a".into()));
    assert_eq!(c.send('\n'), Err(Stop::Returned("a".into())));
    let mut c = editing("a");
    c.prime().unwrap();
    assert_eq!(c.close(), Ok(None));
}

/// A delegate that borrows from a local, of the other kind.
#[coro::coroutine]
fn pairs<'t>(words: &'t [&'t str]) -> impl Coroutine<Yield = String, Return = usize> {
    for two in words.windows(2) {
        co_yield!(two.join("-"));
    }
    words.len()
}

#[coro::coroutine(pinned)]
fn shingles(text: String) -> impl Coroutine<Yield = String, Return = usize> {
    let words: Vec<&str> = text.split(' ').collect();
    yield_from!(pairs(&words)) + yield_from!(pairs(&words[1..]))
}

/// And a delegate of this kind in one of the other.
#[coro::coroutine]
fn twice(text: String) -> impl Coroutine<Yield = String, Return = usize> {
    yield_from!(shingles(text.clone())) + yield_from!(shingles(text))
}

#[test]
fn delegates_of_either_kind_in_either_kind() {
    let mut it = Iter::new(twice("a b c".into()));
    let once = ["a-b", "b-c", "b-c"];
    assert_eq!(it.by_ref().collect::<Vec<_>>(), [once, once].concat());
    assert_eq!(it.into_return(), Some(10));
}

/// What parses stands beside what it was parsed from.
#[coro::coroutine(pinned)]
fn settings(
    source: &'static str,
) -> impl Coroutine<String, Yield = Option<String>, Return = usize> {
    let owned = source.replace(';', "\n");
    let parsed: BTreeMap<&str, &str> = owned.lines().filter_map(|l| l.split_once('=')).collect();
    let mut answer = None;
    loop {
        let asked = co_yield!(answer);
        if asked.is_empty() {
            return parsed.len();
        }
        answer = parsed.get(&*asked).map(|value| (*value).to_owned());
    }
}

#[test]
fn a_parsed_view_beside_its_source() {
    let mut c = settings("a=1;b=2");
    assert_eq!(c.send("b".into()), Ok(Some("2".into())));
    assert_eq!(c.send("c".into()), Ok(None));
    assert_eq!(c.send(String::new()), Err(Stop::Returned(2)));
}
