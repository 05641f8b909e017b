//! Step 4, the part below the kernel: which tasks wait for which sockets. Python's `select.select`.
//!
//! The readiness comes from `mio`: it is maintained and wholly safe to use. (In version 3 of `polling` adding a
//! source is unsafe, since it may be closed while it is watched; version 2, where it was safe, is no longer
//! developed.) `mio` reports changes, `select` reports states; a socket is therefore registered for each
//! wait anew, which reports the state that it finds.

use super::calls::Pollable;
use super::task::Tid;
use mio::unix::SourceFd;
use mio::{Events, Interest, Poll, Token};
use std::collections::HashMap;
use std::io;
use std::os::fd::RawFd;
use std::time::Duration;

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum For {
    Reading,
    Writing,
}

struct Watched {
    socket: Pollable,
    waiting: Vec<(Tid, For)>,
}

impl Watched {
    fn interest(&self) -> Option<Interest> {
        let wanted = self.waiting.iter().map(|(_, what)| match what {
            For::Reading => Interest::READABLE,
            For::Writing => Interest::WRITABLE,
        });
        wanted.reduce(Interest::add)
    }
}

pub(crate) struct Poller {
    poll: Poll,
    events: Events,
    watched: HashMap<RawFd, Watched>,
    waits_at: HashMap<Tid, RawFd>,
}

impl Poller {
    pub(crate) fn new() -> io::Result<Self> {
        Ok(Self {
            poll: Poll::new()?,
            events: Events::with_capacity(1024),
            watched: HashMap::new(),
            waits_at: HashMap::new(),
        })
    }

    pub(crate) fn is_idle(&self) -> bool {
        self.waits_at.is_empty()
    }

    /// Several tasks may wait for one socket; the seed's dictionary forgets all but the last.
    pub(crate) fn wait(&mut self, tid: Tid, what: For, socket: Pollable) -> io::Result<()> {
        let fd = socket.as_raw_fd();
        let watched = self.watched.entry(fd).or_insert_with(|| Watched {
            socket,
            waiting: Vec::new(),
        });
        watched.waiting.push((tid, what));
        self.waits_at.insert(tid, fd);
        let first = watched.waiting.len() == 1;
        let interest = watched.interest().expect("one was just pushed");
        let registry = self.poll.registry();
        let result = if first {
            registry.register(&mut SourceFd(&fd), token(fd), interest)
        } else {
            registry.reregister(&mut SourceFd(&fd), token(fd), interest)
        };
        if result.is_err() {
            self.take(fd, |waiter| waiter == (tid, what)).ok();
        }
        result
    }

    /// For a task that is killed while it waits.
    pub(crate) fn forget(&mut self, tid: Tid) {
        if let Some(&fd) = self.waits_at.get(&tid) {
            self.take(fd, |(waiter, _)| waiter == tid).ok();
        }
    }

    /// The tasks that need not wait any longer. Without a timeout it waits for one.
    pub(crate) fn poll(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Tid>> {
        if let Err(error) = self.poll.poll(&mut self.events, timeout) {
            return match error.kind() {
                io::ErrorKind::Interrupted => Ok(Vec::new()),
                _ => Err(error),
            };
        }
        let happened: Vec<_> = self
            .events
            .iter()
            .map(|event| {
                let failed = event.is_error();
                let read = event.is_readable() || event.is_read_closed() || failed;
                let write = event.is_writable() || event.is_write_closed() || failed;
                (fd(event.token()), read, write)
            })
            .collect();
        let mut ready = Vec::new();
        for (fd, read, write) in happened {
            ready.extend(self.take(fd, |(_, what)| match what {
                For::Reading => read,
                For::Writing => write,
            })?);
        }
        Ok(ready)
    }

    /// Takes some of the waiting tasks from a socket, and watches it for the others.
    fn take(&mut self, fd: RawFd, which: impl Fn((Tid, For)) -> bool) -> io::Result<Vec<Tid>> {
        let Some(watched) = self.watched.get_mut(&fd) else {
            return Ok(Vec::new());
        };
        let taken: Vec<Tid> = watched
            .waiting
            .extract_if(.., |waiter| which(*waiter))
            .map(|(tid, _)| tid)
            .collect();
        for tid in &taken {
            self.waits_at.remove(tid);
        }
        let registry = self.poll.registry();
        match watched.interest() {
            Some(interest) => registry.reregister(&mut SourceFd(&fd), token(fd), interest)?,
            None => {
                // Before the kernel's share of the socket goes: the number may be another's afterwards.
                let deregistered = registry.deregister(&mut SourceFd(&watched.socket.as_raw_fd()));
                self.watched.remove(&fd);
                deregistered?;
            }
        }
        Ok(taken)
    }
}

fn token(fd: RawFd) -> Token {
    Token(usize::try_from(fd).expect("a descriptor is not negative"))
}

fn fd(token: Token) -> RawFd {
    RawFd::try_from(token.0).expect("a token was a descriptor")
}
