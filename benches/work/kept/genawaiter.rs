//! As generators of genawaiter: an async block, polled.

use super::flavour::{Co, let_gen_using};

use crate::work::input::{Input, Node, Token, fold, mix, run_of};

async fn walk(root: &Node, co: Co<'_, u32>) {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.iter().rev());
        co.yield_(node.value).await;
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    let_gen_using!(values, |co| walk(&input.tree, co));
    fold(values.into_iter())
}

async fn table_of(to: u32, co: Co<'_, u32>) {
    let mut table = [0u64; 256];
    let mut i = 0;
    while i < to {
        let k = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        co.yield_(table[k] as u32).await;
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    let_gen_using!(values, |co| table_of(input.values, co));
    fold(values.into_iter())
}

async fn tokens<'a>(text: &'a str, co: Co<'_, Token<'a>>) {
    let mut rest = text;
    loop {
        rest = rest.trim_ascii_start();
        let Some(first) = rest.bytes().next() else {
            return;
        };
        if first.is_ascii_alphabetic() {
            let (name, after) = rest.split_at(run_of(rest, u8::is_ascii_alphanumeric));
            rest = after;
            co.yield_(Token::Name(name)).await;
        } else if first.is_ascii_digit() {
            let (digits, after) = rest.split_at(run_of(rest, u8::is_ascii_digit));
            rest = after;
            co.yield_(Token::Number(digits.parse().unwrap_or(u32::MAX)))
                .await;
        } else {
            rest = &rest[1..];
            co.yield_(Token::Symbol(first)).await;
        }
    }
}

#[inline(never)]
pub(crate) fn tokenizer(input: &Input) -> u64 {
    let_gen_using!(values, |co| tokens(&input.text, co));
    fold(values.into_iter().map(Token::key))
}
