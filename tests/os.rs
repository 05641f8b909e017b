//! The operating system of `examples/os`: its own run, then what a server must survive. The kernel and all its tasks
//! are in one thread; the clients here are blocking sockets of the standard library in another.

#[path = "../examples/os/main.rs"]
mod os;

use coro::prelude::*;
use os::calls::{Call, Reply, kill_task, new_task, read_wait, wait_task, write_wait};
use os::echo::{Seen, server};
use os::kernel::Kernel;
use os::sockets::{recv_exact, send};
use std::cell::RefCell;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::rc::Rc;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[test]
fn the_example() {
    os::main().unwrap();
}

/// What a server has seen when it has ended.
#[derive(Debug, PartialEq)]
struct Sums {
    accepted: usize,
    most_open: usize,
    open: usize,
    vanished: usize,
}

struct Server {
    address: SocketAddr,
    switch: UnixStream,
    thread: JoinHandle<io::Result<Sums>>,
}

/// Kills the server when the other end of the switch is closed.
#[coro::coroutine]
fn operator(
    listener: Rc<TcpListener>,
    seen: Rc<Seen>,
    switch: Rc<UnixStream>,
) -> impl Coroutine<Reply, Yield = Call> {
    let server = yield_from!(new_task(server(listener, seen).boxed()));
    yield_from!(read_wait(switch)).unwrap();
    assert!(yield_from!(kill_task(server)));
}

impl Server {
    fn start() -> Self {
        // This process holds both ends.
        rlimit::increase_nofile_limit(u64::MAX).unwrap();
        let listener = os::listen("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (switch, other_end) = UnixStream::pair().unwrap();
        let thread = thread::spawn(move || {
            let seen = Rc::new(Seen::default());
            let mut kernel = Kernel::new()?;
            kernel.new_task(operator(Rc::new(listener), seen.clone(), Rc::new(other_end)).boxed());
            kernel.mainloop()?;
            Ok(Sums {
                accepted: seen.accepted.get(),
                most_open: seen.most_open.get(),
                open: seen.open.get(),
                vanished: seen.vanished.get(),
            })
        });
        Self {
            address,
            switch,
            thread,
        }
    }

    fn connect(&self) -> TcpStream {
        let socket = TcpStream::connect(self.address).unwrap();
        socket.set_nodelay(true).unwrap();
        // So that a failure is a failure and not a test that hangs.
        socket
            .set_read_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        socket
            .set_write_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        socket
    }

    /// The listener goes at once, clients that are still there are served until they leave.
    fn stop(self) -> Sums {
        drop(self.switch);
        self.thread.join().unwrap().unwrap()
    }
}

/// Bytes that differ for each client and each place, lines among them.
fn bytes(seed: usize, length: usize) -> Vec<u8> {
    let mut state = (seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    std::iter::repeat_with(next).take(length).collect()
}

fn echoed(mut socket: &TcpStream, length: usize) -> Vec<u8> {
    let mut back = vec![0; length];
    socket.read_exact(&mut back).unwrap();
    back
}

fn at_end(mut socket: &TcpStream) -> bool {
    socket.read(&mut [0]).unwrap() == 0
}

#[test]
fn a_thousand_clients_at_once() {
    const CLIENTS: usize = 1000;
    let server = Server::start();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let mut client = server.connect();
            // Not faster than the server accepts: past its backlog, connecting takes a second.
            client.write_all(b"?").unwrap();
            assert_eq!(echoed(&client, 1), b"?");
            client
        })
        .collect();
    for round in 0..5 {
        let lines: Vec<_> = (0..CLIENTS)
            .map(|n| bytes(round * CLIENTS + n, 1 + (n * 7 + round * 131) % 3000))
            .collect();
        // All send the first half of a line, then all the second, before anyone reads.
        for (mut client, line) in clients.iter().zip(&lines) {
            client.write_all(&line[..line.len() / 2]).unwrap();
        }
        for (mut client, line) in clients.iter().zip(&lines) {
            client.write_all(&line[line.len() / 2..]).unwrap();
        }
        for (n, (client, line)) in clients.iter().zip(&lines).enumerate() {
            assert!(
                echoed(client, line.len()) == *line,
                "client {n}, round {round}"
            );
        }
    }
    for client in &clients {
        client.shutdown(std::net::Shutdown::Write).unwrap();
    }
    // Nothing comes after the last byte.
    assert!(clients.iter().all(at_end));
    drop(clients);
    let sums = server.stop();
    assert_eq!(
        sums,
        Sums {
            accepted: CLIENTS,
            most_open: CLIENTS,
            open: 0,
            vanished: 0
        }
    );
}

