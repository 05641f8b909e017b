//! Moves, conditional moves and re-assignment across yields: what is dropped, and when.

use coro::prelude::*;
use std::cell::RefCell;

type Log = RefCell<Vec<String>>;

struct Noisy<'a>(&'a Log, &'static str);

impl Drop for Noisy<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(format!("drop {}", self.1));
    }
}

#[coro::coroutine]
fn conditional(log: &Log, moves: bool) -> impl Iterator<Item = u32> {
    let a = Noisy(log, "a");
    let b = Noisy(log, "b");
    if moves {
        drop(a);
    }
    co_yield!(1);
    log.borrow_mut().push("resumed".into());
    match moves {
        true => (),
        false => drop(b),
    }
    co_yield!(2);
}

fn run(moves: bool) -> Vec<String> {
    let log = Log::default();
    for n in conditional(&log, moves) {
        log.borrow_mut().push(n.to_string());
    }
    log.into_inner()
}

#[test]
fn a_conditional_move_drops_once() {
    assert_eq!(run(true), ["drop a", "1", "resumed", "2", "drop b"]);
    assert_eq!(run(false), ["1", "resumed", "drop b", "2", "drop a"]);
}

#[allow(
    unused_assignments,
    reason = "what is assigned is dropped, and that is seen"
)]
#[coro::coroutine]
fn reassigned(log: &Log, moves: bool) -> impl Iterator<Item = u32> {
    let mut a = Noisy(log, "first");
    if moves {
        drop(a);
        co_yield!(1);
    }
    log.borrow_mut().push("assign".into());
    a = Noisy(log, "second");
    co_yield!(2);
    a = Noisy(log, "third");
    co_yield!(3);
}

fn run_reassigned(moves: bool) -> Vec<String> {
    let log = Log::default();
    for n in reassigned(&log, moves) {
        log.borrow_mut().push(n.to_string());
    }
    log.into_inner()
}

#[test]
fn an_assignment_drops_what_it_replaces() {
    assert_eq!(
        run_reassigned(true),
        [
            "drop first",
            "1",
            "assign",
            "2",
            "drop second",
            "3",
            "drop third"
        ]
    );
    assert_eq!(
        run_reassigned(false),
        [
            "assign",
            "drop first",
            "2",
            "drop second",
            "3",
            "drop third"
        ]
    );
}
