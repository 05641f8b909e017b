//! Methods of the standard library, and of traits that references have too, on what a function, a loop or a pattern gave: of its type nothing
//! is seen, so lookup is asked, or the type.

#![allow(
    clippy::needless_borrow,
    clippy::redundant_slicing,
    reason = "the forms are what is tested"
)]

use coro::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, BufRead, Read, Write};

fn lines() -> Vec<u8> {
    b"one\ntwo".to_vec()
}

/// `Read` and `Write` are traits of `&File`, too.
#[coro::coroutine]
fn read_file(path: &std::path::Path) -> impl Coroutine<Yield = usize, Return = io::Result<usize>> {
    let mut file = std::fs::File::open(path)?;
    let mut text = String::new();
    let length = file.read_to_string(&mut text)?;
    co_yield!(length);
    let mut out = lines();
    out.write_all(b"three")?;
    out.flush()?;
    co_yield!(out.len());
    let mut name = text
        .split('\n')
        .map(str::to_owned)
        .next()
        .unwrap_or_default();
    name.write_str("!").expect("a string takes all");
    co_yield!(1);
    Ok(name.len())
}

#[test]
fn a_file() {
    let path = std::env::temp_dir().join(format!("coro-looked-up-{}", std::process::id()));
    std::fs::write(&path, "ab\nc").expect("the file can be written");
    let mut read = read_file(&path);
    assert_eq!(read.prime().ok(), Some(Some(4)));
    assert_eq!(read.send(()).ok(), Some(12));
    assert_eq!(read.send(()).ok(), Some(1));
    assert!(matches!(read.send(()), Err(Stop::Returned(Ok(3)))));
    std::fs::remove_file(&path).expect("the file is there");
}

/// The items are references: there is nothing to hold.
#[coro::coroutine]
fn at_least(numbers: &[i32], least: i32) -> impl Iterator<Item = i32> {
    for n in numbers {
        let n = n.max(&least);
        co_yield!(*n);
    }
}

#[coro::coroutine]
fn written(outs: &mut [Vec<u8>]) -> impl Iterator<Item = usize> {
    for out in outs {
        out.write_all(b"x").expect("a vector takes all");
        co_yield!(1);
    }
}

#[coro::coroutine]
fn pairs(iterators: &mut [std::ops::Range<i32>]) -> impl Iterator<Item = i32> {
    for iterator in iterators {
        let sum: i32 = iterator.take(2).sum();
        co_yield!(sum);
    }
}

#[test]
fn references() {
    assert!(at_least(&[1, 5, 2], 3).eq([3, 5, 3]));
    let mut outs = [vec![], vec![1]];
    assert!(written(&mut outs).eq([1, 1]));
    assert_eq!(outs, [vec![b'x'], vec![1, b'x']]);
    let mut ranges = [0..5, 7..9];
    assert!(pairs(&mut ranges).eq([1, 15]));
    assert_eq!(ranges, [2..5, 9..9]);
}

/// Of a reader they take it, of all else they look at it.
#[coro::coroutine]
fn read(reader: impl BufRead, other: impl BufRead) -> impl Iterator<Item = String> {
    let bytes = lines();
    let count = bytes.lines().count();
    co_yield!(count.to_string());
    let text = String::from_utf8(bytes).unwrap_or_default();
    let (lines, parts, bytes) = (
        text.lines().count(),
        text.split('o').count(),
        text.bytes().filter(u8::is_ascii).count(),
    );
    co_yield!(format!("{lines} {parts} {bytes}"));
    for part in reader.split(b'o') {
        co_yield!(String::from_utf8(part.unwrap_or_default()).unwrap_or_default());
    }
    for byte in other.take(3).bytes() {
        co_yield!(format!("{byte:?}"));
    }
}

#[test]
fn readers() {
    let all: Vec<String> = read(&b"two"[..], &b"abcd"[..]).collect();
    assert_eq!(all, ["2", "2 3 7", "tw", "Ok(97)", "Ok(98)", "Ok(99)"]);
}

fn found(name: &str) -> Option<String> {
    (!name.is_empty()).then(|| name.to_owned())
}

