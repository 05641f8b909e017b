//! How large the coroutines of the works are, before they run: they do not grow by running.

use std::fmt::Write as _;
use std::mem::{size_of, size_of_val};

use coro::{co_yield, prelude::*};

use crate::work::input::{Input, Total};
use crate::work::{composed, kept, loops, our_composed, our_kept, our_loops, our_sent, sent};
use crate::{coroutines, gen_blocks, pipelines};

/// Of one work: by hand, by coro, as `#[coroutine]`, as `gen`.
type Row = (&'static str, [Option<usize>; 4]);

macro_rules! row {
    ($name:literal, $hand:expr, $ours:expr, $coroutine:expr) => {
        row!($name, $hand, $ours, $coroutine, None)
    };
    ($name:literal, $hand:expr, $ours:expr, $coroutine:expr, gen $block:expr) => {
        row!($name, $hand, $ours, $coroutine, Some(size_of_val(&$block)))
    };
    ($name:literal, $hand:expr, $ours:expr, $coroutine:expr, $block:expr) => {
        (
            $name,
            [
                Some($hand),
                Some(size_of_val(&$ours)),
                Some(size_of_val(&$coroutine)),
                $block,
            ],
        )
    };
}

pub(crate) fn table() -> String {
    let mut table =
        "| bytes | hand | coro | `#[coroutine]` | `gen` |\n|---|---|---|---|---|\n".to_string();
    let input = Input::new(100);
    let all = [
        scalars().to_vec(),
        state(&input).to_vec(),
        sent_in().to_vec(),
        composed_of_others(&input).to_vec(),
    ];
    for (name, sizes) in all.concat() {
        let _ = write!(table, "| {name} |");
        for size in sizes {
            let size = size.map_or("–".into(), |size| size.to_string());
            let _ = write!(table, " {size} |");
        }
        table.push('\n');
    }
    table
}

fn scalars() -> [Row; 5] {
    [
        row!("range", size_of::<loops::Range>(), our_loops::range(0, 1), coroutines::range_of(0, 1), gen gen_blocks::range_of(0, 1)),
        row!("fibonacci", size_of::<loops::Fibonacci>(), our_loops::fibonacci_numbers(), coroutines::fibonacci_numbers(), gen gen_blocks::fibonacci_numbers()),
        row!("grid", size_of::<loops::Grid>(), our_loops::grid_of(1, 1), coroutines::grid_of(1, 1), gen gen_blocks::grid_of(1, 1)),
        row!("triples", size_of::<loops::Triples>(), our_loops::triples_to(1), coroutines::triples_to(1), gen gen_blocks::triples_to(1)),
        row!("made, asked once, dropped", size_of::<loops::Couple>(), our_loops::couple(1), coroutines::couple(1), gen gen_blocks::couple(1)),
    ]
}

fn state(input: &Input) -> [Row; 3] {
    let (root, text) = (&input.tree, &input.text);
    [
        row!("tree walk", size_of::<kept::Walk<'_>>(), our_kept::walk(root), coroutines::walk(root), gen gen_blocks::walk(root)),
        row!("[u64; 256] kept", size_of::<kept::Table>(), our_kept::table_of(1), coroutines::table_to(1), gen gen_blocks::table_to(1)),
        row!("tokenizer", size_of::<kept::Tokens<'_>>(), our_kept::tokens(text), coroutines::tokens(text), gen gen_blocks::tokens(text)),
    ]
}

fn sent_in() -> [Row; 4] {
    let total = Total::default();
    [
        row!(
            "running mean",
            size_of::<sent::Mean>(),
            our_sent::running_mean(),
            mean_kept()
        ),
        row!(
            "running mean, from its sum",
            size_of::<sent::Mean>(),
            mean_computed(),
            coroutines::running_mean()
        ),
        row!(
            "push through 5",
            size_of_val(&sent::pushed_through(&total)),
            our_sent::pushed_through(&total),
            pipelines::pushed_through(&total)
        ),
        row!(
            "Game of Life",
            size_of::<sent::Rules>(),
            our_sent::simulate(),
            coroutines::simulate()
        ),
    ]
}

fn composed_of_others(input: &Input) -> [Row; 5] {
    use coroutines::{range_of, through, through_4};
    let root = &input.binary;
    let to_16 = |inner| through_4(through_4(inner));
    [
        row!("pull through 5", size_of_val(&composed::pulled_through(1)), our_composed::pulled_through(1), pipelines::pulled_through(1), gen gen_blocks::pulled_through(1)),
        row!("delegation, 1 deep", size_of::<composed::Counted>(), our_composed::one(1), through(range_of(0, 1)), gen gen_blocks::through(gen_blocks::range_of(0, 1))),
        row!("delegation, 4 deep", size_of::<composed::Counted>(), our_composed::four(1), through_4(range_of(0, 1)), gen gen_blocks::through_4(gen_blocks::range_of(0, 1))),
        row!(
            "delegation, 16 deep",
            size_of::<composed::Counted>(),
            our_composed::sixteen(1),
            to_16(through_4(through_4(range_of(0, 1)))),
            None
        ),
        row!("tree walk, recursive", size_of::<composed::Inorder<'_>>(), *our_composed::inorder(root), *coroutines::inorder(root), gen *gen_blocks::inorder(root)),
    ]
}

/// The body that coro has in the works.
fn mean_kept() -> impl std::ops::Coroutine<f64, Yield = f64, Return = ()> {
    #[coroutine]
    |_: f64| {
        let (mut mean, mut sum) = (0.0, 0.0);
        for n in 1u32.. {
            sum += yield mean;
            mean = sum / f64::from(n);
        }
    }
}

/// The body that `#[coroutine]` has in the works.
#[coro::coroutine]
fn mean_computed() -> impl Coroutine<f64, Yield = f64> {
    let mut sum = co_yield!(0.0);
    for n in 1u32.. {
        sum += co_yield!(sum / f64::from(n));
    }
}
