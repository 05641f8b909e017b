//! Random bodies: written from a seed, compiled as coroutine by both engines and as plain function in a crate of their own, and compared.
//!
//! ```text
//! ORACLE_SEED=1 ORACLE_COUNT=2000 ORACLE_SIZE=45 cargo test --test oracle random_bodies -- --nocapture
//! ```
//!
//! The defaults are the small batch of CI. A size of 45 statements finds more; a size of 6 is easier to read.
//! Seeds `ORACLE_SEED..ORACLE_SEED + ORACLE_COUNT` are tried, a batch of `ORACLE_BATCH` to a compilation. What is found is printed, each
//! row as its text, to be cut down and added to the table by hand:
//! (`ORACLE_KNOWN=100` writes what is known to be refused, too, after each repair of that; the default is 0, in percent.)
//! *refused* where only the plain function compiles, *differs* where they do different things. A row whose plain function
//! does not compile is an error of this generator.
//! Besides what is written part by part, there are statements out of templates (`holes.rs`), for what is rarer.

mod assigns;
mod bindings;
mod body;
mod callees;
mod calls;
mod captures;
mod cfgs;
mod drops;
mod falls;
mod flow;
mod heads;
mod holes;
mod items;
mod leaves;
mod macros;
mod operators;
mod own;
mod pieces;
mod rng;
mod scope;
mod shared;
mod types;
mod unpacks;
mod uses;
mod values;
mod walks;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const HEAD: &str = "use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

