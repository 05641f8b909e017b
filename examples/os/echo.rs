//! Step 5, the server: a task that accepts, and a task for each client.

use super::calls::{Call, Reply, new_task};
use super::sockets::{accept, recv, send};
use coro::prelude::*;
use std::cell::Cell;
use std::io;
use std::net::{TcpListener, TcpStream};
use std::rc::Rc;

/// What the server has seen.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) accepted: Cell<usize>,
    pub(crate) open: Cell<usize>,
    pub(crate) most_open: Cell<usize>,
    /// Clients that did not leave by closing the connection in good order.
    pub(crate) vanished: Cell<usize>,
}

fn add<T: std::ops::Add<Output = T> + Copy>(cell: &Cell<T>, n: T) {
    cell.set(cell.get() + n);
}

/// Counts a client as open. Its drop is the cleanup of a task, however that ends.
struct Open(Rc<Seen>);

impl Open {
    fn new(seen: Rc<Seen>) -> Self {
        add(&seen.accepted, 1);
        add(&seen.open, 1);
        seen.most_open
            .set(seen.most_open.get().max(seen.open.get()));
        Self(seen)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.open.set(self.0.open.get() - 1);
    }
}

#[coro::coroutine]
fn echo(client: Rc<TcpStream>) -> impl Coroutine<Reply, Yield = Call, Return = io::Result<()>> {
    loop {
        let data = yield_from!(recv(client.clone(), 65536))?;
        if data.is_empty() {
            return Ok(());
        }
        yield_from!(send(client.clone(), data))?;
    }
}

#[coro::coroutine]
fn handle_client(client: Rc<TcpStream>, open: Open) -> impl Coroutine<Reply, Yield = Call> {
    if yield_from!(echo(client)).is_err() {
        add(&open.0.vanished, 1);
    }
}

#[coro::coroutine]
pub(crate) fn server(
    listener: Rc<TcpListener>,
    seen: Rc<Seen>,
) -> impl Coroutine<Reply, Yield = Call> {
    loop {
        match yield_from!(accept(listener.clone())) {
            Ok(client) => {
                let open = Open::new(seen.clone());
                yield_from!(new_task(handle_client(client, open).boxed()));
            }
            Err(error) => return eprintln!("the server stops: {error}"),
        }
    }
}
