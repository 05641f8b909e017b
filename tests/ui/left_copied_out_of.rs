//! A part with a destructor that a pattern only copies out of, beside one that it moves.

use coro::prelude::*;

struct Guard(u32);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

#[coro::coroutine]
fn lengths(pairs: Vec<(String, Guard)>) -> impl Iterator<Item = usize> {
    for (text, Guard(n)) in pairs {
        co_yield!(n as usize);
        co_yield!(text.len());
    }
}

fn main() {
    drop(lengths(vec![]));
}
