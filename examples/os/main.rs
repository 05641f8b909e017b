//! "Python coroutines" (a study of Beazley's course): an operating system of coroutines, step by step.
//!
//! | step | file | what it adds |
//! |---|---|---|
//! | 1 | `task.rs` | a task around a coroutine |
//! | 2 | `scheduler.rs` | tasks take turns |
//! | 3 | `calls.rs` | system calls: what a yield asks for, and typed answers |
//! | 4 | `kernel.rs`, `poller.rs` | the scheduler that carries them out, with real sockets |
//! | 5 | `sockets.rs`, `echo.rs` | sub-coroutines over sockets, and an echo server |
//!
//! `cargo run --release --example os`: the steps, then an echo server with 1,000 clients at once, all of it
//! in one thread. `cargo run --release --example os -- serve 127.0.0.1:2500` serves until it is interrupted.

pub(crate) mod calls;
pub(crate) mod echo;
pub(crate) mod kernel;
mod poller;
mod scheduler;
pub(crate) mod sockets;
#[path = "../support/mod.rs"]
mod support;
mod task;

use calls::{Call, Reply, get_tid, kill_task, new_task, wait_task};
use coro::prelude::*;
use echo::{Seen, server};
use kernel::Kernel;
use scheduler::Scheduler;
use sockets::{recv_exact, send};
use std::cell::Cell;
use std::env;
use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::rc::Rc;
use std::time::Instant;
use support::{print, printed};
use task::Task;

/// Step 1: a task runs from yield to yield.
fn a_task() {
    #[coro::coroutine]
    fn foo() -> impl Coroutine {
        print("Part 1");
        co_yield!();
        print("Part 2");
        co_yield!();
    }

    let mut t1 = Task::new(1, foo());
    print("Running foo()");
    t1.run().unwrap();
    print("Resuming foo()");
    t1.run().unwrap();
    assert!(t1.run().is_err());
    assert_eq!(
        printed(),
        ["Running foo()", "Part 1", "Resuming foo()", "Part 2"]
    );
}

/// Step 2: two tasks take turns, and the longer one goes on alone.
fn a_scheduler() {
    #[coro::coroutine]
    fn says(what: &'static str, times: u32) -> impl Coroutine {
        for _ in 0..times {
            print(format_args!("I'm {what}"));
            co_yield!();
        }
    }

    let mut sched = Scheduler::default();
    sched.new_task(says("foo", 2).boxed());
    sched.new_task(says("bar", 4).boxed());
    sched.mainloop();
    assert_eq!(
        printed(),
        [
            "I'm foo", "I'm bar", "I'm foo", "I'm bar", "I'm bar", "I'm bar"
        ]
    );
}

/// Step 3: system calls. One task starts two others, waits for the first and kills the second.
fn system_calls() -> io::Result<()> {
    #[coro::coroutine]
    fn foo(times: Option<u32>) -> impl Coroutine<Reply, Yield = Call> {
        let mytid = yield_from!(get_tid());
        let mut said = 0;
        while times != Some(said) {
            said += 1;
            print(format_args!("I'm {mytid}"));
            yield_from!(get_tid());
        }
    }

    #[coro::coroutine]
    fn parent() -> impl Coroutine<Reply, Yield = Call> {
        let short = yield_from!(new_task(foo(Some(3)).boxed()));
        let endless = yield_from!(new_task(foo(None).boxed()));
        let waited = yield_from!(wait_task(short));
        print(format_args!("waited for {short}: {waited}"));
        let killed = yield_from!(kill_task(endless));
        print(format_args!("killed {endless}: {killed}"));
        let again = yield_from!(kill_task(endless));
        print(format_args!("killed {endless}: {again}"));
    }

    let mut kernel = Kernel::new()?;
    kernel.new_task(parent().boxed());
    kernel.mainloop()?;
    assert_eq!(
        printed(),
        [
            "I'm 2",
            "I'm 2",
            "I'm 3",
            "I'm 2",
            "I'm 3",
            "I'm 3",
            "waited for 2: true",
            "killed 3: true",
            "killed 3: false",
        ]
    );
    Ok(())
}

