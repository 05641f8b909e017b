//! "Python coroutines" (a study of Beazley's course): generators piped into each other. The last stage
//! pulls the words of a file, one line at a time, through a filter.
//!
//! `cargo run --example words_pulled [FILE]`; without a file it reads `examples/words.txt`.

mod support;

use coro::prelude::*;
use std::env;
use std::fs::File;
use std::io::{BufRead, BufReader};
use support::{print, printed};

#[coro::coroutine]
fn get_words(path: String) -> impl Iterator<Item = String> {
    let f = File::open(path).unwrap();
    for line in BufReader::new(f).lines() {
        co_yield!(line.unwrap().trim().to_string());
    }
}

#[coro::coroutine]
fn filter_step(lines: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    for line in lines {
        if line.ends_with("ion") {
            co_yield!(line);
        }
    }
}

fn print_step(lines: impl Iterator<Item = String>) {
    for w in lines {
        print(w);
    }
}

pub(crate) fn main() {
    let given = env::args().nth(1);
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/words.txt");

    let words = get_words(given.clone().unwrap_or(shipped.to_string()));
    let filtered_words = filter_step(words);
    print_step(filtered_words);

    if given.is_none() {
        assert_eq!(
            printed(),
            [
                "action", "champion", "junction", "million", "onion", "station"
            ]
        );
    }
}
