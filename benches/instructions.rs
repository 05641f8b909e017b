//! Instructions for each value, counted by callgrind: `cargo bench --bench instructions [-- FILTER]`.
//!
//! Each contender runs twice under valgrind, on 10,000 and on 40,000 values; the difference is what the values
//! cost, without start and end. The counts are the same on every run of one binary, whatever else the machine
//! does. `cargo test` runs the benches without valgrind: then only the checksums are compared.

mod work;

use std::hint::black_box;
use std::process::Command;

const FEW: u32 = 10_000;
const MANY: u32 = 40_000;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, work, contender, values] = args.as_slice()
        && mode == "--run"
    {
        run(work, contender, values.parse().expect("a number of values"));
    } else if args.iter().any(|arg| arg == "--bench") {
        work::check(&work::Input::new(FEW));
        let filter = args.iter().find(|arg| !arg.starts_with("--"));
        table(filter.map_or("", String::as_str));
    } else {
        work::check(&work::Input::new(100));
    }
}

/// Without such a contender only the input is made.
fn run(work: &str, contender: &str, values: u32) {
    let input = black_box(work::Input::new(values));
    let mut contenders = work::WORKLOADS
        .iter()
        .filter(|w| w.name == work)
        .flat_map(|w| w.contenders);
    if let Some((_, run)) = contenders.find(|(name, _)| *name == contender) {
        black_box(run(&input));
    }
}

fn table(filter: &str) {
    let input = per_value("", "");
    println!("| work | contender | instructions per value | ratio |");
    println!("|---|---|---|---|");
    for work in work::WORKLOADS.iter().filter(|w| w.name.contains(filter)) {
        let mut hand = None;
        for (contender, _) in work.contenders {
            let each = per_value(work.name, contender) - input;
            let ratio = each / *hand.get_or_insert(each);
            println!("| {} | {contender} | {each:.2} | {ratio:.2} |", work.name);
        }
    }
}

fn per_value(work: &str, contender: &str) -> f64 {
    let more = count(work, contender, MANY) - count(work, contender, FEW);
    more as f64 / f64::from(MANY - FEW)
}

/// Instructions of one run, in another process: this program under valgrind.
fn count(work: &str, contender: &str, values: u32) -> u64 {
    let this = std::env::current_exe().expect("the path of this program");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(this)
        .args(["--run", work, contender, &values.to_string()])
        .output()
        .expect("valgrind must be installed");
    let text = String::from_utf8_lossy(&output.stderr);
    text.lines()
        .find_map(|line| line.split_once("Collected : "))
        .and_then(|(_, count)| count.trim().parse().ok())
        .unwrap_or_else(|| panic!("valgrind failed: {text}"))
}
