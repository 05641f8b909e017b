//! As one would write it without a macro: a struct and its `Iterator`.

use crate::work::input::{Input, Node, Token, fold, mix, run_of, virtually};

pub(crate) struct Walk<'a> {
    stack: Vec<&'a Node>,
}

impl Iterator for Walk<'_> {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        let node = self.stack.pop()?;
        self.stack.extend(node.children.iter().rev());
        Some(node.value)
    }
}

#[inline(never)]
pub(crate) fn tree(input: &Input) -> u64 {
    fold(Walk {
        stack: vec![&input.tree],
    })
}

pub(crate) struct Table {
    table: [u64; 256],
    i: u32,
    to: u32,
}

impl Iterator for Table {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        if self.i < self.to {
            let k = (self.i % 256) as usize;
            self.table[k] = mix(self.table[k], u64::from(self.i));
            self.i += 1;
            Some(self.table[k] as u32)
        } else {
            None
        }
    }
}

fn table_of(input: &Input) -> Table {
    Table {
        table: [0; 256],
        i: 0,
        to: input.values,
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(table_of(input))
}

#[inline(never)]
pub(crate) fn table_dyn(input: &Input) -> u64 {
    virtually(Box::new(table_of(input)))
}

pub(crate) struct Tokens<'a> {
    text: &'a str,
}

impl<'a> Tokens<'a> {
    #[inline]
    fn take(&mut self, kind: impl Fn(&u8) -> bool) -> &'a str {
        let (word, rest) = self.text.split_at(run_of(self.text, kind));
        self.text = rest;
        word
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;
    #[inline]
    fn next(&mut self) -> Option<Token<'a>> {
        self.text = self.text.trim_ascii_start();
        let first = self.text.bytes().next()?;
        Some(if first.is_ascii_alphabetic() {
            Token::Name(self.take(u8::is_ascii_alphanumeric))
        } else if first.is_ascii_digit() {
            Token::Number(self.take(u8::is_ascii_digit).parse().unwrap_or(u32::MAX))
        } else {
            self.text = &self.text[1..];
            Token::Symbol(first)
        })
    }
}

#[inline(never)]
pub(crate) fn tokenizer(input: &Input) -> u64 {
    fold(Tokens { text: &input.text }.map(Token::key))
}
