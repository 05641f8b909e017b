//! Delegates that borrow through a `&mut` argument which is used again.

use coro::prelude::*;
use std::iter::Peekable;
use std::str::Chars;

#[coro::coroutine]
fn sum<'t>(tokens: &'t mut Peekable<Chars<'_>>) -> BoxCoroutine<'t, (), char, u32> {
    let mut value = yield_from!(number(tokens, 1));
    while tokens.next_if_eq(&'+').is_some() {
        value += yield_from!(number(tokens, 10));
    }
    value
}

#[coro::coroutine]
fn number<'t>(tokens: &'t mut Peekable<Chars<'_>>, unit: u32) -> impl Coroutine<Yield = char, Return = u32> {
    let digit = tokens.next().unwrap_or('0');
    co_yield!(digit);
    digit.to_digit(10).unwrap_or(0) * unit
}

struct Parser<'s> {
    tokens: Peekable<Chars<'s>>,
}

impl Parser<'_> {
    #[coro::coroutine]
    fn nested(&mut self) -> BoxCoroutine<'_, (), char, u32> {
        let mut depth = 0;
        while let Some(bracket) = self.tokens.next_if_eq(&'(') {
            co_yield!(bracket);
            depth = 1 + yield_from!(self.nested());
            self.tokens.next();
        }
        depth
    }
}

fn main() {
    drop(sum(&mut "1+2".chars().peekable()));
    let mut parser = Parser {
        tokens: "(())".chars().peekable(),
    };
    drop(parser.nested());
}