#[test]
fn clients_that_vanish_mid_line() {
    let server = Server::start();
    let staying: Vec<_> = (0..100).map(|_| server.connect()).collect();
    for (n, mut client) in staying.iter().enumerate() {
        client.write_all(&bytes(n, 10)).unwrap();
    }
    for n in 0..200 {
        let mut client = server.connect();
        client.write_all(b"half a li").unwrap();
        if n % 2 == 0 {
            // The echo is there and unread, so that closing is a reset: the server's next read fails.
            client.peek(&mut [0]).unwrap();
        }
    }
    // The others have not noticed.
    for (n, mut client) in staying.iter().enumerate() {
        client.write_all(&bytes(n + 1000, 5000)).unwrap();
    }
    for (n, client) in staying.iter().enumerate() {
        assert!(echoed(client, 10) == bytes(n, 10));
        assert!(echoed(client, 5000) == bytes(n + 1000, 5000));
    }
    drop(staying);
    let sums = server.stop();
    assert_eq!((sums.accepted, sums.open), (300, 0));
    // Those of even number. What the others look like is a matter of which came first, the close or the echo.
    assert!((100..=200).contains(&sums.vanished), "{sums:?}");
}

/// The server's writes do not fit, so that its tasks wait to write; the others are served meanwhile.
#[test]
fn clients_that_do_not_read() {
    const LENGTH: usize = 16 << 20;
    let server = Server::start();
    let (said, heard) = mpsc::channel();
    let writers: Vec<_> = (0..4)
        .map(|n| {
            let slow = server.connect();
            let mut writing = slow.try_clone().unwrap();
            let said = said.clone();
            let writer = thread::spawn(move || {
                let data = bytes(n, LENGTH);
                writing.write_all(&data[..1 << 20]).unwrap();
                said.send(()).unwrap();
                writing.write_all(&data[1 << 20..]).unwrap();
                data
            });
            (slow, writer)
        })
        .collect();
    for _ in &writers {
        heard.recv_timeout(Duration::from_secs(30)).unwrap();
    }
    let mut quick = server.connect();
    for n in 0..100 {
        quick.write_all(&bytes(n, 100)).unwrap();
        assert!(echoed(&quick, 100) == bytes(n, 100));
    }
    for (slow, writer) in writers {
        let back = echoed(&slow, LENGTH);
        assert!(back == writer.join().unwrap());
    }
    drop(quick);
    let sums = server.stop();
    assert_eq!((sums.accepted, sums.open, sums.vanished), (5, 0, 0));
}

type Log = Rc<RefCell<Vec<&'static str>>>;

fn log(log: &Log, what: &'static str) {
    log.borrow_mut().push(what);
}

struct Guard(Log, &'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        log(&self.0, self.1);
    }
}

fn pair() -> (Rc<TcpStream>, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let ours = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    ours.set_nonblocking(true).unwrap();
    (Rc::new(ours), listener.accept().unwrap().0)
}

fn run(
    task: impl Coroutine<Reply, Yield = Call, Return = (), Throw = std::convert::Infallible> + 'static,
) -> io::Result<()> {
    let mut kernel = Kernel::new()?;
    kernel.new_task(task.boxed());
    kernel.mainloop()
}

#[coro::coroutine]
fn waits_for_ever(socket: Rc<TcpStream>, events: Log) -> impl Coroutine<Reply, Yield = Call> {
    let _outer = Guard(events.clone(), "outer dropped");
    let waited = co_try!({
        let _inner = Guard(events.clone(), "inner dropped");
        yield_from!(read_wait(socket)).unwrap();
    });
    assert!(waited == Err(Interrupt::Close));
    log(&events, "handler ran");
}

#[coro::coroutine]
fn killer(socket: Rc<TcpStream>, events: Log) -> impl Coroutine<Reply, Yield = Call> {
    let waiting = yield_from!(new_task(
        waits_for_ever(socket.clone(), events.clone()).boxed()
    ));
    let bystander = yield_from!(new_task(bystander(waiting, events.clone()).boxed()));
    yield_from!(write_wait(socket.clone())).unwrap(); // both stand at their waits now
    log(&events, "kill");
    assert!(yield_from!(kill_task(waiting)));
    log(&events, "killed");
    assert!(!yield_from!(kill_task(waiting)));
    yield_from!(wait_task(bystander));
    // The socket is not watched any more, and can be waited for again.
    assert_eq!(Rc::strong_count(&socket), 1);
    let (mine, expected) = (socket.clone(), b"end".to_vec());
    assert_eq!(yield_from!(recv_exact(mine, 3)).unwrap(), expected);
}