/// Sends its lines one by one and expects each back.
#[coro::coroutine]
fn client(
    socket: Rc<TcpStream>,
    number: usize,
    lines: usize,
    echoed: Rc<Cell<usize>>,
) -> impl Coroutine<Reply, Yield = Call> {
    for n in 0..lines {
        let line = format!("client {number}, line {n}\n").into_bytes();
        if let Err(error) = yield_from!(send(socket.clone(), line.clone())) {
            panic!("client {number} cannot send: {error}");
        }
        match yield_from!(recv_exact(socket.clone(), line.len())) {
            Ok(back) => assert_eq!(back, line),
            Err(error) => panic!("client {number} does not receive: {error}"),
        }
        echoed.set(echoed.get() + 1);
    }
}

fn connect(address: SocketAddr) -> io::Result<Rc<TcpStream>> {
    let socket = TcpStream::connect(address)?;
    socket.set_nodelay(true)?;
    socket.set_nonblocking(true)?;
    Ok(Rc::new(socket))
}

/// Connects all clients, then starts them together, waits for them, and kills the server.
#[coro::coroutine]
fn crowd(
    listener: Rc<TcpListener>,
    clients: usize,
    lines: usize,
    seen: Rc<Seen>,
    echoed: Rc<Cell<usize>>,
) -> impl Coroutine<Reply, Yield = Call> {
    let address = listener.local_addr().expect("it is bound");
    let server = yield_from!(new_task(server(listener, seen.clone()).boxed()));
    let mut sockets = Vec::new();
    while sockets.len() < clients {
        sockets.push(connect(address).expect("the listener has room for one"));
        while seen.accepted.get() < sockets.len() {
            yield_from!(get_tid()); // lets the server have its turn
        }
    }
    let mut tasks = Vec::new();
    for (number, socket) in sockets.into_iter().enumerate() {
        let client = client(socket, number, lines, echoed.clone());
        tasks.push(yield_from!(new_task(client.boxed())));
    }
    for task in tasks {
        yield_from!(wait_task(task)); // at once, if it has ended
    }
    yield_from!(kill_task(server));
}

/// Step 5: the server and all its clients, in this thread.
fn an_echo_server(clients: usize, lines: usize) -> io::Result<()> {
    // Two sockets for each client, one of them the server's.
    rlimit::increase_nofile_limit(2 * clients as u64 + 100)?;

    let listener = Rc::new(listen("127.0.0.1:0")?);
    let seen = Rc::new(Seen::default());
    let echoed = Rc::new(Cell::new(0));
    let mut kernel = Kernel::new()?;
    kernel.new_task(crowd(listener, clients, lines, seen.clone(), echoed.clone()).boxed());
    let start = Instant::now();
    kernel.mainloop()?;
    let took = start.elapsed();

    println!("{seen:?}");
    println!(
        "{clients} clients at once, {} lines echoed, {:.0} per second",
        echoed.get(),
        echoed.get() as f64 / took.as_secs_f64()
    );
    assert_eq!(echoed.get(), clients * lines);
    assert_eq!((seen.most_open.get(), seen.open.get()), (clients, 0));
    assert_eq!(seen.vanished.get(), 0);
    Ok(())
}

pub(crate) fn listen(address: &str) -> io::Result<TcpListener> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

pub(crate) fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [command, address] = &arguments[..]
        && command == "serve"
    {
        let mut kernel = Kernel::new()?;
        let listener = Rc::new(listen(address)?);
        println!("listening on {}", listener.local_addr()?);
        kernel.new_task(server(listener, Rc::default()).boxed());
        return kernel.mainloop();
    }
    a_task();
    a_scheduler();
    system_calls()?;
    an_echo_server(1000, 30)
}
