//! What the coroutines of every contender work on, and what is done with what comes out of them.

use std::num::ParseIntError;

pub struct Input {
    pub numbers: Vec<u32>,
    pub tree: Node,
    /// Lines of a program.
    pub text: String,
    /// Lines of a name and a number, the last but one of which is none.
    pub pairs: String,
    pub rows: Vec<Row>,
}

pub struct Node {
    pub value: u32,
    pub children: Vec<Node>,
}

pub struct Row {
    pub name: String,
    pub group: u32,
    pub cost: u32,
}

#[derive(Clone, Copy)]
pub enum Token<'a> {
    Name(&'a str),
    Number(u32),
    Symbol(u8),
}

pub enum Entry {
    Open(u32),
    Close(u32),
    Word(u32, u32),
    Other(u8),
}

impl Input {
    pub fn new() -> Self {
        let numbers: Vec<u32> = (1..60).map(|n| n * n % 97).collect();
        let mut left = 39;
        Self {
            tree: grow(0, &mut left),
            text: (0..9).map(|n| format!("let x{n} = (y + 4{n}) * [z];\n")).collect(),
            pairs: (0..9)
                .map(|n| format!("a{} = {}\n", 10_u32.pow(n), if n == 7 { -1 } else { n as i32 }))
                .collect(),
            rows: numbers
                .iter()
                .map(|&cost| Row { name: format!("n{cost}"), group: cost / 30, cost })
                .collect(),
            numbers,
        }
    }
}

fn grow(depth: u32, left: &mut u32) -> Node {
    let mut children = Vec::new();
    while *left > 0 && depth < 5 && children.len() < 3 {
        *left -= 1;
        children.push(grow(depth + 1, left));
    }
    Node { value: *left, children }
}

impl Token<'_> {
    pub fn key(self) -> u32 {
        match self {
            Self::Name(name) => key(name),
            Self::Number(number) => number,
            Self::Symbol(symbol) => u32::from(symbol),
        }
    }
}

impl Entry {
    pub fn key(self) -> u32 {
        match self {
            Self::Open(depth) => depth,
            Self::Close(depth) => depth << 8,
            Self::Word(depth, word) => depth ^ word,
            Self::Other(byte) => u32::from(byte),
        }
    }
}

pub fn key(text: &str) -> u32 {
    text.bytes().fold(1, |key, b| key.wrapping_mul(31) ^ u32::from(b))
}

pub fn mix(sum: u64, value: u32) -> u64 {
    sum.rotate_left(5) ^ u64::from(value)
}

pub fn fold(values: impl Iterator<Item = u32>) -> u64 {
    values.fold(0, mix)
}

pub fn run_of(text: &str, kind: impl Fn(&u8) -> bool) -> usize {
    text.bytes().take_while(kind).count()
}

pub fn ended(sum: u64, result: Result<u32, ParseIntError>) -> u64 {
    match result {
        Ok(total) => mix(sum, total),
        Err(error) => mix(sum, key(&error.to_string())),
    }
}
