//! Step 1. A task: a coroutine, its number, and what it is to be sent next.

use coro::prelude::*;

pub(crate) type Tid = u32;

pub(crate) struct Task<R, C> {
    pub(crate) tid: Tid,
    pub(crate) target: C,
    pub(crate) sendval: R,
}

impl<R: Default, C: Coroutine<R>> Task<R, C> {
    pub(crate) fn new(tid: Tid, target: C) -> Self {
        Self {
            tid,
            target,
            sendval: R::default(),
        }
    }

    /// Runs to the next yield. What is sent is used up.
    pub(crate) fn run(&mut self) -> Result<C::Yield, Stop<C::Return, C::Throw>> {
        match self.target.prime()? {
            Some(first) => Ok(first),
            None => self.target.send(std::mem::take(&mut self.sendval)),
        }
    }
}
