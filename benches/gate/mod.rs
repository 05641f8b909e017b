//! `benches/instructions.txt`: what coro and the hand-written ones took when it was last looked at, a line for each:
//! `work | contender | instructions per value`. Above them the compiler: another one makes other code, and
//! then nothing is compared.

use std::process::ExitCode;

use crate::report::{self, Row};

/// The contenders that are ours to keep fast.
pub(crate) const OURS: &[&str] = &["hand", "coro", "coro, pinned"];

/// So much more is no loss yet: a part, and for the smallest counts half an instruction.
const TOLERANCE: f64 = 0.05;
const HALF: f64 = 0.5;

const PATH: &str = "benches/instructions.txt";

fn counts(rows: &[Row]) -> impl Iterator<Item = (&'static str, &'static str, f64)> {
    rows.iter().flat_map(|row| {
        let ours = OURS.iter().filter_map(|c| Some((*c, row.of(c)?)));
        ours.map(|(contender, count)| (row.work.name, contender, count))
    })
}

/// Writes the file.
pub(crate) fn bless(rows: &[Row]) {
    let mut text = format!("# {}\n", report::rustc());
    for (work, contender, count) in counts(rows) {
        text += &format!("{work} | {contender} | {count:.2}\n");
    }
    std::fs::write(report::file(PATH), text).expect("the file can be written");
}

/// Fails where a count is higher than the file has it, or unknown to it.
pub(crate) fn compare(rows: &[Row]) -> ExitCode {
    let text = std::fs::read_to_string(report::file(PATH)).expect("the file is there");
    let (compiler, now) = (text.lines().next().unwrap_or_default(), report::rustc());
    if compiler != format!("# {now}") {
        println!("{PATH} is of {compiler}, this is {now}: nothing is compared");
        return ExitCode::SUCCESS;
    }
    let mut lost = 0;
    for (work, contender, count) in counts(rows) {
        let start = format!("{work} | {contender} | ");
        let before = text.lines().find_map(|line| line.strip_prefix(&start));
        let before: Option<f64> = before.and_then(|count| count.parse().ok());
        let verdict = match before {
            None => "is not in the file",
            Some(before) if count > before * (1.0 + TOLERANCE) + HALF => "has become slower",
            Some(before) if before > count * (1.0 + TOLERANCE) + HALF => {
                println!("{work}: {contender} has become faster: {before} -> {count:.2}");
                continue;
            }
            Some(_) => continue,
        };
        lost += 1;
        let before = before.map_or("?".into(), |count| count.to_string());
        println!("{work}: {contender} {verdict}: {before} -> {count:.2}");
    }
    if lost > 0 {
        println!("if that is meant: cargo bench --bench instructions -- --bless");
    } else {
        println!("nothing has become slower");
    }
    ExitCode::from(u8::from(lost > 0))
}
