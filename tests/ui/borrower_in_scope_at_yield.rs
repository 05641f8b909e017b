//! A value of a type of one's own that borrows from a local, and is in scope at a yield without being used again: it may have a destructor.

use coro::prelude::*;

struct Lexer<'s> {
    rest: &'s str,
}

impl<'s> Lexer<'s> {
    fn word(&mut self) -> Option<&'s str> {
        let (word, rest) = self.rest.split_once(' ')?;
        self.rest = rest;
        Some(word)
    }
}

#[coro::coroutine]
fn words() -> impl Coroutine<String, Yield = usize> {
    loop {
        let line = co_yield!(0);
        let mut lexer = Lexer { rest: &line };
        let n = lexer.word().map_or(0, str::len);
        co_yield!(n);
    }
}

fn main() {
    drop(words());
}