#[coro::coroutine]
fn chosen(name: Option<String>, count: Result<u32, String>) -> impl Iterator<Item = String> {
    let name = name.or(Some("none".to_owned()));
    co_yield!(name.unwrap_or_default());
    let other = found("b");
    let other = other.xor(found(""));
    co_yield!(other.unwrap_or_default());
    let mut failed = 0;
    let count = count.inspect_err(|_| failed += 1);
    co_yield!(format!("{failed} {count:?}"));
    let error: Box<dyn std::error::Error> = "text".into();
    let is_io = error.downcast::<io::Error>().is_ok();
    co_yield!(is_io.to_string());
}

#[test]
fn options_and_results() {
    let all: Vec<String> = chosen(None, Err("e".to_owned())).collect();
    assert_eq!(all, ["none", "b", "1 Err(\"e\")", "false"]);
}

fn words() -> BTreeSet<String> {
    ["a", "b"].map(str::to_owned).into()
}

fn pair() -> [String; 2] {
    ["a", "bcd"].map(str::to_owned)
}

/// Names that consume on iterators and options.
#[coro::coroutine]
fn named_so() -> impl Iterator<Item = usize> {
    let mut words = words();
    let taken = words.take("a");
    co_yield!(taken.map_or(0, |word| word.len()) + words.len());
    let pair = pair();
    let lengths = pair.map(|word| word.len());
    co_yield!(lengths[1]);
    let boxed = Box::new(found("abcd"));
    let length = boxed.map_or(0, |name| name.len());
    co_yield!(length);
}

#[test]
fn arrays_sets_and_boxes() {
    assert!(named_so().eq([2, 3, 4]));
}

#[derive(Default)]
struct Bus(u32);

trait Emit {
    fn emit(&mut self, text: &str) -> u32;
    fn shown(&self) -> u32;
}

impl Emit for Bus {
    fn emit(&mut self, text: &str) -> u32 {
        self.0 += text.len() as u32;
        self.0
    }
    fn shown(&self) -> u32 {
        self.0
    }
}

impl Emit for &Bus {
    fn emit(&mut self, _: &str) -> u32 {
        100
    }
    fn shown(&self) -> u32 {
        100
    }
}

impl<T: Emit> Emit for &mut T {
    fn emit(&mut self, text: &str) -> u32 {
        (**self).emit(text)
    }
    fn shown(&self) -> u32 {
        (**self).shown()
    }
}

#[coro::coroutine]
fn emitted() -> impl Iterator<Item = u32> {
    let mut bus = Bus::default();
    let sum = bus.emit("ab") + bus.shown();
    co_yield!(sum);
    let bus = Bus(3);
    co_yield!(bus.shown());
}

#[test]
fn traits_of_a_type_and_its_references() {
    assert!(emitted().eq([4, 3]));
}

fn borrowed() -> &'static str {
    "ab c"
}

/// What is behind a reference outlives the coroutine, however it is borrowed.
#[coro::coroutine]
fn through_references(words: &[String]) -> impl Iterator<Item = &str> {
    let text = borrowed();
    co_yield!(text.trim());
    co_yield!(&text[1..]);
    co_yield!(&text);
    for part in text.split(' ') {
        co_yield!(part);
    }
    for word in words {
        co_yield!(word.trim());
        let other = word;
        let (first, rest) = other.split_at(1);
        co_yield!(first);
        co_yield!(&rest[..]);
    }
}

struct Shared {
    list: &'static [u32],
    sum: u32,
}

impl Shared {
    fn add(&mut self, n: u32) {
        self.sum += n;
    }

    /// The list is no part of `self`.
    #[coro::coroutine]
    fn summed(&mut self) -> impl Coroutine<u32, Yield = u32> {
        for n in self.list {
            let sent = co_yield!(*n);
            self.add(sent);
        }
        let list = self.list;
        for n in list.iter() {
            self.sum += co_yield!(*n);
            self.add(1);
        }
    }
}

#[test]
fn borrows_of_what_is_elsewhere() {
    let words = ["xyz".to_owned()];
    let all: Vec<&str> = through_references(&words).collect();
    assert_eq!(all, ["ab c", "b c", "ab c", "ab", "c", "xyz", "x", "yz"]);
    let mut shared = Shared {
        list: &[1, 2],
        sum: 0,
    };
    let mut c = shared.summed();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!((c.send(3), c.send(4), c.send(5)), (Ok(2), Ok(1), Ok(2)));
    assert!(c.send(6).is_err());
    drop(c);
    assert_eq!(shared.sum, 20);
}
