//! Loops and delegates over what a temporary lends, which lives to the end of the statement.

use coro::prelude::*;
use std::sync::Mutex;

#[coro::coroutine]
fn digits(n: u32) -> impl Iterator<Item = char> {
    for digit in n.to_string().chars() {
        co_yield!(digit);
    }
}

#[coro::coroutine]
fn delegated(n: u32) -> impl Iterator<Item = char> {
    yield_from!(n.to_string().chars());
}

#[coro::coroutine]
fn copied(list: &[u32]) -> impl Iterator<Item = u32> {
    for n in list.to_vec().iter() {
        co_yield!(*n);
    }
}

#[coro::coroutine]
fn repeated(n: u32) -> impl Iterator<Item = u32> {
    for n in &vec![n; 3] {
        co_yield!(*n);
    }
}

#[coro::coroutine]
fn locked(list: &Mutex<Vec<u32>>) -> impl Iterator<Item = u32> {
    for n in list.lock().unwrap().iter() {
        co_yield!(*n);
    }
}

fn main() {
    drop((digits(1), delegated(1), copied(&[]), repeated(1)));
    drop(locked(&Mutex::default()));
}
