//! A delegate that another method makes of `&mut self`, which is used again: what the method gives is not seen.

use coro::prelude::*;
use std::iter::Peekable;
use std::str::Chars;

struct Parser<'s> {
    tokens: Peekable<Chars<'s>>,
}

impl Parser<'_> {
    #[coro::coroutine]
    fn sum(&mut self) -> impl Coroutine<Yield = char, Return = u32> {
        let value = yield_from!(self.number());
        self.tokens.next();
        value
    }

    #[coro::coroutine]
    fn number(&mut self) -> impl Coroutine<Yield = char, Return = u32> {
        let digit = self.tokens.next().unwrap_or('0');
        co_yield!(digit);
        digit.to_digit(10).unwrap_or(0)
    }
}

fn main() {
    let mut parser = Parser {
        tokens: "1+2".chars().peekable(),
    };
    drop(parser.sum());
}
