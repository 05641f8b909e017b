//! Instructions for each value, counted by callgrind: `cargo bench --bench instructions [-- [--gate | --bless] FILTER]`.
//!
//! Each contender runs twice under valgrind, on 10,000 and on 40,000 values; the difference is what the values
//! cost, without start and end. The counts are the same on every run of one binary, whatever else the machine
//! does. `cargo test` runs the benches without valgrind: then only the checksums are compared.
//!
//! `--gate` compares what coro and the hand-written ones take with `instructions.txt`, and fails where it has become more;
//! `--bless` writes that file, and the tables of the documentation. Without valgrind there is nothing to compare: it
//! says so, and does not fail.

mod gate;
mod report;
mod work;

use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use report::Row;
use work::{Input, Workload};

const FEW: u32 = 10_000;
const MANY: u32 = 40_000;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, work, contender, values] = args.as_slice()
        && mode == "--run"
    {
        run(work, contender, values.parse().expect("a number of values"));
        return ExitCode::SUCCESS;
    }
    work::check();
    let asked = |flag: &str| args.iter().any(|arg| arg == flag);
    if !asked("--bench") {
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("valgrind is not installed: nothing is counted, and nothing compared");
        return ExitCode::SUCCESS;
    }
    let filter = args.iter().find(|arg| !arg.starts_with("--"));
    let filter = filter.map_or("", String::as_str);
    if asked("--gate") {
        return gate::compare(&count_all(filter, gate::OURS));
    }
    let rows = count_all(filter, &report::CONTENDERS);
    let mut text = format!("{}.\n", report::rustc());
    for family in work::FAMILIES {
        if let Some(table) = report::table(family, &rows, "") {
            text += &format!("\n{table}");
        }
    }
    println!("{text}");
    if asked("--bless") {
        assert!(filter.is_empty(), "all of it is written, or nothing");
        report::into_document("docs/benchmarks.md", "instructions", &text);
        report::into_document("README.md", "instructions", &report::summary(&rows));
        gate::bless(&rows);
    }
    ExitCode::SUCCESS
}

/// Without such a contender only the input is made.
fn run(work: &str, contender: &str, values: u32) {
    let input = black_box(Input::new(values));
    let mut contenders = work::workloads("")
        .filter(|w| w.name == work)
        .flat_map(|w| w.contenders);
    if let Some((_, run)) = contenders.find(|(name, _)| *name == contender) {
        black_box(run(&input));
    }
}

/// Counts with as many processes at a time as there are cores. What is not asked for stays unknown, as NaN.
fn count_all(filter: &str, contenders: &[&str]) -> Vec<Row> {
    let input = per_value("", "");
    let works: Vec<&'static Workload> = work::workloads(filter).collect();
    let jobs: Vec<_> = works
        .iter()
        .enumerate()
        .flat_map(|(row, work)| (0..work.contenders.len()).map(move |at| (row, at)))
        .filter(|(row, at)| contenders.contains(&works[*row].contenders[*at].0))
        .collect();
    let rows = works.iter().map(|work| Row {
        work,
        values: vec![f64::NAN; work.contenders.len()],
    });
    let rows = Mutex::new(rows.collect::<Vec<_>>());
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((row, at)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let work = works[*row];
                    let each = per_value(work.name, work.contenders[*at].0) - input;
                    rows.lock().expect("nobody panicked")[*row].values[*at] = each;
                }
            });
        }
    });
    rows.into_inner().expect("nobody panicked")
}

fn per_value(work: &str, contender: &str) -> f64 {
    let more = count(work, contender, MANY) as f64 - count(work, contender, FEW) as f64;
    more / f64::from(MANY - FEW)
}

/// Instructions of one run, in another process: this program under valgrind.
fn count(work: &str, contender: &str, values: u32) -> u64 {
    let this = std::env::current_exe().expect("the path of this program");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(this)
        .args(["--run", work, contender, &values.to_string()])
        .output()
        .expect("valgrind is installed");
    let text = String::from_utf8_lossy(&output.stderr);
    text.lines()
        .find_map(|line| line.split_once("Collected : "))
        .and_then(|(_, count)| count.trim().parse().ok())
        .unwrap_or_else(|| panic!("valgrind failed: {text}"))
}
