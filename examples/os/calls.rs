//! Step 3. System calls: what a task yields says what it wants, and what it is sent is the answer.
//!
//! `Call` and `Reply` are what crosses the trap. Tasks use the coroutines below, which know the type of
//! each answer: `let tid = yield_from!(get_tid());`.

use super::task::Tid;
use coro::prelude::*;
use std::io;
use std::os::fd::AsRawFd;
use std::rc::Rc;

pub(crate) type Target = BoxCoroutine<'static, Reply, Call>;

/// Shared with the kernel while it watches it, so that it cannot be closed meanwhile.
pub(crate) type Pollable = Rc<dyn AsRawFd>;

pub(crate) enum Call {
    GetTid,
    NewTask(Target),
    KillTask(Tid),
    WaitTask(Tid),
    ReadWait(Pollable),
    WriteWait(Pollable),
    /// Asks the machine what is ready to be read or written. For the kernel's own task.
    Poll,
}

#[derive(Debug, Default)]
pub(crate) enum Reply {
    #[default]
    Nothing,
    Tid(Tid),
    Found(bool),
    Ready(io::Result<()>),
}

/// The number of this task.
#[coro::coroutine]
pub(crate) fn get_tid() -> impl Coroutine<Reply, Yield = Call, Return = Tid> {
    match co_yield!(Call::GetTid) {
        Reply::Tid(tid) => tid,
        other => unreachable!("{other:?}"),
    }
}

/// Starts a task beside this one.
#[coro::coroutine]
pub(crate) fn new_task(target: Target) -> impl Coroutine<Reply, Yield = Call, Return = Tid> {
    match co_yield!(Call::NewTask(target)) {
        Reply::Tid(tid) => tid,
        other => unreachable!("{other:?}"),
    }
}

/// Ends a task where it stands: it is closed, so its handlers and destructors run. Whether there was one.
#[coro::coroutine]
pub(crate) fn kill_task(tid: Tid) -> impl Coroutine<Reply, Yield = Call, Return = bool> {
    match co_yield!(Call::KillTask(tid)) {
        Reply::Found(found) => found,
        other => unreachable!("{other:?}"),
    }
}

/// Waits until a task has ended. At once `false` if there is none, or if it is this one.
#[coro::coroutine]
pub(crate) fn wait_task(tid: Tid) -> impl Coroutine<Reply, Yield = Call, Return = bool> {
    match co_yield!(Call::WaitTask(tid)) {
        Reply::Found(found) => found,
        other => unreachable!("{other:?}"),
    }
}

/// Waits until a socket can be read, or has failed.
#[coro::coroutine]
pub(crate) fn read_wait(
    socket: Pollable,
) -> impl Coroutine<Reply, Yield = Call, Return = io::Result<()>> {
    match co_yield!(Call::ReadWait(socket)) {
        Reply::Ready(result) => result,
        other => unreachable!("{other:?}"),
    }
}

/// Waits until a socket can be written to, or has failed.
#[coro::coroutine]
pub(crate) fn write_wait(
    socket: Pollable,
) -> impl Coroutine<Reply, Yield = Call, Return = io::Result<()>> {
    match co_yield!(Call::WriteWait(socket)) {
        Reply::Ready(result) => result,
        other => unreachable!("{other:?}"),
    }
}