fn eat(a: Noisy<'_>, n: i32) -> i32 { a.into_n() + n }
fn pass(a: Noisy<'_>, n: i32) -> Noisy<'_> { let _ = n; a }
fn seen(a: &Noisy<'_>, n: i32) -> i32 { a.get() + n }
fn three(log: &Log, a: i32, b: i32, c: i32) -> i32 { log.say(format!(\"three {a} {b} {c}\")); a + b * 2 - c }
fn pick(n: i32) -> Option<i32> { (n != 0).then_some(n) }
fn parse(n: i32) -> Result<i32, String> { pick(n).ok_or_else(|| \"zero\".to_string()) }

";

/// What all rows share.
fn head() -> String {
    [
        HEAD,
        own::TYPES,
        drops::TYPES,
        types::TYPES,
        operators::TYPES,
        pieces::TYPES,
        calls::HELPERS,
        callees::HELPERS,
        walks::TYPES,
        shared::HELPERS,
    ]
    .concat()
}

/// Rows of the plain function only, to tell a refused row from a wrong one.
const PLAIN: &str = "macro_rules! plain_rows {
    ($($kind:ident $name:ident<$lt:lifetime>($log:ident $(, $arg:tt : $ty:ty = $init:expr)*) -> $result:ty $body:block)*) => {$(
        pub fn $name<$lt>($log: &$lt Log $(, $arg : $ty)*) -> $result $body
    )*};
}
";

struct Crate {
    at: PathBuf,
}

impl Crate {
    fn new(count: usize) -> Self {
        let at = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random-bodies");
        let root = env!("CARGO_MANIFEST_DIR");
        let krate = Crate { at };
        krate.write("src/lib.rs", "");
        let manifest = format!(
            "[package]\nname = \"random-bodies\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\ncoro = {{ path = {root:?} }}\n\
             [profile.test]\ndebug = false\n# {count} bodies at a time\n"
        );
        krate.write("Cargo.toml", &manifest);
        krate
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.at.join(file);
        std::fs::create_dir_all(path.parent().expect("it is in a folder"))
            .expect("a folder for the random bodies");
        std::fs::write(path, text).expect("the random bodies are written");
    }

    fn cargo(&self, arguments: &[&str]) -> Output {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(arguments)
            .current_dir(&self.at)
            .env("CARGO_TARGET_DIR", self.at.join("target"))
            .env("RUST_BACKTRACE", "0");
        cargo.output().expect("cargo runs")
    }

    fn write_rows(&self, seeds: &[u64]) {
        let root = env!("CARGO_MANIFEST_DIR");
        let mut text = head();
        for &seed in seeds {
            write!(text, "rows! {{\n{}}}\n", row(seed)).expect("to a string");
        }
        let main = format!(
            "#![allow(warnings)]\n#[path = \"{root}/tests/oracle/harness.rs\"]\nmod harness;\n#[path = \"{root}/tests/oracle/log.rs\"]\nmod log;\nmod bodies;\n"
        );
        self.write("tests/random/main.rs", &main);
        self.write("tests/random/bodies.rs", &text);
    }

    fn write_plain(&self, seeds: &[u64]) {
        let root = env!("CARGO_MANIFEST_DIR");
        let mut text = head();
        text += PLAIN;
        text += "use crate::harness::plain_yield as co_yield;\n";
        for &seed in seeds {
            write!(text, "plain_rows! {{\n{}}}\n", row(seed)).expect("to a string");
        }
        let main = format!(
            "#![allow(warnings)]\n#[path = \"{root}/tests/oracle/harness.rs\"]\nmod harness;\n#[path = \"{root}/tests/oracle/log.rs\"]\nmod log;\nmod bodies;\n"
        );
        self.write("tests/plain/main.rs", &main);
        self.write("tests/plain/bodies.rs", &text);
    }

    /// Compiles the rows: the errors where that fails.
    fn build(&self) -> Result<(), String> {
        let output = self.cargo(&["test", "--quiet", "--test", "random", "--no-run"]);
        if output.status.success() {
            Ok(())
        } else {
            Err(text_of(&output))
        }
    }

    /// One of the rows that do not compile, found by halving: for errors that point to no row.
    fn search(&self, seeds: &[u64]) -> (u64, String) {
        let mut seeds = seeds;
        loop {
            let (first, second) = seeds.split_at(seeds.len() / 2);
            self.write_rows(first);
            seeds = if !first.is_empty() && self.build().is_err() {
                first
            } else {
                second
            };
            if let [seed] = seeds {
                self.write_rows(seeds);
                return (*seed, self.build().err().unwrap_or_default());
            }
        }
    }

    /// The seeds of the rows that errors point to, each with its first error.
    fn blamed(&self, file: &str, errors: &str) -> Vec<(u64, String)> {
        let text = std::fs::read_to_string(self.at.join(file)).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        let mut blamed: Vec<(u64, String)> = Vec::new();
        for error in errors.split("\nerror").skip(1) {
            let error = error.split("\nwarning").next().unwrap_or(error);
            let Some((_, place)) = error.split_once(&format!("{file}:")) else {
                continue;
            };
            let line = place
                .split(':')
                .next()
                .and_then(|line| line.parse::<usize>().ok())
                .unwrap_or(0);
            let line = line.min(lines.len());
            // An error of the whole row names the line of its `rows!`, which stands above its name.
            let line = if lines[..line]
                .last()
                .is_some_and(|text| text.ends_with("rows! {"))
            {
                line + 1
            } else {
                line
            };
            let row = lines[..line].iter().rev().find_map(|line| seed_of(line));
            if let Some(seed) = row.filter(|seed| blamed.iter().all(|(known, _)| known != seed)) {
                blamed.push((seed, format!("error{}", error.trim_end())));
            }
        }
        blamed
    }
}

fn seed_of(line: &str) -> Option<u64> {
    line.trim_start()
        .strip_prefix("fork r")
        .or_else(|| line.trim_start().strip_prefix("body r"))?
        .split('<')
        .next()?
        .parse()
        .ok()
}

fn text_of(output: &Output) -> String {
    format!(
        "\n{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[derive(Default)]
struct Found {
    refused: BTreeSet<u64>,
    differ: BTreeSet<u64>,
    invalid: BTreeSet<u64>,
}

fn batch(krate: &Crate, mut seeds: Vec<u64>, found: &mut Found) {
    krate.write_plain(&seeds);
    loop {
        let output = krate.cargo(&["check", "--quiet", "--test", "plain"]);
        if output.status.success() {
            break;
        }
        let blamed = krate.blamed("tests/plain/bodies.rs", &text_of(&output));
        assert!(!blamed.is_empty(), "no row to blame:{}", text_of(&output));
        for (seed, error) in blamed {
            println!("INVALID {seed}: {error}\n{}", row(seed));
            found.invalid.insert(seed);
        }
        seeds.retain(|seed| !found.invalid.contains(seed));
        krate.write_plain(&seeds);
    }
    krate.write_rows(&seeds);
    while let Err(errors) = krate.build() {
        let mut blamed = krate.blamed("tests/random/bodies.rs", &errors);
        if blamed.is_empty() {
            blamed.push(krate.search(&seeds));
        }
        for (seed, error) in blamed {
            println!("REFUSED {seed}: {error}\n{}", row(seed));
            found.refused.insert(seed);
        }
        seeds.retain(|seed| !found.refused.contains(seed));
        krate.write_rows(&seeds);
    }
    let output = text_of(&krate.cargo(&[
        "test",
        "--quiet",
        "--test",
        "random",
        "--",
        "--test-threads=1",
    ]));
    for failure in output.split("\n---- bodies::r").skip(1) {
        let (name, trace) = failure
            .split_once(" stdout ----")
            .expect("as libtest prints it");
        let (seed, engine) = name.split_once("::").expect("a row is a module");
        let seed = seed.parse().expect("a row is named by its seed");
        let trace = trace.split("stack backtrace:").next().unwrap_or(trace);
        println!("DIFFERS {seed} ({engine}): {trace}\n{}", row(seed));
        found.differ.insert(seed);
    }
}

/// The text of the row of this seed.
fn row(seed: u64) -> String {
    let small = |name, default| usize::try_from(variable(name, default)).expect("a small number");
    body::row(seed, small("ORACLE_SIZE", 8), small("ORACLE_KNOWN", 0))
}

fn variable(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().expect("a number"))
}

/// The default is the small batch of CI.
#[test]
fn random_bodies() {
    let (first, count) = (variable("ORACLE_SEED", 1), variable("ORACLE_COUNT", 60));
    let size = variable("ORACLE_BATCH", 100);
    let krate = Crate::new(usize::try_from(size).expect("a small number"));
    let mut found = Found::default();
    for start in (first..first + count).step_by(usize::try_from(size).expect("a small number")) {
        batch(
            &krate,
            (start..(start + size).min(first + count)).collect(),
            &mut found,
        );
    }
    println!(
        "of {count}: {} refused {:?}",
        found.refused.len(),
        found.refused
    );
    println!(
        "of {count}: {} differ {:?}",
        found.differ.len(),
        found.differ
    );
    println!(
        "of {count}: {} invalid {:?}",
        found.invalid.len(),
        found.invalid
    );
    assert!(found.differ.is_empty() && found.invalid.is_empty() && found.refused.is_empty());
}
