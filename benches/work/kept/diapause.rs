//! As coroutines of diapause: also an enum made by a macro, also safe code; its locals are annotated.

use diapause::Iter;

use crate::work::input::{Input, Node, Token, fold, mix, run_of, virtually};

#[diapause::coroutine(yield = u32)]
fn walk<'a>(root: &'a Node) {
    let mut stack: Vec<&'a Node> = vec![root];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.iter().rev());
        yield_!(node.value);
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    fold(Iter::new(walk(&input.tree)))
}

#[diapause::coroutine(yield = u32)]
fn table_of(to: u32) {
    let mut table: [u64; 256] = [0; 256];
    let mut i: u32 = 0;
    while i < to {
        let k: usize = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        yield_!(table[k] as u32);
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(Iter::new(table_of(input.values)))
}

#[inline(never)]
pub(crate) fn table_dyn(input: &Input) -> u64 {
    virtually(Box::new(Iter::new(table_of(input.values))))
}

#[diapause::coroutine(yield = Token<'a>)]
fn tokens<'a>(text: &'a str) {
    let mut at: usize = 0;
    loop {
        let rest = text[at..].trim_ascii_start();
        at = text.len() - rest.len();
        let Some(first) = rest.bytes().next() else {
            return;
        };
        if first.is_ascii_alphabetic() {
            let name = &rest[..run_of(rest, u8::is_ascii_alphanumeric)];
            at += name.len();
            yield_!(Token::Name(name));
        } else if first.is_ascii_digit() {
            let digits = &rest[..run_of(rest, u8::is_ascii_digit)];
            at += digits.len();
            yield_!(Token::Number(digits.parse().unwrap_or(u32::MAX)));
        } else {
            at += 1;
            yield_!(Token::Symbol(first));
        }
    }
}

#[inline(never)]
pub(crate) fn tokenizer(input: &Input) -> u64 {
    fold(Iter::new(tokens(&input.text)).map(Token::key))
}
