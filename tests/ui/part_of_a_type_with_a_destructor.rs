use coro::co_yield;

struct File {
    name: String,
    lines: Vec<String>,
}

impl Drop for File {
    fn drop(&mut self) {
        println!("{} is closed", self.name);
    }
}

#[coro::coroutine]
fn a_field(file: File) -> impl Iterator<Item = String> {
    for line in file.lines {
        co_yield!(line);
    }
}

#[coro::coroutine]
fn a_pattern(file: File) -> impl Iterator<Item = String> {
    let File { lines, .. } = file;
    for line in lines {
        co_yield!(line);
    }
}

fn main() {}
