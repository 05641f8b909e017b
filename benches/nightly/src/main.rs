//! What the compiler's own coroutines cost, beside what is written by hand and beside coro, by the same compiler; and how
//! large each is. Contenders take turns, the fastest of 200 rounds counts, as in `benches/minima.rs`.

#![feature(coroutines, coroutine_trait, gen_blocks, iter_from_coroutine)]

mod coroutines;
mod gen_blocks;
mod pipelines;
mod sizes;
#[allow(dead_code, reason = "not all of it has a counterpart")]
mod work;

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use work::{Input, Run, composed, kept, loops, our_composed, our_kept, our_loops, our_sent, sent};

const VALUES: u32 = 40_000;
const ROUNDS: usize = 200;

/// By hand, by coro, as `#[coroutine]`, as `gen`.
type Row = (&'static str, [Option<Run>; 4]);

macro_rules! row {
    ($name:literal, $hand:expr, $ours:expr, $coroutine:expr, $gen:expr) => {
        ($name, [Some($hand), Some($ours), Some($coroutine), $gen])
    };
    ($name:literal, $hand:expr, $ours:expr, $both:ident) => {
        row!(
            $name,
            $hand,
            $ours,
            coroutines::$both,
            Some(gen_blocks::$both)
        )
    };
}

const ROWS: &[Row] = &[
    row!(
        "range, fold",
        loops::range_fold,
        our_loops::range_fold,
        range
    ),
    row!(
        "fibonacci",
        loops::fibonacci,
        our_loops::fibonacci,
        fibonacci
    ),
    row!("grid", loops::grid, our_loops::grid, grid),
    row!("triples", loops::triples, our_loops::triples, triples),
    row!(
        "made, asked once, dropped",
        loops::created,
        our_loops::created,
        created
    ),
    row!("tree walk", kept::tree, our_kept::tree, tree),
    row!("[u64; 256] kept", kept::table, our_kept::table, table),
    row!("tokenizer", kept::tokenizer, our_kept::tokenizer, tokenizer),
    row!(
        "running mean",
        sent::mean,
        our_sent::mean,
        coroutines::mean,
        None
    ),
    row!(
        "push through 5",
        sent::pushed,
        our_sent::pushed,
        pipelines::pushed,
        None
    ),
    row!(
        "Game of Life",
        sent::life,
        our_sent::life,
        coroutines::life,
        None
    ),
    row!(
        "pull through 5",
        composed::pulled,
        our_composed::pulled,
        pipelines::pulled,
        Some(gen_blocks::pulled)
    ),
    row!(
        "delegation, 1 deep",
        composed::deep_1,
        our_composed::deep_1,
        deep_1
    ),
    row!(
        "delegation, 4 deep",
        composed::deep_4,
        our_composed::deep_4,
        deep_4
    ),
    row!(
        "delegation, 16 deep",
        composed::deep_16,
        our_composed::deep_16,
        deep_16
    ),
    row!(
        "tree walk, recursive",
        composed::recursive,
        our_composed::recursive,
        recursive
    ),
    row!(
        "range, dyn",
        loops::range_dyn,
        our_loops::range_dyn,
        range_dyn
    ),
];

fn main() {
    let input = Input::new(44_100);
    for (name, contenders) in ROWS {
        let checksums: Vec<u64> = contenders.iter().flatten().map(|run| run(&input)).collect();
        assert!(checksums.iter().all(|sum| *sum == checksums[0]), "{name}");
    }
    let asked = |what: &str| std::env::args().any(|arg| arg == what);
    report("sizes", &sizes::table(), asked("--bless"));
    if !asked("--sizes") {
        report("nightly", &times(), asked("--bless"));
    }
}

fn report(mark: &str, table: &str, blessed: bool) {
    let rustc = Command::new("rustc").arg("--version").output();
    let rustc = rustc.expect("a compiler made this").stdout;
    let text = format!("{}.\n\n{table}", String::from_utf8_lossy(&rustc).trim());
    println!("{text}");
    if blessed {
        bless(mark, &text);
    }
}

fn times() -> String {
    let input = Input::new(VALUES);
    let mut table =
        "| ns for each value | hand | coro | `#[coroutine]` | `gen` |\n|---|---|---|---|---|\n"
            .to_string();
    for (name, contenders) in ROWS {
        let mut fastest = [Duration::MAX; 4];
        for _ in 0..ROUNDS {
            for (run, fastest) in contenders.iter().zip(&mut fastest) {
                let Some(run) = run else { continue };
                let start = Instant::now();
                black_box(run(black_box(&input)));
                *fastest = start.elapsed().min(*fastest);
            }
        }
        let each = |time: Duration| time.as_secs_f64() * 1e9 / f64::from(VALUES);
        let _ = write!(table, "| {name} | {:.2} ns |", each(fastest[0]));
        for (run, time) in contenders.iter().zip(fastest).skip(1) {
            let ratio = run.map(|_| time.as_secs_f64() / fastest[0].as_secs_f64());
            let ratio = ratio.map_or("–".into(), |ratio| format!("{ratio:.2}"));
            let _ = write!(table, " {ratio} |");
        }
        table.push('\n');
    }
    table
}

/// What is in the document between the two comments of that name.
fn bless(mark: &str, text: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/benchmarks.md");
    let document = std::fs::read_to_string(path).expect("the document is there");
    let (start, end) = (
        format!("<!-- {mark} -->\n"),
        format!("<!-- end of {mark} -->"),
    );
    let (before, rest) = document.split_once(&start).expect("the first comment");
    let (_, after) = rest.split_once(&end).expect("the second comment");
    let document = format!("{before}{start}\n{text}\n{end}{after}");
    std::fs::write(path, document).expect("the document can be written");
}
