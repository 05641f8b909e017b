//! "Python coroutines" (a study of Beazley's course): an event loop in the manner of asyncio, with timers. `await` is
//! `yield_from!`; what reaches the loop is the yield of the innermost coroutine.
//!
//! `cargo run --example event_loop` runs in virtual time, where the four seconds of the text take none, then in real
//! time with four hundredths of a second.

pub(crate) mod support;

use coro::prelude::*;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};
use std::convert::Infallible;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};
use support::{print, printed};

type Id = u64;

/// What a task asks of the loop.
pub(crate) enum Wait {
    Sleep(Duration),
    Spawn(Job),
    /// Until a task has ended, but not longer.
    Join(Id, Option<Duration>),
    Cancel(Id),
}

/// What it is told.
#[derive(Debug, Default)]
pub(crate) enum Wake {
    #[default]
    Nothing,
    Spawned(Id),
    /// Whether the task has ended.
    Ended(bool),
}

pub(crate) type Job = BoxCoroutine<'static, Wake, Wait>;

/// A task that another waits for, and where its result will be.
pub(crate) struct Handle<T> {
    id: Id,
    result: Rc<RefCell<Option<T>>>,
}

/// `asyncio.sleep`
#[coro::coroutine]
pub(crate) fn sleep_for(time: Duration) -> impl Coroutine<Wake, Yield = Wait> {
    co_yield!(Wait::Sleep(time));
}

/// `asyncio.create_task`: it begins when the loop has a turn for it.
#[coro::coroutine]
pub(crate) fn spawn<T: 'static>(
    work: impl Coroutine<Wake, Yield = Wait, Return = T, Throw = Infallible> + 'static,
) -> impl Coroutine<Wake, Yield = Wait, Return = Handle<T>> {
    let result = Rc::new(RefCell::new(None));
    let job = keeping(work, result.clone()).boxed();
    match co_yield!(Wait::Spawn(job)) {
        Wake::Spawned(id) => Handle { id, result },
        other => unreachable!("{other:?}"),
    }
}

#[coro::coroutine]
fn keeping<T>(
    work: impl Coroutine<Wake, Yield = Wait, Return = T, Throw = Infallible>,
    result: Rc<RefCell<Option<T>>>,
) -> impl Coroutine<Wake, Yield = Wait> {
    let value = yield_from!(work);
    *result.borrow_mut() = Some(value);
}

/// Waits for a task. `None` if that was cancelled.
#[coro::coroutine]
pub(crate) fn join<T>(handle: Handle<T>) -> impl Coroutine<Wake, Yield = Wait, Return = Option<T>> {
    co_yield!(Wait::Join(handle.id, None));
    handle.result.take()
}

/// `asyncio.gather`: all at the same time; the results are in the order of the arguments.
#[coro::coroutine]
pub(crate) fn gather<T: 'static, C>(
    works: impl IntoIterator<Item = C>,
) -> impl Coroutine<Wake, Yield = Wait, Return = Vec<T>>
where
    C: Coroutine<Wake, Yield = Wait, Return = T, Throw = Infallible> + 'static,
{
    let mut handles = Vec::new();
    for work in works {
        handles.push(yield_from!(spawn(work)));
    }
    let mut results = Vec::new();
    for handle in handles {
        results.extend(yield_from!(join(handle)));
    }
    results
}

/// `asyncio.wait_for`: what has not ended in time is cancelled, which means closed.
#[coro::coroutine]
pub(crate) fn wait_for<T: 'static>(
    work: impl Coroutine<Wake, Yield = Wait, Return = T, Throw = Infallible> + 'static,
    timeout: Duration,
) -> impl Coroutine<Wake, Yield = Wait, Return = Option<T>> {
    let handle = yield_from!(spawn(work));
    if let Wake::Ended(false) = co_yield!(Wait::Join(handle.id, Some(timeout))) {
        co_yield!(Wait::Cancel(handle.id));
    }
    handle.result.take()
}

/// The time since the loop began.
pub(crate) trait Clock {
    fn now(&self) -> Duration;
    fn sleep_until(&mut self, time: Duration);
}

pub(crate) struct RealTime(Instant);

impl Clock for RealTime {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    fn sleep_until(&mut self, time: Duration) {
        thread::sleep(time.saturating_sub(self.now()));
    }
}

/// Time passes only by sleeping.
#[derive(Default)]
pub(crate) struct VirtualTime(Duration);

