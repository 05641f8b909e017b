//! The feature `futures`: coroutines in asynchronous programs, driven by tokio.

// Each program brings its own copy of the module that prints.
#![allow(clippy::duplicate_mod)]

#[path = "../examples/tokio_loop.rs"]
mod tokio_loop;

use coro::futures::{Step, answered, run, sink, stream};
use coro::prelude::*;
use futures_util::{SinkExt, StreamExt, stream as streams};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

#[test]
fn the_event_loop_of_the_example() {
    tokio_loop::main();
}

/// One thread; time that passes only when all wait.
fn runtime() -> Runtime {
    let mut builder = Builder::new_current_thread();
    builder.enable_time().start_paused(true).build().unwrap()
}

struct Guard(Rc<Cell<u32>>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

#[coro::coroutine]
fn numbers(
    to: u32,
    guard: Option<Guard>,
) -> impl Coroutine<(), Yield = u32, Return = &'static str, Throw = String> {
    let _guard = guard;
    for n in 0..to {
        co_yield!(n);
    }
    if to > 3 {
        co_raise!("too many".to_string());
    }
    "done"
}

#[test]
fn a_stream_keeps_what_ended_it() {
    runtime().block_on(async {
        let mut three = stream(numbers(3, None));
        assert_eq!(three.by_ref().collect::<Vec<_>>().await, [0, 1, 2]);
        assert_eq!(three.stop(), Some(&Stop::Returned("done")));
        assert_eq!(three.next().await, None);

        let mut four = stream(numbers(4, None));
        assert_eq!(four.by_ref().count().await, 4);
        assert_eq!(four.stop(), Some(&Stop::Raised("too many".to_string())));

        // Half of it, and the rest by hand.
        let mut some = stream(numbers(9, None));
        assert_eq!(some.by_ref().take(2).collect::<Vec<_>>().await, [0, 1]);
        assert_eq!(some.stop(), None);
        assert_eq!(some.into_inner().send(()), Ok(2));
    });
}

#[test]
fn a_stream_that_is_dropped_drops_the_locals() {
    let dropped = Rc::new(Cell::new(0));
    runtime().block_on(async {
        let mut some = stream(numbers(9, Some(Guard(dropped.clone()))));
        some.next().await;
        assert_eq!(dropped.get(), 0);
        drop(some);
        assert_eq!(dropped.get(), 1);
    });
}

#[coro::coroutine]
fn grep<'p>(
    pattern: &'p str,
    found: &'p mut Vec<String>,
    end: &'p Cell<bool>,
) -> impl for<'a> Coroutine<&'a str, Throw = String> {
    let closed = co_try!({
        loop {
            let line = co_yield!();
            if line.contains(pattern) {
                found.push(line.to_string());
            }
            if line.is_empty() {
                co_raise!("an empty line".to_string());
            }
        }
    });
    end.set(closed == Err(Interrupt::Close));
    let Err(interrupt) = closed;
    co_raise!(interrupt);
}

#[test]
fn a_sink_takes_what_is_borrowed_and_is_closed() {
    let mut found = Vec::new();
    let end = Cell::new(false);
    runtime().block_on(async {
        let mut sink = sink(grep("33", &mut found, &end));
        for age in 30..40 {
            let line = format!("age {age}");
            sink.send(line.as_str()).await.unwrap();
        }
        let mut lines = streams::iter(["a 33", "b 34"].map(Ok));
        sink.send_all(&mut lines).await.unwrap();
        assert!(!end.get());
        SinkExt::<&str>::close(&mut sink).await.unwrap();
        assert!(end.get());
        assert_eq!(sink.send("33").await, Err(Stop::Exhausted));
    });
    assert_eq!(found, ["age 33", "a 33"]);
}

#[test]
fn a_sink_fails_as_its_coroutine_does() {
    let mut found = Vec::new();
    let end = Cell::new(false);
    runtime().block_on(async {
        let mut sink = sink(grep("33", &mut found, &end));
        let error = Stop::Raised("an empty line".to_string());
        assert_eq!(sink.send("").await, Err(error));
        assert_eq!(sink.send("").await, Err(Stop::Exhausted));
    });
}

/// Adds what it is told in batches of three, each after a pause.
#[coro::coroutine]
fn batches(
    guard: Guard,
) -> impl Coroutine<Option<u32>, Yield = Step<Duration, Vec<u32>>, Return = ()> {
    let _guard = guard;
    let mut batch = Vec::new();
    while let Some(n) = co_yield!(Step::Ask(Duration::from_secs(1))) {
        batch.push(n);
        if batch.len() == 3 {
            co_yield!(Step::Item(std::mem::take(&mut batch)));
        }
    }
    if !batch.is_empty() {
        co_yield!(Step::Item(batch));
    }
}

#[test]
fn a_stream_that_waits() {
    let dropped = Rc::new(Cell::new(0));
    runtime().block_on(async {
        let began = Instant::now();
        let mut n = 0;
        let answer = |pause| {
            n += 1;
            let told = (n <= 5).then_some(n);
            async move {
                tokio::time::sleep(pause).await;
                told
            }
        };
        let mut stream = answered(batches(Guard(dropped.clone())), answer);
        assert_eq!(stream.next().await, Some(vec![1, 2, 3]));
        assert_eq!(began.elapsed().as_secs(), 3);
        assert_eq!(stream.next().await, Some(vec![4, 5]));
        assert_eq!(began.elapsed().as_secs(), 6);
        assert_eq!(stream.next().await, None);
        assert_eq!(stream.next().await, None);
        assert_eq!(dropped.get(), 1);
    });
}

#[test]
fn a_stream_that_waits_loses_nothing_when_a_wait_is_given_up() {
    let dropped = Rc::new(Cell::new(0));
    runtime().block_on(async {
        let answer = |pause| async move {
            tokio::time::sleep(pause).await;
            Some(7)
        };
        let mut stream = answered(batches(Guard(dropped.clone())), answer);
        for _ in 0..2 {
            let limit = Duration::from_millis(1400);
            assert!(tokio::time::timeout(limit, stream.next()).await.is_err());
        }
        assert_eq!(stream.next().await, Some(vec![7, 7, 7]));
        drop(stream);
        assert_eq!(dropped.get(), 1);
    });
}

#[coro::coroutine]
fn conversation() -> impl Coroutine<String, Yield = String, Return = usize, Throw = String> {
    let name = co_yield!("name?".to_string());
    if name.is_empty() {
        co_raise!("nobody".to_string());
    }
    let age = co_yield!(format!("{name}, your age?"));
    name.len() + age.len()
}

/// In a task of a runtime with several threads: what is run may be sent.
#[test]
fn a_task_whose_yields_are_answered() {
    let runtime = Builder::new_multi_thread().worker_threads(2).build();
    runtime.unwrap().block_on(async {
        let (questions, mut asked) = mpsc::channel(1);
        let task = tokio::spawn(run(conversation(), move |question| {
            let questions = questions.clone();
            async move {
                let (reply, answer) = oneshot::channel();
                questions.send((question, reply)).await.unwrap();
                answer.await.unwrap()
            }
        }));
        for (expected, said) in [("name?", "Anna"), ("Anna, your age?", "33")] {
            let (question, reply) = asked.recv().await.unwrap();
            assert_eq!(question, expected);
            reply.send(said.to_string()).unwrap();
        }
        assert_eq!(task.await.unwrap(), Ok(6));

        let silent = run(conversation(), |_| async { String::new() }).await;
        assert_eq!(silent, Err(Stop::Raised("nobody".to_string())));
    });
}
