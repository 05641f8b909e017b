//! The same work, done by every contender. In goes an [`Input`], out comes a checksum; whoever gets another
//! checksum than the hand-written one does not do the same work, and nothing is measured.

mod by_hand;
mod diapause;
mod fauxgen;
mod genawaiter;
mod next_gen;
mod ours;

use std::hint::black_box;

/// What the work is done on.
pub(crate) struct Input {
    /// How many values are produced or sent.
    pub(crate) values: u32,
    /// A tree of that many nodes.
    pub(crate) tree: Node,
}

/// A tree for the walk.
pub(crate) struct Node {
    value: u32,
    children: Vec<Node>,
}

impl Input {
    /// `values` must be a square.
    pub(crate) fn new(values: u32) -> Self {
        let mut left = values - 1;
        Self {
            values,
            tree: grow(0, &mut left),
        }
    }

    /// The side of a grid that has as many fields as there are values.
    fn side(&self) -> u32 {
        self.values.isqrt()
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

/// A fold whose steps depend on each other: no closed form, no vectors, so that what is left to measure is
/// the iteration.
fn mix(sum: u64, value: u64) -> u64 {
    sum.rotate_left(5) ^ value
}

/// Drains through `fold`.
fn fold(values: impl Iterator<Item = u32>) -> u64 {
    values.fold(0, |sum, x| mix(sum, u64::from(x)))
}

/// Drains through a `for` loop.
fn drain(values: impl Iterator<Item = u32>) -> u64 {
    let mut sum = 0;
    for x in values {
        sum = mix(sum, u64::from(x));
    }
    sum
}

/// Drains through a virtual call for each value.
fn virtually(values: Box<dyn Iterator<Item = u32> + '_>) -> u64 {
    let mut sum = 0;
    for x in black_box(values) {
        sum = mix(sum, u64::from(x));
    }
    sum
}

/// What is sent to the sinks.
fn samples(input: &Input) -> impl Iterator<Item = f64> {
    (0..input.values).map(f64::from)
}

/// Adds up what the sinks answer.
fn sum_up(means: impl Iterator<Item = f64>) -> u64 {
    means.sum::<f64>().to_bits()
}

/// One contender's way of doing it.
pub(crate) type Run = fn(&Input) -> u64;

/// One kind of work.
pub(crate) struct Workload {
    /// What it is called in the tables.
    pub(crate) name: &'static str,
    /// By whom, and how. The first is the measure of the others.
    pub(crate) contenders: &'static [(&'static str, Run)],
}

/// Everything that is measured.
pub(crate) const WORKLOADS: &[Workload] = &[
    Workload {
        name: "range, sum",
        contenders: &[("hand", by_hand::range_sum), ("coro", ours::range_sum)],
    },
    Workload {
        name: "range, fold",
        contenders: &[
            ("hand", by_hand::range_fold),
            ("coro", ours::range_fold),
            ("coro, send", ours::range_send),
            ("coro, Iter", ours::range_iter),
            ("diapause", diapause::range),
            ("genawaiter", genawaiter::range),
            ("next-gen", next_gen::range),
            ("fauxgen", fauxgen::range),
        ],
    },
    Workload {
        name: "range, for",
        contenders: &[("hand", by_hand::range_for), ("coro", ours::range_for)],
    },
    Workload {
        name: "range, dyn",
        contenders: &[
            ("hand", by_hand::range_dyn),
            ("coro", ours::range_dyn),
            ("diapause", diapause::range_dyn),
        ],
    },
    Workload {
        name: "fibonacci",
        contenders: &[
            ("hand", by_hand::fibonacci),
            ("coro", ours::fibonacci),
            ("diapause", diapause::fibonacci),
            ("genawaiter", genawaiter::fibonacci),
            ("next-gen", next_gen::fibonacci),
            ("fauxgen", fauxgen::fibonacci),
        ],
    },
    Workload {
        name: "grid",
        contenders: &[
            ("hand", by_hand::grid),
            ("coro", ours::grid),
            ("diapause", diapause::grid),
            ("genawaiter", genawaiter::grid),
            ("next-gen", next_gen::grid),
            ("fauxgen", fauxgen::grid),
        ],
    },
    Workload {
        name: "grid, dyn",
        contenders: &[
            ("hand", by_hand::grid_dyn),
            ("coro", ours::grid_dyn),
            ("diapause", diapause::grid_dyn),
        ],
    },
    Workload {
        name: "tree walk",
        contenders: &[
            ("hand", by_hand::tree),
            ("coro", ours::tree),
            ("diapause", diapause::tree),
            ("genawaiter", genawaiter::tree),
            ("next-gen", next_gen::tree),
        ],
    },
    Workload {
        name: "running mean, send",
        contenders: &[
            ("hand", by_hand::mean),
            ("coro", ours::mean),
            ("diapause", diapause::mean),
            ("genawaiter", genawaiter::mean),
            ("next-gen", next_gen::mean),
            ("fauxgen", fauxgen::mean),
        ],
    },
    Workload {
        name: "running mean, send, dyn",
        contenders: &[
            ("hand", by_hand::mean_dyn),
            ("coro", ours::mean_dyn),
            ("diapause", diapause::mean_dyn),
        ],
    },
    Workload {
        name: "delegation, 3 deep",
        contenders: &[
            ("hand", by_hand::chain),
            ("coro", ours::chain),
            ("diapause", diapause::chain),
        ],
    },
    Workload {
        name: "delegation, 3 deep, dyn",
        contenders: &[
            ("hand", by_hand::chain_dyn),
            ("coro", ours::chain_dyn),
            ("diapause", diapause::chain_dyn),
        ],
    },
    Workload {
        name: "[u64; 256] kept",
        contenders: &[
            ("hand", by_hand::table),
            ("coro", ours::table),
            ("diapause", diapause::table),
            ("genawaiter", genawaiter::table),
            ("next-gen", next_gen::table),
            ("fauxgen", fauxgen::table),
        ],
    },
    Workload {
        name: "[u64; 256] kept, dyn",
        contenders: &[
            ("hand", by_hand::table_dyn),
            ("coro", ours::table_dyn),
            ("diapause", diapause::table_dyn),
        ],
    },
];

/// Panics where a contender's checksum is not that of the first.
pub(crate) fn check(input: &Input) {
    for Workload { name, contenders } in WORKLOADS {
        let expected = contenders[0].1(input);
        for (contender, run) in *contenders {
            assert_eq!(run(input), expected, "{name}: {contender}");
        }
    }
}
