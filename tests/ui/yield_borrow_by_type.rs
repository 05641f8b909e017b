//! Yields of borrows from locals that functions gave: what they own, their types say.

use coro::prelude::*;

fn read() -> String {
    String::new()
}

#[coro::coroutine]
fn text(bytes: &[u8]) -> impl Iterator<Item = &str> {
    let text = String::from_utf8_lossy(bytes);
    co_yield!(&text);
}

#[coro::coroutine]
fn trimmed() -> impl Iterator<Item = &'static str> {
    let text = read();
    co_yield!(text.trim());
}

fn main() {
    drop((text(&[]), trimmed()));
}
