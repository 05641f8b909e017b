//! Stack Abuse, "Coroutines in Python": send() from two threads. A `Shared` handle answers the second
//! caller with `AlreadyExecuting`; it neither waits nor panics.
//!
//! The coroutine of the text sleeps for three seconds, and which thread is refused is a matter of luck.
//! This one says when it falls asleep and sleeps until it is woken, so that the output is the same each
//! time.

mod support;

use coro::prelude::*;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use support::{print, printed};

fn print_number(cor: &Shared<impl Coroutine<i32>>) {
    while cor.send(1).is_ok() {}
}

#[coro::coroutine]
fn coroutine(asleep: Sender<()>, alarm: Receiver<()>) -> impl Coroutine<i32> {
    let mut i = 1;
    loop {
        let num = co_yield!();
        print(i);
        if asleep.send(()).is_err() || alarm.recv().is_err() {
            return; // nobody is left to wake it
        }
        i += num;
    }
}

pub(crate) fn main() {
    let (falls_asleep, asleep) = channel();
    let (wake, alarm) = channel();
    let cor = Shared::new(coroutine(falls_asleep, alarm));
    cor.prime().unwrap();

    let for_thread = cor.clone();
    let t = thread::spawn(move || print_number(&for_thread));
    asleep.recv().unwrap();

    let error = loop {
        if let Err(error) = cor.send(5) {
            break error;
        }
    };
    print(error);
    assert_eq!(error, SharedStop::AlreadyExecuting);
    assert_eq!(printed(), ["1", "coroutine already executing"]);

    // The refusal has not hurt the coroutine. Woken for good, it returns, and the thread's loop ends.
    drop(wake);
    t.join().unwrap();
    assert!(printed().is_empty());
    assert_eq!(cor.send(5), Err(SharedStop::Stop(Stop::Exhausted)));
}
