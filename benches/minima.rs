//! Times on a machine that others use too: `cargo bench --bench minima [-- [--bless] FILTER]`.
//!
//! The contenders of one work take turns, many short rounds long, and each one's fastest round counts. What
//! else runs meanwhile slows some rounds of all of them; it seldom slows every round of one. `--bless` writes the
//! tables and plots of the documentation.

mod report;
mod work;

use std::hint::black_box;
use std::time::{Duration, Instant};

use report::{Row, bars};

const VALUES: u32 = 40_000;
const ROUNDS: usize = 200;
/// For one work; where a contender is slow, there are fewer rounds.
const PATIENCE: Duration = Duration::from_secs(5);
const FEWEST: usize = 20;

fn main() {
    work::check();
    let args: Vec<String> = std::env::args().skip(1).collect();
    if !args.iter().any(|arg| arg == "--bench") {
        return; // as a test: the checksums are what there is to see
    }
    let filter = args.iter().find(|arg| !arg.starts_with("--"));
    let filter = filter.map_or("", String::as_str);
    let input = work::Input::new(VALUES);
    let rows: Vec<Row> = work::workloads(filter)
        .map(|work| measure(work, &input))
        .collect();
    let mut text = format!("{}; {}.\n", report::machine(), report::rustc());
    for family in work::FAMILIES {
        if let Some(table) = report::table(family, &rows, " ns") {
            text += &format!("\n{table}\n![{}]({})\n", family.name, report::plot(family));
        }
    }
    println!("{text}");
    if args.iter().any(|arg| arg == "--bless") {
        assert!(filter.is_empty(), "all of it is written, or nothing");
        report::into_document("docs/benchmarks.md", "times", &text);
        for family in work::FAMILIES {
            let plot = bars::plot(family, &rows, "time for each value, hand-written = 1");
            let path = report::file(&format!("docs/{}", report::plot(family)));
            std::fs::write(path, plot).expect("docs/plots can be written");
        }
    }
}

/// Nanoseconds for each value.
fn measure(work: &'static work::Workload, input: &work::Input) -> Row {
    let mut fastest = vec![Duration::MAX; work.contenders.len()];
    let begin = Instant::now();
    for round in 0..ROUNDS {
        if round >= FEWEST && begin.elapsed() > PATIENCE {
            break;
        }
        for ((_, run), fastest) in work.contenders.iter().zip(&mut fastest) {
            let start = Instant::now();
            black_box(run(black_box(input)));
            *fastest = start.elapsed().min(*fastest);
        }
    }
    let each = |time: &Duration| time.as_secs_f64() * 1e9 / f64::from(VALUES);
    Row {
        work,
        values: fastest.iter().map(each).collect(),
    }
}
