//! Python's `print`, which also keeps the lines, so that each program can end in an assert.

use std::fmt::Display;
use std::sync::Mutex;

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

pub(crate) fn print(line: impl Display) {
    println!("{line}");
    LINES.lock().unwrap().push(line.to_string());
}

/// The lines printed since the last call.
pub(crate) fn printed() -> Vec<String> {
    std::mem::take(&mut LINES.lock().unwrap())
}
