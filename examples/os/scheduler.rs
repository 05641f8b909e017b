//! Step 2. A scheduler that does one thing: it runs each task to its next yield, in turn, until all have
//! finished. A yield is a trap: it gives control back and says nothing.

use super::task::{Task, Tid};
use coro::prelude::*;
use std::collections::{HashMap, VecDeque};

type Target = BoxCoroutine<'static>;

#[derive(Default)]
pub(crate) struct Scheduler {
    ready: VecDeque<Tid>,
    taskmap: HashMap<Tid, Task<(), Target>>,
    last: Tid,
}

impl Scheduler {
    pub(crate) fn new_task(&mut self, target: Target) -> Tid {
        self.last += 1;
        let task = Task::new(self.last, target);
        self.schedule(task.tid);
        self.taskmap.insert(task.tid, task);
        self.last
    }

    fn exit(&mut self, tid: Tid) {
        self.taskmap.remove(&tid);
    }

    fn schedule(&mut self, tid: Tid) {
        self.ready.push_back(tid);
    }

    pub(crate) fn mainloop(&mut self) {
        while let Some(tid) = self.ready.pop_front() {
            let Some(task) = self.taskmap.get_mut(&tid) else {
                continue;
            };
            match task.run() {
                // Fixed: whatever was yielded, the task has its turn again. Step 4 asks what it was.
                Ok(()) => self.schedule(tid),
                Err(_) => self.exit(tid),
            }
        }
    }
}
