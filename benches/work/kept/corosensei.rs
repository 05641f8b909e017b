//! As coroutines of corosensei, each with a stack of its own; a scoped one may borrow.

use corosensei::{ScopedCoroutine, Yielder};

use crate::work::input::{Input, Node, Token, fold, mix, run_of};

fn walk(root: &Node, co: &Yielder<(), u32>) {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.iter().rev());
        co.suspend(node.value);
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    ScopedCoroutine::new(|co, ()| walk(&input.tree, co))
        .scope(|mut values| fold(std::iter::from_fn(|| values.resume(()).as_yield())))
}

fn table_to(to: u32, co: &Yielder<(), u32>) {
    let mut table = [0u64; 256];
    let mut i = 0;
    while i < to {
        let k = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        co.suspend(table[k] as u32);
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    ScopedCoroutine::new(|co, ()| table_to(input.values, co))
        .scope(|mut values| fold(std::iter::from_fn(|| values.resume(()).as_yield())))
}

fn tokens<'a>(text: &'a str, co: &Yielder<(), Token<'a>>) {
    let mut rest = text;
    loop {
        rest = rest.trim_ascii_start();
        let Some(first) = rest.bytes().next() else {
            return;
        };
        if first.is_ascii_alphabetic() {
            let (name, after) = rest.split_at(run_of(rest, u8::is_ascii_alphanumeric));
            rest = after;
            co.suspend(Token::Name(name));
        } else if first.is_ascii_digit() {
            let (digits, after) = rest.split_at(run_of(rest, u8::is_ascii_digit));
            rest = after;
            co.suspend(Token::Number(digits.parse().unwrap_or(u32::MAX)));
        } else {
            rest = &rest[1..];
            co.suspend(Token::Symbol(first));
        }
    }
}

#[inline(never)]
pub(crate) fn tokenizer(input: &Input) -> u64 {
    ScopedCoroutine::new(|co, ()| tokens(&input.text, co)).scope(|mut values| {
        let tokens = std::iter::from_fn(|| values.resume(()).as_yield());
        fold(tokens.map(Token::key))
    })
}
