//! What was measured, as tables of ratios to what is written by hand, and as plots: `docs/benchmarks.md` has a place for
//! each bench, between two comments, and is otherwise written by a person.

#![allow(dead_code, reason = "each bench uses its part")]

pub(crate) mod bars;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::work::{Family, Workload};

/// The order of the contenders in tables. The first is the measure of the others.
pub(crate) const CONTENDERS: [&str; 10] = [
    "hand",
    "coro",
    "coro, pinned",
    "diapause",
    "genawaiter",
    "genawaiter, rc",
    "genawaiter, sync",
    "next-gen",
    "fauxgen",
    "corosensei",
];

/// One row: a work, and what each of its contenders took.
pub(crate) struct Row {
    pub(crate) work: &'static Workload,
    /// One for each contender of the work, in the same order.
    pub(crate) values: Vec<f64>,
}

/// Less than this, for a value, is nothing: the loop has been computed away.
const NOTHING: f64 = 0.005;

impl Row {
    pub(crate) fn of(&self, contender: &str) -> Option<f64> {
        let all = self.work.contenders.iter();
        let mut named = all
            .zip(&self.values)
            .filter(|((name, _), _)| *name == contender);
        named.next().map(|(_, value)| *value)
    }

    pub(crate) fn hand(&self) -> f64 {
        self.values[0]
    }

    /// How many times what is written by hand takes.
    pub(crate) fn ratio(&self, contender: &str) -> Option<f64> {
        let value = self.of(contender)?;
        (self.hand() >= NOTHING).then(|| value / self.hand())
    }

    /// The cells behind the name: what is written by hand, and the others as ratios to it.
    fn cells(&self, unit: &str) -> String {
        let mut cells = format!("| {} | {:.2}{unit} |", self.work.name, self.hand());
        for contender in &CONTENDERS[1..] {
            let cell = match (self.of(contender), self.ratio(contender)) {
                (None, _) => "–".to_string(),
                (_, Some(ratio)) => format!("{ratio:.2}"),
                (Some(value), None) => format!("{value:.2}{unit}"),
            };
            let _ = write!(cells, " {cell} |");
        }
        cells
    }
}

fn header(name: &str, contenders: &[&str]) -> String {
    let rule = "---|".repeat(contenders.len());
    format!("| {name} | {} |\n|---|{rule}\n", contenders.join(" | "))
}

/// The table of one family; nothing where none of its works was measured.
pub(crate) fn table(family: &Family, rows: &[Row], unit: &str) -> Option<String> {
    let mut table = header(family.name, &CONTENDERS);
    let rows: Vec<_> = of_family(family, rows).collect();
    for row in &rows {
        table += &row.cells(unit);
        table.push('\n');
    }
    (!rows.is_empty()).then_some(table)
}

pub(crate) fn of_family<'a>(family: &'a Family, rows: &'a [Row]) -> impl Iterator<Item = &'a Row> {
    let is_in = |row: &&Row| {
        family
            .workloads
            .iter()
            .any(|work| work.name == row.work.name)
    };
    rows.iter().filter(is_in)
}

/// Where its plot is, seen from the document.
pub(crate) fn plot(family: &Family) -> String {
    format!("plots/{}.svg", family.name.to_lowercase().replace(' ', "-"))
}

/// A file of the repository.
pub(crate) fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The works and the contenders of the table in the README.
const SUMMARY: [&str; 9] = [
    "range, fold",
    "triples",
    "tree walk",
    "tokenizer",
    "running mean",
    "push through 5",
    "pull through 5",
    "delegation, 4 deep",
    "Game of Life",
];
const SUMMED_UP: [&str; 7] = [
    "coro",
    "coro, pinned",
    "diapause",
    "genawaiter",
    "next-gen",
    "fauxgen",
    "corosensei",
];

/// A few works, as ratios to what is written by hand.
pub(crate) fn summary(rows: &[Row]) -> String {
    let mut table = header("work", &SUMMED_UP);
    for row in rows.iter().filter(|row| SUMMARY.contains(&row.work.name)) {
        let cell = |name: &&str| {
            row.ratio(name)
                .map_or("–".into(), |ratio| format!("{ratio:.2}"))
        };
        let cells: Vec<String> = SUMMED_UP.iter().map(cell).collect();
        table += &format!("| {} | {} |\n", row.work.name, cells.join(" | "));
    }
    table
}

/// Puts the text between `<!-- MARK -->` and `<!-- end of MARK -->` of a document.
pub(crate) fn into_document(document: &str, mark: &str, text: &str) {
    let path = file(document);
    let document = std::fs::read_to_string(&path).expect("the document is there");
    let (start, end) = (
        format!("<!-- {mark} -->\n"),
        format!("<!-- end of {mark} -->"),
    );
    let (before, rest) = document.split_once(&start).expect("the first comment");
    let (_, after) = rest.split_once(&end).expect("the second comment");
    let document = format!("{before}{start}\n{text}\n{end}{after}");
    std::fs::write(path, document).expect("the document can be written");
}

/// The compiler, as it names itself.
pub(crate) fn rustc() -> String {
    let output = Command::new("rustc").arg("--version").output();
    let version = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_string());
    version.unwrap_or_else(|_| "an unknown rustc".into())
}

/// The processor and how many of it there are.
pub(crate) fn machine() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find(|line| line.starts_with("model name"));
    let model = model.and_then(|line| line.split(": ").nth(1));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{}, {cores} cores", model.unwrap_or("an unknown processor"))
}
