//! Borrows through a `&mut` argument that is used again, of places whose types are asked.

use coro::prelude::*;

struct Log {
    lines: Vec<u32>,
}

impl Log {
    fn add(&mut self, line: u32) {
        self.lines.push(line);
    }

    #[coro::coroutine]
    fn each(&mut self) -> impl Coroutine<u32, Yield = u32> {
        for line in self.lines.iter() {
            let n = co_yield!(*line);
            self.add(n);
        }
    }

    #[coro::coroutine]
    fn one(&mut self, at: usize) -> impl Coroutine<u32, Yield = u32> {
        let line = &self.lines[at];
        let n = co_yield!(1);
        self.add(n + line);
    }
}

#[coro::coroutine]
fn growing(list: &mut Vec<u32>) -> impl Coroutine<u32, Yield = u32> {
    for n in list.iter() {
        let n = co_yield!(*n);
        list.push(n);
    }
}

fn main() {
    let mut log = Log { lines: Vec::new() };
    drop(log.each());
    drop(log.one(0));
    drop(growing(&mut log.lines));
}
