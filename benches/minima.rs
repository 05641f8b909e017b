//! Times on a machine that others use too: `cargo bench --bench minima [-- FILTER]`.
//!
//! The contenders of one work take turns, many short rounds long, and each one's fastest round counts. What
//! else runs meanwhile slows some rounds of all of them; it seldom slows every round of one.

mod work;

use std::hint::black_box;
use std::time::{Duration, Instant};

const VALUES: u32 = 40_000;
const ROUNDS: usize = 200;

fn main() {
    work::check(&work::Input::new(100));
    let args: Vec<String> = std::env::args().skip(1).collect();
    if !args.iter().any(|arg| arg == "--bench") {
        return; // as a test: the checksums are what there is to see
    }
    let filter = args.iter().find(|arg| !arg.starts_with("--"));
    let filter = filter.map_or("", String::as_str);
    let input = work::Input::new(VALUES);
    println!("| work | contender | ns per value | ratio |");
    println!("|---|---|---|---|");
    for work in work::WORKLOADS.iter().filter(|w| w.name.contains(filter)) {
        let mut fastest = vec![Duration::MAX; work.contenders.len()];
        for _ in 0..ROUNDS {
            for ((_, run), fastest) in work.contenders.iter().zip(&mut fastest) {
                let start = Instant::now();
                black_box(run(black_box(&input)));
                *fastest = start.elapsed().min(*fastest);
            }
        }
        for ((contender, _), time) in work.contenders.iter().zip(&fastest) {
            let each = time.as_secs_f64() * 1e9 / f64::from(VALUES);
            let ratio = time.as_secs_f64() / fastest[0].as_secs_f64();
            println!("| {} | {contender} | {each:.2} | {ratio:.2} |", work.name);
        }
    }
}
