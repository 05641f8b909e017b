//! "Python coroutines" (a study of Beazley's course): `tail -f FILE | grep PATTERN`, first as generators, where the
//! last stage pulls, then as coroutines, where the first stage pushes, to many targets.
//!
//! `cargo run --example follow` follows a file in a temporary folder while a thread writes it;
//! `cargo run --example follow FILE PATTERN` follows yours until it is interrupted.

mod support;

use std::env;
use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::process;
use std::thread;
use std::time::Duration;
use support::{print, printed};

mod pull {
    use coro::prelude::*;
    use std::fs::File;
    use std::io::{BufRead, BufReader, Seek, SeekFrom};
    use std::mem;

    /// The lines that are added to a file from now on. `idle` is called when there is none.
    #[coro::coroutine]
    pub(crate) fn follow(mut file: File, mut idle: impl FnMut()) -> impl Iterator<Item = String> {
        file.seek(SeekFrom::End(0)).unwrap();
        let mut reader = BufReader::new(file);
        let mut line = String::new();
        loop {
            // At the end of the file a line may be there in part: it is kept and completed later.
            reader.read_line(&mut line).unwrap();
            if line.ends_with('\n') {
                co_yield!(mem::take(&mut line));
            } else {
                idle();
            }
        }
    }

    #[coro::coroutine]
    pub(crate) fn grep(
        pattern: &str,
        lines: impl Iterator<Item = String>,
    ) -> impl Iterator<Item = String> {
        for line in lines {
            if line.contains(pattern) {
                co_yield!(line);
            }
        }
    }
}

mod push {
    use super::print;
    use coro::prelude::*;
    use std::convert::Infallible;
    use std::fs::File;
    use std::io::{BufRead, BufReader, Seek, SeekFrom};

    /// A target among others: it is sent lines of any lifetime.
    pub(crate) type Target<'t> =
        Box<dyn for<'a> Coroutine<&'a str, Yield = (), Return = (), Throw = Infallible> + 't>;

    /// Sends the lines that are added to a file, until the target has had enough.
    pub(crate) fn follow(
        mut file: File,
        mut idle: impl FnMut(),
        mut target: impl for<'a> Coroutine<&'a str>,
    ) {
        file.seek(SeekFrom::End(0)).unwrap();
        let mut reader = BufReader::new(file);
        let mut line = String::new();
        loop {
            reader.read_line(&mut line).unwrap();
            if line.ends_with('\n') {
                if target.send(&line).is_err() {
                    return;
                }
                line.clear();
            } else {
                idle();
            }
        }
    }

    #[coro::coroutine(prime)]
    pub(crate) fn grep(
        pattern: &str,
        mut target: impl for<'a> Coroutine<&'a str>,
    ) -> impl for<'a> Coroutine<&'a str> {
        loop {
            let line = co_yield!();
            if line.contains(pattern) && target.send(line).is_err() {
                return;
            }
        }
    }

    /// Sends to each of its targets, and returns when all have.
    #[coro::coroutine(prime)]
    pub(crate) fn broadcast(mut targets: Vec<Target<'_>>) -> impl for<'a> Coroutine<&'a str> {
        while !targets.is_empty() {
            let item = co_yield!();
            targets.retain_mut(|target| target.send(item).is_ok());
        }
    }

    /// Passes on what comes before a line.
    #[coro::coroutine(prime)]
    pub(crate) fn until(
        last: &str,
        mut target: impl for<'a> Coroutine<&'a str>,
    ) -> impl for<'a> Coroutine<&'a str> {
        loop {
            let line = co_yield!();
            if line.contains(last) || target.send(line).is_err() {
                return;
            }
        }
    }

    #[coro::coroutine(prime)]
    pub(crate) fn printer(name: &str) -> impl for<'a> Coroutine<&'a str> {
        loop {
            let line = co_yield!();
            print(format_args!("{name}: {}", line.trim_end()));
        }
    }

    /// Counts so many lines, then has had enough.
    #[coro::coroutine(prime)]
    pub(crate) fn count_to(enough: u32) -> impl for<'a> Coroutine<&'a str> {
        for _ in 0..enough {
            let _line = co_yield!();
        }
        print(format_args!("that makes {enough}"));
    }
}

