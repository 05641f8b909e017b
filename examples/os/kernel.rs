//! Step 4. The scheduler again, where a yield is a system call: `mainloop` hands it to `handle`.
//!
//! A task that waits is not in `ready`; whatever it waits for will put it there.

use super::calls::{Call, Reply, Target};
use super::poller::{For, Poller};
use super::task::{Task, Tid};
use coro::prelude::*;
use std::collections::{HashMap, VecDeque};
use std::io;
use std::time::Duration;

pub(crate) struct Kernel {
    ready: VecDeque<Tid>,
    taskmap: HashMap<Tid, Task<Reply, Target>>,
    last: Tid,
    /// Who waits for a task to end.
    exit_waiting: HashMap<Tid, Vec<Tid>>,
    /// Who waits for a socket.
    poller: Poller,
}

/// Polling is a task as any other: its turn comes once in a round.
const IO_TASK: Tid = 0;

#[coro::coroutine]
fn io_task() -> impl Coroutine<Reply, Yield = Call> {
    loop {
        co_yield!(Call::Poll);
    }
}

impl Kernel {
    pub(crate) fn new() -> io::Result<Self> {
        let poller = Task::new(IO_TASK, io_task().boxed());
        Ok(Self {
            ready: VecDeque::from([IO_TASK]),
            taskmap: HashMap::from([(IO_TASK, poller)]),
            last: IO_TASK,
            exit_waiting: HashMap::new(),
            poller: Poller::new()?,
        })
    }

    pub(crate) fn new_task(&mut self, target: Target) -> Tid {
        self.last += 1;
        let task = Task::new(self.last, target);
        self.schedule(task.tid);
        self.taskmap.insert(task.tid, task);
        self.last
    }

    /// Runs until all tasks have ended.
    ///
    /// An error is one of the poller, or says that the tasks wait for each other.
    pub(crate) fn mainloop(&mut self) -> io::Result<()> {
        while self.taskmap.len() > 1 {
            let tid = self.ready.pop_front().expect("polling is always ready");
            let Some(task) = self.taskmap.get_mut(&tid) else {
                continue; // it was killed meanwhile
            };
            match task.run() {
                Ok(call) => self.handle(tid, call)?,
                Err(_) => self.exit(tid),
            }
        }
        Ok(())
    }

    fn handle(&mut self, tid: Tid, call: Call) -> io::Result<()> {
        match call {
            Call::GetTid => self.answer(tid, Reply::Tid(tid)),
            Call::NewTask(target) => {
                let new = self.new_task(target);
                self.answer(tid, Reply::Tid(new));
            }
            Call::KillTask(other) => {
                let found = self.kill(other);
                self.answer(tid, Reply::Found(found));
            }
            Call::WaitTask(other) => {
                if other != tid && other != IO_TASK && self.taskmap.contains_key(&other) {
                    self.exit_waiting.entry(other).or_default().push(tid);
                } else {
                    self.answer(tid, Reply::Found(false));
                }
            }
            Call::ReadWait(socket) => {
                if let Err(error) = self.poller.wait(tid, For::Reading, socket) {
                    self.answer(tid, Reply::Ready(Err(error)));
                }
            }
            Call::WriteWait(socket) => {
                if let Err(error) = self.poller.wait(tid, For::Writing, socket) {
                    self.answer(tid, Reply::Ready(Err(error)));
                }
            }
            Call::Poll => {
                self.io_poll()?;
                self.answer(tid, Reply::Nothing);
            }
        }
        Ok(())
    }

    /// Sleeps if nobody else is ready.
    fn io_poll(&mut self) -> io::Result<()> {
        let timeout = if self.ready.is_empty() {
            if self.poller.is_idle() {
                return Err(io::Error::other("the tasks wait for each other"));
            }
            None
        } else if self.poller.is_idle() {
            return Ok(());
        } else {
            Some(Duration::ZERO)
        };
        for tid in self.poller.poll(timeout)? {
            self.answer(tid, Reply::Ready(Ok(())));
        }
        Ok(())
    }

    fn kill(&mut self, tid: Tid) -> bool {
        if tid == IO_TASK {
            return false;
        }
        let Some(mut task) = self.taskmap.remove(&tid) else {
            return false;
        };
        self.poller.forget(tid);
        // Runs its handlers. One that answers with another system call is not heard: it is dropped.
        task.target.close().ok();
        drop(task);
        self.wake_who_wait_for(tid);
        true
    }

    fn exit(&mut self, tid: Tid) {
        self.taskmap.remove(&tid);
        self.wake_who_wait_for(tid);
    }

    fn wake_who_wait_for(&mut self, tid: Tid) {
        for waiting in self.exit_waiting.remove(&tid).unwrap_or_default() {
            self.answer(waiting, Reply::Found(true));
        }
    }

    fn answer(&mut self, tid: Tid, reply: Reply) {
        if let Some(task) = self.taskmap.get_mut(&tid) {
            task.sendval = reply;
            self.schedule(tid);
        }
    }

    fn schedule(&mut self, tid: Tid) {
        self.ready.push_back(tid);
    }
}
