//! As generators of next-gen: an async block, polled, pinned to the stack.

use next_gen::prelude::*;

use crate::work::input::{Input, Node, Token, fold, mix, run_of};

#[generator(yield(u32))]
fn walk(root: &Node) {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.iter().rev());
        yield_!(node.value);
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    mk_gen!(let values = walk(&input.tree));
    fold(values.into_iter())
}

#[generator(yield(u32))]
fn table_of(to: u32) {
    let mut table = [0u64; 256];
    let mut i = 0;
    while i < to {
        let k = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        yield_!(table[k] as u32);
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    mk_gen!(let values = table_of(input.values));
    fold(values.into_iter())
}

#[generator(yield(Token<'a>))]
fn tokens<'a>(text: &'a str) {
    let mut rest = text;
    loop {
        rest = rest.trim_ascii_start();
        let Some(first) = rest.bytes().next() else {
            return;
        };
        if first.is_ascii_alphabetic() {
            let (name, after) = rest.split_at(run_of(rest, u8::is_ascii_alphanumeric));
            rest = after;
            yield_!(Token::Name(name));
        } else if first.is_ascii_digit() {
            let (digits, after) = rest.split_at(run_of(rest, u8::is_ascii_digit));
            rest = after;
            yield_!(Token::Number(digits.parse().unwrap_or(u32::MAX)));
        } else {
            rest = &rest[1..];
            yield_!(Token::Symbol(first));
        }
    }
}

#[inline(never)]
pub(crate) fn tokenizer(input: &Input) -> u64 {
    mk_gen!(let values = tokens(&input.text));
    fold(values.into_iter().map(Token::key))
}
