#!/usr/bin/env bash
# Depends on coro from outside of the workspace, with warnings denied, as a user would: a program with `std`, and a
# library without it. Run from anywhere; needs no network beyond what the workspace itself has needed.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
target=${CARGO_TARGET_DIR:-$root/target}/fresh
mkdir -p "$target"
target=$(cd "$target" && pwd)

# Both are workspaces of their own; the lock file is that of the workspace, so that nothing newer is fetched.
new_crate() {
    mkdir -p "$work/$1/src"
    cp "$root/Cargo.lock" "$work/$1/Cargo.lock"
    cat > "$work/$1/Cargo.toml" <<TOML
[package]
name = "$1"
version = "0.1.0"
edition = "$2"

[workspace]

[dependencies]
coro = { path = "$root"$3 }
TOML
}

new_crate fresh 2024 ''
cat > "$work/fresh/src/main.rs" <<'RUST'
//! The first program somebody writes.
#![deny(warnings, clippy::pedantic)]

use coro::prelude::*;

#[coro::coroutine]
fn range(from: u32, to: u32) -> impl Iterator<Item = u32> {
    let mut n = from;
    while n < to {
        co_yield!(n);
        n += 1;
    }
}

#[coro::coroutine]
fn longer_than(length: usize) -> impl Coroutine<&str, Yield = Option<String>> {
    let mut found = None;
    loop {
        let line = co_yield!(found.take());
        if line.len() > length {
            found = Some(line.to_string());
        }
    }
}

struct Shelf {
    titles: Vec<String>,
}

impl Shelf {
    #[coro::coroutine]
    fn numbered(&self) -> impl Iterator<Item = (usize, &str)> {
        for (number, title) in self.titles.iter().enumerate() {
            co_yield!((number, title.as_str()));
        }
    }
}

#[coro::coroutine]
fn account() -> impl Coroutine<i64, Yield = i64, Return = i64, Throw = String> {
    let mut sum = 0;
    loop {
        match co_try!({ co_yield!(sum) }) {
            Ok(amount) => sum += amount,
            Err(Interrupt::Thrown(why)) => {
                println!("refused: {why}");
                co_raise!(why);
            }
            Err(Interrupt::Close) => return sum,
        }
    }
}

#[coro::coroutine]
fn both() -> impl Iterator<Item = u32> {
    yield_from!(range(1, 3));
    yield_from!([10, 20]);
}

fn main() {
    println!("{:?}", range(1, 4).collect::<Vec<_>>());

    let mut sink = longer_than(3);
    println!("{:?} {:?}", sink.send("abc"), sink.send("abcd"));

    let shelf = Shelf { titles: vec!["Momo".into(), "Jim".into()] };
    println!("{:?}", shelf.numbered().collect::<Vec<_>>());

    let mut open = account();
    println!("{:?} {:?} {:?}", open.send(5), open.send(7), open.close());
    let mut refused = account();
    println!("{:?} {:?}", refused.send(5), refused.throw("no".into()));
    println!("{:?}", refused.send(1));

    println!("{:?}", both().collect::<Vec<_>>());
}
RUST
cat > "$work/expected" <<'TEXT'
[1, 2, 3]
Ok(None) Ok(Some("abcd"))
[(0, "Momo"), (1, "Jim")]
Ok(5) Ok(12) Ok(Some(12))
refused: no
Ok(5) Err(Raised("no"))
Err(Exhausted)
[1, 2, 10, 20]
TEXT

new_crate bare 2021 ', default-features = false'
cat > "$work/bare/src/lib.rs" <<'RUST'
//! The same crate where there is no standard library, and no allocator.
#![no_std]
#![deny(warnings, clippy::pedantic)]

use coro::prelude::*;

/// Counts up, by what is sent.
#[coro::coroutine]
pub fn counter(from: u32) -> impl Coroutine<u32, Yield = u32> {
    let mut count = from;
    loop {
        count += co_yield!(count);
    }
}

/// The bytes of a text that are digits.
#[coro::coroutine]
pub fn digits(text: &str) -> impl Iterator<Item = u8> {
    for byte in text.bytes() {
        if byte.is_ascii_digit() {
            co_yield!(byte - b'0');
        }
    }
}

/// Both, one after the other.
#[coro::coroutine]
pub fn sum(text: &str) -> impl Coroutine<(), Yield = u8, Return = u32, Throw = &'static str> {
    let mut sum = 0;
    for digit in digits(text) {
        if co_try!({ co_yield!(digit) }).is_ok() {
            sum += u32::from(digit);
        }
    }
    sum
}
RUST
cat > "$work/bare/src/main.rs" <<'RUST'
//! Runs it, on the host.
#![deny(warnings)]

use bare::{counter, digits, sum};
use coro::prelude::*;

fn main() {
    let mut count = counter(1);
    assert_eq!((count.send(2), count.send(3)), (Ok(3), Ok(6)));
    assert!(digits("a1b2").eq([1, 2]));
    let mut total = sum("12");
    assert_eq!((total.send(()), total.throw("skip")), (Ok(2), Err(Stop::Returned(1))));
}
RUST

echo "fresh crate: with std"
(cd "$work/fresh" && cargo run --quiet --target-dir "$target") > "$work/printed"
diff "$work/expected" "$work/printed"
(cd "$work/fresh" && cargo clippy --quiet --target-dir "$target")

echo "fresh crate: no_std, no alloc"
(cd "$work/bare" && cargo run --quiet --target-dir "$target")
(cd "$work/bare" && cargo clippy --quiet --target-dir "$target")

# A frame needs the heap: one error, which names the feature.
cat >> "$work/bare/src/lib.rs" <<'RUST'

/// Borrows from itself, which only a frame can hold.
#[coro::coroutine(pinned)]
pub fn twice(values: [u8; 2]) -> impl Coroutine<u8, Yield = u8, Return = Option<u8>> {
    let mut last = 0;
    for value in &values {
        last = co_yield!(*value);
    }
    yield_from!(counted(last));
    values.iter().max().copied()
}

#[coro::coroutine(pinned, prime)]
fn counted(value: u8) -> impl Coroutine<u8, Yield = u8> {
    co_try!({ co_yield!(value) }).ok();
}
RUST
echo "fresh crate: pinned without alloc"
if (cd "$work/bare" && cargo check --lib --quiet --target-dir "$target") 2> "$work/refused"; then
    echo "pinned was compiled without alloc" >&2
    exit 1
fi
grep '^error' "$work/refused" | sort -u > "$work/errors"
[ "$(grep -c 'turn on the feature `alloc`' "$work/refused")" = 2 ] && [ "$(wc -l < "$work/errors")" = 2 ] || {
    cat "$work/refused" >&2
    exit 1
}
echo "fresh crate: fine"