impl Clock for VirtualTime {
    fn now(&self) -> Duration {
        self.0
    }

    fn sleep_until(&mut self, time: Duration) {
        self.0 = self.0.max(time);
    }
}

struct Task {
    job: Job,
    sendval: Wake,
    /// How often it has been woken. What would have woken it earlier, a timer or the end of a task, comes too late.
    turn: u64,
}

type Turn = (Id, u64);

pub(crate) struct EventLoop<C> {
    pub(crate) clock: C,
    tasks: HashMap<Id, Task>,
    ready: VecDeque<Id>,
    /// By time; of the same time, in the order in which they were set.
    timers: BinaryHeap<Reverse<(Duration, u64, Turn)>>,
    joining: HashMap<Id, Vec<Turn>>,
    /// Numbers tasks and timers.
    last: u64,
}

impl<C: Clock> EventLoop<C> {
    pub(crate) fn new(clock: C) -> Self {
        Self {
            clock,
            tasks: HashMap::new(),
            ready: VecDeque::new(),
            timers: BinaryHeap::new(),
            joining: HashMap::new(),
            last: 0,
        }
    }

    /// `asyncio.run`: until this task has ended; what is left of the others is closed.
    pub(crate) fn run<T: 'static>(
        &mut self,
        main: impl Coroutine<Wake, Yield = Wait, Return = T, Throw = Infallible> + 'static,
    ) -> T {
        let result = Rc::new(RefCell::new(None));
        let main = self.spawn(keeping(main, result.clone()).boxed());
        while self.tasks.contains_key(&main) {
            self.turn();
        }
        let left: Vec<Id> = self.tasks.keys().copied().collect();
        for id in left {
            self.cancel(id);
        }
        result.take().expect("main was not cancelled")
    }

    /// Runs a task that is ready, or waits for a timer.
    fn turn(&mut self) {
        if let Some(id) = self.ready.pop_front() {
            if let Some(task) = self.tasks.get_mut(&id) {
                let sendval = std::mem::take(&mut task.sendval);
                match coro::next_with(&mut task.job, sendval) {
                    Ok(wait) => self.handle(id, wait),
                    Err(_) => self.ended(id),
                }
            }
        } else {
            let Reverse((time, _, turn)) = self.timers.pop().expect("some task can go on");
            if self.is_at(turn) {
                self.clock.sleep_until(time);
                self.wake(turn, Wake::Ended(false));
            }
        }
    }

    fn handle(&mut self, id: Id, wait: Wait) {
        let turn = (id, self.tasks[&id].turn);
        match wait {
            Wait::Sleep(time) => self.set_timer(turn, time),
            Wait::Spawn(job) => {
                let new = self.spawn(job);
                self.wake(turn, Wake::Spawned(new));
            }
            Wait::Join(other, timeout) => {
                if self.tasks.contains_key(&other) {
                    self.joining.entry(other).or_default().push(turn);
                    if let Some(time) = timeout {
                        self.set_timer(turn, time);
                    }
                } else {
                    self.wake(turn, Wake::Ended(true));
                }
            }
            Wait::Cancel(other) => {
                self.cancel(other);
                self.wake(turn, Wake::Nothing);
            }
        }
    }

    fn spawn(&mut self, job: Job) -> Id {
        self.last += 1;
        let task = Task {
            job,
            sendval: Wake::Nothing,
            turn: 0,
        };
        self.tasks.insert(self.last, task);
        self.ready.push_back(self.last);
        self.last
    }

    fn set_timer(&mut self, turn: Turn, time: Duration) {
        self.last += 1;
        let timer = (self.clock.now() + time, self.last, turn);
        self.timers.push(Reverse(timer));
    }

    fn cancel(&mut self, id: Id) {
        if let Some(mut task) = self.tasks.remove(&id) {
            task.job.close().ok();
            self.ended(id);
        }
    }

    fn ended(&mut self, id: Id) {
        self.tasks.remove(&id);
        for turn in self.joining.remove(&id).unwrap_or_default() {
            self.wake(turn, Wake::Ended(true));
        }
    }

    fn is_at(&self, (id, turn): Turn) -> bool {
        self.tasks.get(&id).is_some_and(|task| task.turn == turn)
    }

    fn wake(&mut self, turn: Turn, wake: Wake) {
        if self.is_at(turn) {
            let task = self.tasks.get_mut(&turn.0).expect("it is at this turn");
            task.turn += 1;
            task.sendval = wake;
            self.ready.push_back(turn.0);
        }
    }
}

