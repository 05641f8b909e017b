//! Times, by criterion: `cargo bench --bench times [-- FILTER]`.

#![allow(missing_docs, reason = "criterion's macro makes a public function")]

mod work;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};

fn all(criterion: &mut Criterion) {
    work::check();
    let input = work::Input::new(1_000_000);
    for family in work::FAMILIES {
        for work in family.workloads {
            let mut group = criterion.benchmark_group(format!("{}/{}", family.name, work.name));
            for (contender, run) in work.contenders {
                group.bench_function(*contender, |b| b.iter(|| run(black_box(&input))));
            }
            group.finish();
        }
    }
}

criterion_group! {
    name = times;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(1))
        .sample_size(20);
    targets = all
}
criterion_main!(times);
