//! Step 5. Sub-coroutines over non-blocking sockets, called by `yield_from!`: they look as if they blocked.
//!
//! Each waits before it tries, as in the seed, so that a task with a busy client leaves the others their turns.
//! More than one task may wait for a socket, so what was ready may be gone: then they wait again.

use super::calls::{Call, Reply, read_wait, write_wait};
use coro::prelude::*;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::rc::Rc;

fn again(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted)
}

#[coro::coroutine]
pub(crate) fn accept(
    listener: Rc<TcpListener>,
) -> impl Coroutine<Reply, Yield = Call, Return = io::Result<Rc<TcpStream>>> {
    loop {
        yield_from!(read_wait(listener.clone()))?;
        match listener.accept() {
            Ok((client, _address)) => {
                client.set_nonblocking(true)?;
                return Ok(Rc::new(client));
            }
            Err(error) if again(&error) => {}
            // A client that left before it was accepted.
            Err(error) if error.kind() == ErrorKind::ConnectionAborted => {}
            Err(error) => return Err(error),
        }
    }
}

/// At most `max` bytes; none at the end.
#[coro::coroutine]
pub(crate) fn recv(
    socket: Rc<TcpStream>,
    max: usize,
) -> impl Coroutine<Reply, Yield = Call, Return = io::Result<Vec<u8>>> {
    loop {
        yield_from!(read_wait(socket.clone()))?;
        let mut data = vec![0; max];
        match (&*socket).read(&mut data) {
            Ok(length) => {
                data.truncate(length);
                return Ok(data);
            }
            Err(error) if again(&error) => {}
            Err(error) => return Err(error),
        }
    }
}

/// Exactly `length` bytes.
#[coro::coroutine]
pub(crate) fn recv_exact(
    socket: Rc<TcpStream>,
    length: usize,
) -> impl Coroutine<Reply, Yield = Call, Return = io::Result<Vec<u8>>> {
    let mut all = Vec::new();
    while all.len() < length {
        let data = yield_from!(recv(socket.clone(), length - all.len()))?;
        if data.is_empty() {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        all.extend(data);
    }
    Ok(all)
}

#[coro::coroutine]
pub(crate) fn send(
    socket: Rc<TcpStream>,
    data: Vec<u8>,
) -> impl Coroutine<Reply, Yield = Call, Return = io::Result<()>> {
    let mut sent = 0;
    while sent < data.len() {
        yield_from!(write_wait(socket.clone()))?;
        match (&*socket).write(&data[sent..]) {
            Ok(length) => sent += length,
            Err(error) if again(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
