//! As coroutines.

use super::engine as coro;
use coro::prelude::*;

use crate::work::input::{Input, Node, Token, fold, mix, run_of, virtually};

#[coro::coroutine]
pub(crate) fn walk(root: &Node) -> impl Iterator<Item = u32> {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.iter().rev());
        co_yield!(node.value);
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    fold(walk(&input.tree))
}

#[coro::coroutine]
pub(crate) fn table_of(to: u32) -> impl Iterator<Item = u32> {
    let mut table = [0u64; 256];
    let mut i = 0;
    while i < to {
        let k = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        co_yield!(table[k] as u32);
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(table_of(input.values))
}

#[inline(never)]
pub(crate) fn table_dyn(input: &Input) -> u64 {
    virtually(Box::new(table_of(input.values)))
}

#[coro::coroutine]
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    loop {
        rest = rest.trim_ascii_start();
        let Some(first) = rest.bytes().next() else {
            return;
        };
        if first.is_ascii_alphabetic() {
            let (name, after) = rest.split_at(run_of(rest, u8::is_ascii_alphanumeric));
            rest = after;
            co_yield!(Token::Name(name));
        } else if first.is_ascii_digit() {
            let (digits, after) = rest.split_at(run_of(rest, u8::is_ascii_digit));
            rest = after;
            co_yield!(Token::Number(digits.parse().unwrap_or(u32::MAX)));
        } else {
            rest = &rest[1..];
            co_yield!(Token::Symbol(first));
        }
    }
}

#[inline(never)]
pub(crate) fn tokenizer(input: &Input) -> u64 {
    fold(tokens(&input.text).map(Token::key))
}
