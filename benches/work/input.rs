//! What the work is done on, and what every contender does with what comes out.

use std::cell::Cell;
use std::hint::black_box;

/// What the work is done on.
pub(crate) struct Input {
    /// How many values are produced or sent.
    pub(crate) values: u32,
    /// A tree of that many nodes.
    pub(crate) tree: Node,
    /// A balanced binary tree of that many nodes, which have their place in order as their value.
    pub(crate) binary: Branch,
    /// A text of that many lines, of 27 bytes each: 1 MB where there are 40,000.
    pub(crate) text: String,
}

/// A tree for the walk.
pub(crate) struct Node {
    pub(crate) value: u32,
    pub(crate) children: Vec<Node>,
}

/// A binary tree, walked in order.
pub(crate) struct Branch {
    pub(crate) value: u32,
    pub(crate) left: Option<Box<Branch>>,
    pub(crate) right: Option<Box<Branch>>,
}

impl Input {
    /// `values` must be a square.
    pub(crate) fn new(values: u32) -> Self {
        // Ahead of the text: what that frees as it grows, the contenders allocate from.
        let binary = halve(0, values);
        let mut left = values - 1;
        let mut text = String::new();
        for n in 0..values {
            let (mut line, mut n) = (*b"let x00000 = (y + 42) * z;\n", n);
            for digit in line[5..10].iter_mut().rev() {
                *digit += (n % 10) as u8;
                n /= 10;
            }
            text.extend(line.map(char::from));
        }
        Self {
            values,
            tree: grow(0, &mut left),
            binary,
            text,
        }
    }

    /// The side of a grid that has as many fields as there are values.
    pub(crate) fn side(&self) -> u32 {
        self.values.isqrt()
    }

    /// The largest number that the triples are looked for with, so that about as many are tried as there are
    /// values.
    pub(crate) fn hypotenuse(&self) -> u32 {
        (f64::from(self.values) * 6.0).cbrt() as u32 + 1
    }
}

/// Three children each, until there are no more nodes to give away or the tree is 9 deep; what is left then
/// hangs from the root.
fn grow(depth: u32, left: &mut u32) -> Node {
    let mut children = Vec::new();
    while *left > 0 && (depth == 0 || (depth < 9 && children.len() < 3)) {
        *left -= 1;
        children.push(grow(depth + 1, left));
    }
    Node {
        value: *left,
        children,
    }
}

/// Half of the values to the left, half to the right.
fn halve(from: u32, to: u32) -> Branch {
    let value = u32::midpoint(from, to);
    let side = |from, to| (from < to).then(|| Box::new(halve(from, to)));
    Branch {
        value,
        left: side(from, value),
        right: side(value + 1, to),
    }
}

/// A fold whose steps depend on each other: no closed form, no vectors, so that what is left to measure is
/// the iteration.
pub(crate) const fn mix(sum: u64, value: u64) -> u64 {
    sum.rotate_left(5) ^ value
}

/// Drains through `fold`.
pub(crate) fn fold(values: impl Iterator<Item = u32>) -> u64 {
    values.fold(0, |sum, x| mix(sum, u64::from(x)))
}

/// Drains through a `for` loop.
pub(crate) fn drain(values: impl Iterator<Item = u32>) -> u64 {
    let mut sum = 0;
    for x in values {
        sum = mix(sum, u64::from(x));
    }
    sum
}

/// Drains through a virtual call for each value.
pub(crate) fn virtually(values: Box<dyn Iterator<Item = u32> + '_>) -> u64 {
    let mut sum = 0;
    for x in black_box(values) {
        sum = mix(sum, u64::from(x));
    }
    sum
}

/// The next value of something short-lived, added to a sum. Nobody sees through it: it has to be there, in memory.
pub(crate) fn first_of(sum: u64, mut values: impl Iterator<Item = u32>) -> u64 {
    black_box(&mut values);
    mix(sum, values.next().map_or(0, u64::from))
}

/// What is sent to the sinks.
pub(crate) fn samples(input: &Input) -> impl Iterator<Item = f64> {
    (0..input.values).map(f64::from)
}

/// Adds up what the sinks answer.
pub(crate) fn sum_up(means: impl Iterator<Item = f64>) -> u64 {
    means.sum::<f64>().to_bits()
}

/// The end of a pipeline that is pushed through: where its last stage leaves the sum.
pub(crate) type Total = Cell<u64>;

/// A word of the text.
#[derive(Clone, Copy)]
#[allow(
    unreachable_pub,
    reason = "a state of diapause's is public, and yields it"
)]
pub enum Token<'a> {
    Name(&'a str),
    Number(u32),
    Symbol(u8),
}

impl Token<'_> {
    /// One number for each token.
    pub(crate) fn key(self) -> u32 {
        match self {
            Self::Name(name) => name.bytes().fold(1, |key, b| key * 2 + u32::from(b)),
            Self::Number(number) => number,
            Self::Symbol(symbol) => u32::from(symbol),
        }
    }
}

/// How many bytes at the start are of one kind.
pub(crate) fn run_of(text: &str, kind: impl Fn(&u8) -> bool) -> usize {
    text.bytes().take_while(kind).count()
}