/// The two programs of the text.
pub(crate) mod programs {
    use super::{Duration, Wait, Wake, gather, print, sleep_for};
    use coro::prelude::*;

    #[coro::coroutine]
    fn sleep(id: u32, second: Duration) -> impl Coroutine<Wake, Yield = Wait> {
        print(format_args!("will sleep {id}"));
        yield_from!(sleep_for(4 * second));
        print(format_args!("slept {id}"));
    }

    #[coro::coroutine]
    pub(crate) fn one_after_the_other(second: Duration) -> impl Coroutine<Wake, Yield = Wait> {
        yield_from!(sleep(1, second));
        yield_from!(sleep(2, second));
    }

    #[coro::coroutine]
    pub(crate) fn at_the_same_time(second: Duration) -> impl Coroutine<Wake, Yield = Wait> {
        yield_from!(gather([sleep(1, second), sleep(2, second)]));
    }
}

/// Timers of different length, results, and a time limit.
pub(crate) mod more {
    use super::{Duration, Wait, Wake, gather, join, print, sleep_for, spawn, wait_for};
    use coro::prelude::*;

    #[coro::coroutine]
    fn answer(n: u32, after: Duration) -> impl Coroutine<Wake, Yield = Wait, Return = u32> {
        yield_from!(sleep_for(after));
        print(format_args!("answer {n}"));
        n * 10
    }

    #[coro::coroutine]
    fn ticks(period: Duration) -> impl Coroutine<Wake, Yield = Wait> {
        let ended = co_try!({
            loop {
                yield_from!(sleep_for(period));
                print("tick");
            }
        });
        if ended == Err(Interrupt::Close) {
            print("no more ticks");
        }
    }

    #[coro::coroutine]
    pub(crate) fn program(second: Duration) -> impl Coroutine<Wake, Yield = Wait, Return = u32> {
        let results = yield_from!(gather([3, 1, 2].map(|n| answer(n, n * second))));
        assert_eq!(results, [30, 10, 20]);
        let clock = yield_from!(spawn(ticks(2 * second)));
        let in_time = yield_from!(wait_for(answer(4, second), 3 * second));
        let too_late = yield_from!(wait_for(answer(5, 9 * second), 3 * second));
        assert_eq!((in_time, too_late), (Some(40), None));
        let ended = yield_from!(wait_for(join(clock), second / 2));
        assert_eq!(ended, None);
        results.iter().sum()
    }

    pub(crate) const PRINTED: [&str; 7] = [
        "answer 1",
        "answer 2",
        "answer 3",
        "answer 4",
        "tick",
        "tick",
        "no more ticks",
    ];
}

/// The two programs, each with a loop of its own; how long they took.
pub(crate) fn of_the_text<C: Clock>(second: Duration, clock: impl Fn() -> C) -> [Duration; 2] {
    let mut sequential = EventLoop::new(clock());
    sequential.run(programs::one_after_the_other(second));
    assert_eq!(
        printed(),
        ["will sleep 1", "slept 1", "will sleep 2", "slept 2"]
    );

    let mut interleaved = EventLoop::new(clock());
    interleaved.run(programs::at_the_same_time(second));
    assert_eq!(
        printed(),
        ["will sleep 1", "will sleep 2", "slept 1", "slept 2"]
    );
    [sequential.clock.now(), interleaved.clock.now()]
}

pub(crate) fn in_virtual_time() {
    let second = Duration::from_secs(1);
    let took = of_the_text(second, VirtualTime::default);
    assert_eq!(took, [8 * second, 4 * second]);

    let mut timers = EventLoop::new(VirtualTime::default());
    assert_eq!(timers.run(more::program(second)), 60);
    assert_eq!(timers.clock.now(), Duration::from_millis(7500));
    assert_eq!(printed(), more::PRINTED);
}

pub(crate) fn in_real_time() {
    let second = Duration::from_millis(10);
    let took = of_the_text(second, || RealTime(Instant::now()));
    println!(
        "one after the other {:?}, at the same time {:?}",
        took[0], took[1]
    );
    assert!(took[0] >= 8 * second && took[1] >= 4 * second);
}

pub(crate) fn main() {
    in_virtual_time();
    in_real_time();
}
