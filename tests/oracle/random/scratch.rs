//! The crate that random rows are compiled in, and what its compiler says of them.
//!
//! In: the rows of a [`Table`], and seeds. Out: a folder beside the target directory with the rows as two tests, `random`, which compares, and
//! `valid`, which is only checked: it says whether a row that is refused is valid Rust. All such crates have one target directory, so what
//! they depend on is compiled once.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What the rows of a random test are.
pub(crate) struct Table {
    /// The name of the crate.
    pub(crate) name: &'static str,
    /// The modules that the crate shares with this one, as they stand in its `main.rs`; `@` is the folder of this one.
    pub(crate) modules: &'static str,
    /// What all rows share.
    pub(crate) head: String,
    /// The macro that the rows are given to.
    pub(crate) rows: &'static str,
    /// A macro `valid`, which takes a row as that does, and makes of it what is valid if the row is.
    pub(crate) valid: &'static str,
    /// The text of the row of a seed, `body r3<'l>` or `fork r3<'l>` and so on.
    pub(crate) row: fn(u64) -> String,
}

pub(super) struct Scratch<'t> {
    at: PathBuf,
    table: &'t Table,
}

impl<'t> Scratch<'t> {
    pub(super) fn new(table: &'t Table) -> Self {
        let at = Path::new(env!("CARGO_TARGET_TMPDIR")).join(table.name);
        let (root, name) = (env!("CARGO_MANIFEST_DIR"), table.name);
        let scratch = Scratch { at, table };
        scratch.write("src/lib.rs", "");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\ncoro = {{ path = {root:?} }}\n\
             [profile.test]\ndebug = false\n"
        );
        scratch.write("Cargo.toml", &manifest);
        scratch
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.at.join(file);
        std::fs::create_dir_all(path.parent().expect("it is in a folder"))
            .expect("a folder for the random bodies");
        std::fs::write(path, text).expect("the random bodies are written");
    }

    pub(super) fn cargo(&self, arguments: &[&str]) -> Output {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(arguments)
            .current_dir(&self.at)
            .env("CARGO_TARGET_DIR", self.at.with_file_name("random-target"))
            .env("RUST_BACKTRACE", "0");
        cargo.output().expect("cargo runs")
    }

    pub(super) fn write_rows(&self, seeds: &[u64]) {
        self.write_test("random", "", self.table.rows, seeds);
    }

    pub(super) fn write_valid(&self, seeds: &[u64]) {
        self.write_test("valid", self.table.valid, "valid", seeds);
    }

    fn write_test(&self, test: &str, more: &str, rows: &str, seeds: &[u64]) {
        let mut text = format!("{}{more}", self.table.head);
        for &seed in seeds {
            write!(text, "{rows}! {{\n{}}}\n", (self.table.row)(seed)).expect("to a string");
        }
        let oracle = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle");
        let modules = self.table.modules.replace('@', oracle);
        let main = format!("#![allow(warnings)]\n{modules}mod bodies;\n");
        self.write(&format!("tests/{test}/main.rs"), &main);
        self.write(&format!("tests/{test}/bodies.rs"), &text);
    }

    /// Compiles the rows: the errors where that fails.
    pub(super) fn build(&self) -> Result<(), String> {
        let output = self.cargo(&["test", "--quiet", "--test", "random", "--no-run"]);
        if output.status.success() {
            Ok(())
        } else {
            Err(text_of(&output))
        }
    }

    /// One of the rows that do not compile, found by halving: for errors that point to no row.
    pub(super) fn search(&self, seeds: &[u64]) -> (u64, String) {
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
    pub(super) fn blamed(&self, test: &str, errors: &str) -> Vec<(u64, String)> {
        let file = format!("tests/{test}/bodies.rs");
        let text = std::fs::read_to_string(self.at.join(&file)).unwrap_or_default();
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
            let row = row_at(&lines, line);
            if let Some(seed) = row.filter(|seed| blamed.iter().all(|(known, _)| known != seed)) {
                blamed.push((seed, format!("error{}", error.trim_end())));
            }
        }
        blamed
    }
}

/// The seed of the row that this line is in. An error of the whole row names the line of its macro, which stands above its name.
fn row_at(lines: &[&str], line: usize) -> Option<u64> {
    let mut line = line.min(lines.len());
    if lines[..line]
        .last()
        .is_some_and(|text| text.ends_with("! {"))
    {
        line += 1;
    }
    lines[..line].iter().rev().find_map(|line| seed_of(line))
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

pub(super) fn text_of(output: &Output) -> String {
    format!(
        "\n{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
