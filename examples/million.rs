//! Effective Python, Item 40: "tens of thousands of functions at the same time", each in less than 1 KB and started for
//! the price of a call. Here a million of them, beside Python's generators, tasks of tokio and threads of the system.
//!
//! `cargo run --release --example million [HOW_MANY]`

use coro::prelude::*;
use std::env;
use std::fs;
use std::hint::black_box;
use std::process::Command;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
use tokio::runtime::Builder;
use tokio::sync::mpsc;

#[coro::coroutine(prime)]
fn minimize() -> impl Coroutine<i32, Yield = Option<i32>> {
    let mut current = co_yield!(None);
    loop {
        let value = co_yield!(Some(current));
        current = value.min(current);
    }
}

/// The same as a thread, with a channel each way.
fn minimize_in_a_thread(values: Receiver<i32>, answers: Sender<Option<i32>>) {
    answers.send(None).ok();
    let mut current = None;
    for value in values {
        current = Some(current.map_or(value, |current| value.min(current)));
        answers.send(current).ok();
    }
}

/// The same in Python, which prints bytes and nanoseconds as `Figures` has them.
const PYTHON: &str = "
import sys, time
def minimize():
    current = yield
    while True:
        value = yield current
        current = min(value, current)
def resident():
    try:
        for line in open('/proc/self/status'):
            if line.startswith('VmRSS'):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
n = int(sys.argv[1])
before = resident()
t0 = time.perf_counter()
live = []
for _ in range(n):
    it = minimize()
    next(it)
    live.append(it)
t1 = time.perf_counter()
grown = resident() - before
t2 = time.perf_counter()
for it in live:
    it.send(7)
for it in live:
    assert it.send(9) == 7
t3 = time.perf_counter()
print(grown / n, (t1 - t0) * 1e9 / n, (t3 - t2) * 1e9 / (2 * n))
";

/// Of each one.
#[derive(Debug)]
pub(crate) struct Figures {
    pub(crate) bytes: f64,
    pub(crate) start: f64,
    pub(crate) resume: f64,
}

/// What this process occupies, where the system tells.
fn resident() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS"))?;
    let kilobytes: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

fn grown(before: Option<usize>) -> f64 {
    match (before, resident()) {
        (Some(before), Some(now)) => now.saturating_sub(before) as f64,
        _ => f64::NAN,
    }
}

fn nanoseconds(time: Duration, times: usize) -> f64 {
    time.as_secs_f64() * 1e9 / times as f64
}

/// Starts `n`, sends each two values, and checks each answer, while all of them live.
fn measure<T>(
    n: usize,
    start: impl Fn() -> T,
    mut send: impl FnMut(&mut T, i32) -> Option<i32>,
) -> Figures {
    let before = resident();
    let started = Instant::now();
    let mut live = Vec::new();
    live.extend((0..n).map(|_| start()));
    let starting = started.elapsed();
    let bytes = grown(before) / n as f64;

    let resumed = Instant::now();
    for each in &mut live {
        assert_eq!(send(black_box(each), 7), Some(7));
    }
    for each in &mut live {
        assert_eq!(send(black_box(each), 9), Some(7));
    }
    let resuming = resumed.elapsed();
    assert_eq!(live.len(), n);
    Figures {
        bytes,
        start: nanoseconds(starting, n),
        resume: nanoseconds(resuming, 2 * n),
    }
}

pub(crate) fn coroutines(n: usize) -> Figures {
    measure(n, minimize, |it, value| it.send(value).unwrap())
}

pub(crate) fn boxed_coroutines(n: usize) -> Figures {
    let boxed = || -> BoxCoroutine<'static, i32, Option<i32>> { minimize().boxed() };
    measure(n, boxed, |it, value| it.send(value).unwrap())
}

pub(crate) fn threads(n: usize) -> Figures {
    let start = || {
        let (sender, values) = channel();
        let (answers, receiver) = channel();
        thread::spawn(move || minimize_in_a_thread(values, answers));
        assert_eq!(receiver.recv().unwrap(), None);
        (sender, receiver)
    };
    measure(n, start, |(sender, receiver), value| {
        sender.send(value).unwrap();
        receiver.recv().unwrap()
    })
}

/// As threads, but tasks of one thread of tokio.
pub(crate) fn tokio_tasks(n: usize) -> Figures {
    let runtime = Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let before = resident();
        let started = Instant::now();
        let mut live = Vec::new();
        for _ in 0..n {
            let (sender, mut values) = mpsc::unbounded_channel::<i32>();
            let (answers, mut receiver) = mpsc::unbounded_channel();
            tokio::spawn(async move {
                answers.send(None).ok();
                let mut current = None;
                while let Some(value) = values.recv().await {
                    current = Some(current.map_or(value, |current| value.min(current)));
                    answers.send(current).ok();
                }
            });
            assert_eq!(receiver.recv().await, Some(None));
            live.push((sender, receiver));
        }
        let starting = started.elapsed();
        let bytes = grown(before) / n as f64;

        let resumed = Instant::now();
        for value in [7, 9] {
            for (sender, receiver) in &mut live {
                sender.send(value).unwrap();
                assert_eq!(receiver.recv().await, Some(Some(7)));
            }
        }
        Figures {
            bytes,
            start: nanoseconds(starting, n),
            resume: nanoseconds(resumed.elapsed(), 2 * n),
        }
    })
}

/// `None` where there is no python3.
pub(crate) fn generators(n: usize) -> Option<Figures> {
    let mut python = Command::new("python3");
    let output = python.args(["-c", PYTHON, &n.to_string()]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut numbers = text.split_whitespace().map(str::parse);
    let mut number = || numbers.next()?.ok();
    Some(Figures {
        bytes: number()?,
        start: number()?,
        resume: number()?,
    })
}

fn show(what: &str, n: usize, figures: &Figures) {
    println!(
        "{n:>9} {what:<22} {:>8.0} {:>9.1} {:>9.1}",
        figures.bytes, figures.start, figures.resume
    );
}

pub(crate) fn run(n: usize, of_threads: usize) {
    let size = size_of_val(&minimize());
    println!("a coroutine as a value takes {size} bytes");
    assert!(size <= 16);

    println!(
        "{:>9} {:<22} {:>8} {:>9} {:>9}",
        "", "each", "bytes", "start ns", "resume ns"
    );
    show("coroutines", n, &coroutines(n));
    show("coroutines, boxed", n, &boxed_coroutines(n));
    if let Some(figures) = generators(n) {
        show("generators, python3", n, &figures);
    }
    show("tokio tasks", n / 10, &tokio_tasks(n / 10));
    show("threads", of_threads, &threads(of_threads));
}

#[allow(dead_code, reason = "the tests have other arguments")]
fn main() {
    let n = env::args().nth(1).map_or(1_000_000, |n| n.parse().unwrap());
    run(n, 2_000);
}
