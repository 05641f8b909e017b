//! Allocations of one coroutine: `cargo bench --bench allocations [-- --bless]`.
//!
//! Counted in the work that makes a coroutine, asks it once and drops it. A counting allocator is in the way of all, so
//! this is a program of its own; nothing is timed. A stack that is mapped is not an allocation, and not counted.

mod report;
mod work;

use std::hint::black_box;

const COROUTINES: u32 = 100;

fn main() {
    let input = work::Input::new(COROUTINES);
    work::check();
    let mut table = "| | allocations | bytes |\n|---|---|---|\n".to_string();
    for work in work::workloads("made, asked once, dropped") {
        for (contender, run) in work.contenders {
            let counted = allocation_counter::measure(|| {
                black_box(run(&input));
            });
            let each = |count: u64| count as f64 / f64::from(COROUTINES);
            let (count, bytes) = (each(counted.count_total), each(counted.bytes_total));
            table += &format!("| {contender} | {count} | {bytes} |\n");
        }
    }
    println!("{table}");
    if std::env::args().any(|arg| arg == "--bless") {
        report::into_document("docs/benchmarks.md", "allocations", &table);
    }
}
