//! As generators of fauxgen: an async block, polled, the values passed through the waker. In edition 2024 a function with
//! its attribute and a borrowed argument does not compile; its macro for closures takes what borrows.

use std::pin::pin;

use fauxgen::GeneratorToken;

use crate::work::input::{Input, Node, Token, fold, mix, run_of};

async fn walk(root: &Node, co: GeneratorToken<u32>) {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.iter().rev());
        co.yield_(node.value).await;
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    let root = &input.tree;
    fold(pin!(fauxgen::r#gen!(|co: GeneratorToken<u32>| walk(
        root, co
    )
    .await)))
}

#[fauxgen::generator(yield = u32)]
fn table_of(to: u32) {
    let mut table = [0u64; 256];
    let mut i = 0;
    while i < to {
        let k = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        r#yield!(table[k] as u32);
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(pin!(table_of(input.values)))
}

async fn tokens<'a>(text: &'a str, co: GeneratorToken<Token<'a>>) {
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
    let text = &*input.text;
    let values = pin!(fauxgen::r#gen!(|co: GeneratorToken<_>| {
        tokens(text, co).await;
    }));
    fold(values.map(Token::key))
}
