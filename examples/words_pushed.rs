//! "Python coroutines" (a study of Beazley's course): the same pipe the other way round. The source
//! pushes the words of a file through a filter into a printer, as `&str`s that live for one send.
//!
//! `cargo run --example words_pushed [FILE]`; without a file it reads `examples/words.txt`.

mod support;

use coro::prelude::*;
use std::env;
use std::fs::File;
use std::io::{BufRead, BufReader};
use support::{print, printed};

fn get_words(path: &str, mut step: impl for<'a> Coroutine<&'a str>) {
    let f = File::open(path).unwrap();
    for line in BufReader::new(f).lines() {
        if step.send(line.unwrap().trim()).is_err() {
            return;
        }
    }
}

#[coro::coroutine(prime)]
fn filter_step(mut step: impl for<'a> Coroutine<&'a str>) -> impl for<'a> Coroutine<&'a str> {
    loop {
        let line = co_yield!();
        if line.ends_with("ion") && step.send(line).is_err() {
            return;
        }
    }
}

#[coro::coroutine(prime)]
fn print_step() -> impl for<'a> Coroutine<&'a str> {
    loop {
        let line = co_yield!();
        print(line);
    }
}

pub(crate) fn main() {
    let given = env::args().nth(1);
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/words.txt");

    let p = print_step();
    let f = filter_step(p);
    get_words(given.as_deref().unwrap_or(shipped), f);

    if given.is_none() {
        assert_eq!(
            printed(),
            [
                "action", "champion", "junction", "million", "onion", "station"
            ]
        );
    }
}