#[coro::coroutine]
fn bystander(waiting: u32, events: Log) -> impl Coroutine<Reply, Yield = Call> {
    assert!(yield_from!(wait_task(waiting)));
    log(&events, "bystander told");
}

#[test]
fn a_task_killed_while_it_waits_cleans_up() {
    let (socket, mut peer) = pair();
    let events = Log::default();
    let sending = thread::spawn(move || {
        thread::sleep(Duration::from_millis(50));
        peer.write_all(b"end").unwrap();
        peer
    });
    run(killer(socket, events.clone())).unwrap();
    drop(sending.join().unwrap());
    assert_eq!(
        *events.borrow(),
        [
            "kill",
            "inner dropped",
            "handler ran",
            "outer dropped",
            "bystander told",
            "killed"
        ]
    );
}

/// Answers a close with another system call.
#[coro::coroutine]
fn stubborn(socket: Rc<TcpStream>, events: Log) -> impl Coroutine<Reply, Yield = Call> {
    let _guard = Guard(events.clone(), "dropped");
    loop {
        if co_try!({ yield_from!(read_wait(socket.clone())).unwrap() }).is_err() {
            log(&events, "ignored");
        }
    }
}

#[coro::coroutine]
fn kills_the_stubborn(socket: Rc<TcpStream>, events: Log) -> impl Coroutine<Reply, Yield = Call> {
    let stubborn = stubborn(socket.clone(), events).boxed();
    let tid = yield_from!(new_task(stubborn));
    yield_from!(write_wait(socket)).unwrap();
    assert!(yield_from!(kill_task(tid)));
}

#[test]
fn a_task_that_ignores_its_close_is_dropped() {
    let (socket, _peer) = pair();
    let events = Log::default();
    run(kills_the_stubborn(socket, events.clone())).unwrap();
    assert_eq!(*events.borrow(), ["ignored", "dropped"]);
}

#[coro::coroutine]
fn suicide(events: Log) -> impl Coroutine<Reply, Yield = Call> {
    let _guard = Guard(events.clone(), "dropped");
    let tid = yield_from!(os::calls::get_tid());
    yield_from!(kill_task(tid));
    log(&events, "not reached");
}

#[test]
fn a_task_kills_itself() {
    let events = Log::default();
    run(suicide(events.clone())).unwrap();
    assert_eq!(*events.borrow(), ["dropped"]);
}

#[coro::coroutine]
fn reads_one(
    socket: Rc<TcpStream>,
    got: Rc<RefCell<Vec<u8>>>,
) -> impl Coroutine<Reply, Yield = Call> {
    let byte = yield_from!(recv_exact(socket, 1)).unwrap();
    got.borrow_mut().extend(byte);
}

#[coro::coroutine]
fn writes_much(socket: Rc<TcpStream>) -> impl Coroutine<Reply, Yield = Call> {
    yield_from!(send(socket, vec![7; 8 << 20])).unwrap();
}

/// Three tasks wait to read and one to write, all for one socket.
#[test]
fn several_tasks_at_one_socket() {
    let (socket, mut peer) = pair();
    let got = Rc::new(RefCell::new(Vec::new()));
    let mut kernel = Kernel::new().unwrap();
    kernel.new_task(writes_much(socket.clone()).boxed());
    for _ in 0..3 {
        kernel.new_task(reads_one(socket.clone(), got.clone()).boxed());
    }
    let peer = thread::spawn(move || {
        thread::sleep(Duration::from_millis(50));
        peer.write_all(b"a").unwrap();
        let back = echoed(&peer, 8 << 20);
        peer.write_all(b"bc").unwrap();
        (peer, back)
    });
    kernel.mainloop().unwrap();
    let (_peer, back) = peer.join().unwrap();
    assert!(back == vec![7; 8 << 20]);
    got.borrow_mut().sort_unstable();
    assert_eq!(*got.borrow(), b"abc");
}

#[coro::coroutine]
fn waits_for(tid: u32) -> impl Coroutine<Reply, Yield = Call> {
    yield_from!(wait_task(tid));
}

#[test]
fn tasks_that_wait_for_each_other_are_an_error() {
    let mut kernel = Kernel::new().unwrap();
    assert_eq!(kernel.new_task(waits_for(2).boxed()), 1);
    assert_eq!(kernel.new_task(waits_for(1).boxed()), 2);
    let error = kernel.mainloop().unwrap_err();
    assert_eq!(error.to_string(), "the tasks wait for each other");
    // Alone, or for nobody, a task does not wait.
    run(waits_for(1)).unwrap();
    run(waits_for(99)).unwrap();
}
