//! Borrows across a yield of locals whose types are not seen, but asked.

use coro::prelude::*;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

struct Config {
    tags: Vec<String>,
    ports: HashMap<String, u16>,
    seen: Arc<Mutex<Vec<String>>>,
}

fn load() -> Config {
    Config {
        tags: Vec::new(),
        ports: HashMap::new(),
        seen: Arc::default(),
    }
}

#[coro::coroutine]
fn lines(path: &str) -> impl Coroutine<Yield = usize, Return = std::io::Result<()>> {
    let text = std::fs::read_to_string(path)?;
    for line in text.lines() {
        co_yield!(line.len());
    }
    Ok(())
}

#[coro::coroutine]
fn tags() -> impl Iterator<Item = usize> {
    let config = load();
    for tag in &config.tags {
        co_yield!(tag.len());
    }
}

#[coro::coroutine]
fn port(config: Config, name: &str) -> impl Iterator<Item = u16> {
    if let Some(port) = config.ports.get(name) {
        co_yield!(1);
        co_yield!(*port);
    }
}

#[coro::coroutine]
fn guarded() -> impl Iterator<Item = usize> {
    let config = load();
    let mut seen = config.seen.lock().unwrap();
    co_yield!(seen.len());
    seen.clear();
}

impl Config {
    #[coro::coroutine]
    fn delegated(self) -> impl Iterator<Item = String> {
        yield_from!(self.tags.iter().cloned());
    }
}

#[coro::coroutine]
fn part() -> impl Iterator<Item = usize> {
    let config = load();
    let tags = &config.tags;
    co_yield!(1);
    co_yield!(tags.len());
}

fn main() {
    drop((lines(""), tags(), port(load(), ""), guarded()));
    drop((load().delegated(), part()));
}
