//! "Python coroutines" (a study of Beazley's course): the coroutines of `event_loop.rs` again, with tokio in the place of
//! that loop. The programs are the same, and so is what they print.
//!
//! `cargo run --example tokio_loop`

#[allow(dead_code, reason = "its loop is replaced")]
#[path = "event_loop.rs"]
mod event_loop;

use coro::futures::run;
use coro::prelude::*;
use event_loop::support::printed;
use event_loop::{Job, Wait, Wake, more, programs};
use futures_util::future::{Either, select};
use std::cell::RefCell;
use std::convert::Infallible;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::sync::{oneshot, watch};
use tokio::task::{LocalSet, spawn_local};
use tokio::time::{Instant, sleep, timeout};

/// A task that was started: how to end it, and how to know that it has ended.
struct Started {
    cancel: Option<oneshot::Sender<()>>,
    ended: watch::Receiver<()>,
}

/// By number.
type Tasks = Rc<RefCell<Vec<Started>>>;

/// What the loop did for a request, tokio does.
fn answer(tasks: &Tasks, wait: Wait) -> Pin<Box<dyn Future<Output = Wake>>> {
    let tasks = tasks.clone();
    Box::pin(async move {
        match wait {
            Wait::Sleep(time) => {
                sleep(time).await;
                Wake::Nothing
            }
            Wait::Spawn(job) => {
                let (cancel, cancelled) = oneshot::channel();
                let (running, ended) = watch::channel(());
                spawn_local(start(tasks.clone(), job, cancelled, running));
                let cancel = Some(cancel);
                tasks.borrow_mut().push(Started { cancel, ended });
                Wake::Spawned(tasks.borrow().len() as u64 - 1)
            }
            Wait::Join(id, limit) => {
                let mut ended = tasks.borrow()[id as usize].ended.clone();
                // Nothing is ever told: it changes by ending.
                let changed = ended.changed();
                match limit {
                    None => Wake::Ended(changed.await.is_err()),
                    Some(limit) => Wake::Ended(timeout(limit, changed).await.is_ok()),
                }
            }
            Wait::Cancel(id) => {
                let cancel = tasks.borrow_mut()[id as usize].cancel.take();
                let mut ended = tasks.borrow()[id as usize].ended.clone();
                if let Some(cancel) = cancel {
                    cancel.send(()).ok();
                    ended.changed().await.ok();
                }
                Wake::Nothing
            }
        }
    })
}

/// A task: until it ends, or is cancelled. That `running` is dropped tells those who wait.
async fn start(
    tasks: Tasks,
    mut job: Job,
    cancelled: oneshot::Receiver<()>,
    running: watch::Sender<()>,
) {
    let work = run(&mut job, |wait| answer(&tasks, wait));
    let ended = matches!(select(pin!(work), cancelled).await, Either::Left(_));
    if !ended {
        // Closed rather than dropped, so that its handlers run.
        job.close().ok();
    }
    drop(running);
}

/// `asyncio.run`, and how long it took.
fn run_main<T>(
    main: impl Coroutine<Wake, Yield = Wait, Return = T, Throw = Infallible>,
    paused: bool,
) -> (T, Duration) {
    let tasks = Tasks::default();
    let mut builder = Builder::new_current_thread();
    let runtime = builder.enable_time().start_paused(paused).build().unwrap();
    LocalSet::new().block_on(&runtime, async {
        let start = Instant::now();
        let result = run(main, |wait| answer(&tasks, wait)).await;
        let took = start.elapsed();
        let left = tasks.borrow().len() as u64;
        for id in 0..left {
            answer(&tasks, Wait::Cancel(id)).await;
        }
        (result.ok().expect("it cannot raise"), took)
    })
}

pub(crate) fn main() {
    for (second, paused) in [(1000, true), (10, false)] {
        let second = Duration::from_millis(second);
        let ((), took) = run_main(programs::one_after_the_other(second), paused);
        println!("{took:?}");
        assert!(took >= 8 * second);
        assert_eq!(
            printed(),
            ["will sleep 1", "slept 1", "will sleep 2", "slept 2"]
        );

        let ((), took) = run_main(programs::at_the_same_time(second), paused);
        println!("{took:?}");
        assert!(took >= 4 * second);
        assert_eq!(
            printed(),
            ["will sleep 1", "will sleep 2", "slept 1", "slept 2"]
        );
    }
    let (sum, took) = run_main(more::program(Duration::from_secs(1)), true);
    println!("{took:?}");
    assert_eq!(sum, 60);
    assert_eq!(printed(), more::PRINTED);
}