/// What is written to the file, piece by piece: lines do not come whole.
pub(crate) const PIECES: [&str; 6] = [
    "GET /index 200\nGET /ca",
    "t 404\n",
    "POST /cat 200\nGET /dog 200\nPO",
    "ST /dog ",
    "500\n",
    "GET /quit 200\n",
];

/// The generators, until the line that says so.
fn pulled(file: File, idle: &mut dyn FnMut()) {
    let lines = pull::follow(file, idle).take_while(|line| !line.contains("/quit"));
    for line in pull::grep("GET", lines) {
        print(line.trim_end());
    }
    assert_eq!(
        printed(),
        ["GET /index 200", "GET /cat 404", "GET /dog 200"]
    );
}

/// The coroutines: each line goes to four targets, of which one has enough after two lines.
fn pushed(file: File, idle: &mut dyn FnMut()) {
    use coro::prelude::*;
    use push::{broadcast, count_to, follow, grep, printer, until};

    let mut all = broadcast(vec![
        Box::new(grep("cat", printer("cats"))),
        Box::new(grep(" 200", printer("fine"))),
        Box::new(grep("POST", count_to(2))),
        Box::new(grep("dog", printer("dogs"))),
    ]);
    // What sends to a target is a target itself.
    follow(file, idle, until("/quit", &mut all));
    assert_eq!(all.status(), Status::Suspended);
    assert_eq!(
        printed(),
        [
            "fine: GET /index 200",
            "cats: GET /cat 404",
            "cats: POST /cat 200",
            "fine: POST /cat 200",
            "fine: GET /dog 200",
            "dogs: GET /dog 200",
            "that makes 2",
            "dogs: POST /dog 500",
        ]
    );
}

/// When all targets have had enough, the source stops of its own accord.
fn pushed_to_the_last(file: File, idle: &mut dyn FnMut()) {
    use push::{broadcast, count_to, follow};

    let targets = [1, 3, 2].map(|enough| Box::new(count_to(enough)) as push::Target<'_>);
    follow(file, idle, broadcast(targets.into()));
    assert_eq!(printed(), ["that makes 1", "that makes 2", "that makes 3"]);
}

type Run = fn(File, &mut dyn FnMut());

pub(crate) const RUNS: [Run; 3] = [pulled, pushed, pushed_to_the_last];

/// A file in a temporary folder, with a line in it that nobody is to see.
pub(crate) struct Growing {
    folder: PathBuf,
    path: PathBuf,
}

impl Growing {
    pub(crate) fn new() -> Self {
        let folder = env::temp_dir().join(format!("coro-follow-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("log");
        fs::write(&path, "GET /before 200 cat dog\n").unwrap();
        Self { folder, path }
    }

    pub(crate) fn open(&self) -> File {
        File::open(&self.path).unwrap()
    }

    pub(crate) fn grow(&self, piece: &str) {
        let mut file = File::options().append(true).open(&self.path).unwrap();
        file.write_all(piece.as_bytes()).unwrap();
    }
}

impl Drop for Growing {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// Someone writes, from when they are first waited for; whoever waits looks again after a while.
fn while_growing(run: Run) {
    let growing = Growing::new();
    thread::scope(|scope| {
        let mut writer = None;
        run(growing.open(), &mut || {
            writer.get_or_insert_with(|| {
                scope.spawn(|| {
                    for piece in PIECES {
                        growing.grow(piece);
                        thread::sleep(Duration::from_millis(20));
                    }
                })
            });
            thread::sleep(Duration::from_millis(5));
        });
    });
}

/// Each of the runs, in real time.
pub(crate) fn demonstrate() {
    for run in RUNS {
        while_growing(run);
    }
}

#[allow(dead_code, reason = "the tests have other arguments")]
fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [path, pattern] = &arguments[..] else {
        return demonstrate();
    };
    let file = File::open(path).unwrap();
    let lines = pull::follow(file, || thread::sleep(Duration::from_millis(100)));
    for line in pull::grep(pattern, lines) {
        print!("{line}");
    }
}
