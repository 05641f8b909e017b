//! "Python coroutines" (a study of Beazley's course): trampolining. A coroutine calls another by yielding
//! it to whoever drives the task, which keeps the callers on a stack. Then the same program with
//! `yield_from!`, which needs no stack.
//!
//! `cargo run --example trampoline`

mod support;

use support::{print, printed};

/// The first listing: `run` stands below `main` and above `add`, and carries the result across.
mod by_hand {
    use super::print;
    use coro::prelude::*;

    /// What can be yielded to the trampoline; Python finds out which by `isinstance`.
    pub(crate) enum Yielded {
        Call(Target),
        Value(i32),
        Nothing,
    }

    pub(crate) type Target = BoxCoroutine<'static, i32, Yielded>;

    #[coro::coroutine]
    fn add(x: i32, y: i32) -> impl Coroutine<i32, Yield = Yielded> {
        co_yield!(Yielded::Value(x + y));
    }

    #[coro::coroutine]
    fn program() -> impl Coroutine<i32, Yield = Yielded> {
        let result = co_yield!(Yielded::Call(add(2, 2).boxed()));
        print(result);
        co_yield!(Yielded::Nothing);
    }

    pub(crate) fn run() {
        let mut main_cr = program();
        // add() is not executed
        let Ok(Yielded::Call(mut add_cr)) = next(&mut main_cr) else {
            panic!("the program calls something");
        };
        // it has to be explicitly executed
        let Ok(Yielded::Value(result)) = next(&mut add_cr) else {
            panic!("add() yields a value");
        };
        main_cr.send(result).ok();
    }
}

/// What a task asks its scheduler for, in both of the following.
#[derive(Debug, PartialEq)]
enum SystemCall {
    GetTid,
    Wait(u32),
}

/// The second listing: the stack is part of the task, and calls nest to any depth.
mod with_a_stack {
    use super::{SystemCall, print};
    use coro::prelude::*;

    enum Yielded {
        System(SystemCall),
        Call(Target),
        Value(u32),
    }

    type Target = BoxCoroutine<'static, Option<u32>, Yielded>;

    pub(crate) struct Task {
        target: Target,
        sendval: Option<u32>,
        stack: Vec<Target>,
        pub(crate) deepest: usize,
    }

    impl Task {
        fn new(target: Target) -> Self {
            Self {
                target,
                sendval: None,
                stack: Vec::new(),
                deepest: 0,
            }
        }

        pub(crate) fn answer(&mut self, value: u32) {
            self.sendval = Some(value);
        }

        /// Runs to the next system call; `None` says that the task has finished.
        pub(crate) fn run(&mut self) -> Option<SystemCall> {
            loop {
                let result = match self.target.prime() {
                    Ok(Some(first)) => Ok(first),
                    Ok(None) => self.target.send(self.sendval.take()),
                    Err(stop) => Err(stop),
                };
                match result {
                    Ok(Yielded::System(call)) => return Some(call),
                    // sub-routine call: put the caller on the stack
                    Ok(Yielded::Call(callee)) => {
                        let caller = std::mem::replace(&mut self.target, callee);
                        self.stack.push(caller);
                        self.deepest = self.deepest.max(self.stack.len());
                        self.sendval = None;
                    }
                    // resume execution to caller
                    Ok(Yielded::Value(value)) => {
                        self.target = self.stack.pop()?;
                        self.sendval = Some(value);
                    }
                    // current coroutine finished
                    Err(_) => {
                        self.target = self.stack.pop()?;
                        self.sendval = None;
                    }
                }
            }
        }
    }

    fn given(sent: Option<u32>) -> u32 {
        sent.expect("a value for whoever yields a call")
    }

    #[coro::coroutine]
    fn wait_and_add(x: u32, y: u32) -> impl Coroutine<Option<u32>, Yield = Yielded> {
        co_yield!(Yielded::System(SystemCall::Wait(x)));
        co_yield!(Yielded::Value(x + y));
    }

    #[coro::coroutine]
    fn double(x: u32) -> impl Coroutine<Option<u32>, Yield = Yielded> {
        let sum = given(co_yield!(Yielded::Call(wait_and_add(x, x).boxed())));
        co_yield!(Yielded::Value(sum));
    }

    #[coro::coroutine]
    fn program() -> impl Coroutine<Option<u32>, Yield = Yielded> {
        let tid = given(co_yield!(Yielded::System(SystemCall::GetTid)));
        let twice = given(co_yield!(Yielded::Call(double(tid).boxed())));
        print(format_args!("task {tid}, twice {twice}"));
    }

    pub(crate) fn task() -> Task {
        Task::new(program().boxed())
    }

    /// Calls itself, so it is boxed; the callers are on the stack of the task, not on the machine's.
    #[coro::coroutine]
    fn depth(n: u32) -> Box<dyn Coroutine<Option<u32>, Yield = Yielded>> {
        if n == 0 {
            co_yield!(Yielded::System(SystemCall::Wait(0)));
            co_yield!(Yielded::Value(0));
        } else {
            let below = given(co_yield!(Yielded::Call(depth(n - 1))));
            if n.is_multiple_of(50_000) {
                print(format_args!("{} callers", below + 1));
            }
            co_yield!(Yielded::Value(below + 1));
        }
    }

    pub(crate) fn deep_task(n: u32) -> Task {
        Task::new(depth(n))
    }
}

/// The same program by delegation. The callee is a field of the caller's state, and a call is one value that
/// contains the other: the compiler has laid out the stack, at its greatest depth, in the size of `program()`.
/// So a task is its coroutine, `run` is `send`, nothing is boxed, results are returned and have types,
/// and a throw or a close of the task reaches the innermost callee first, which the trampoline does not do.
///
/// The stack is still wanted for recursion of unknown depth: a resume passes through every caller, and
/// a call that contains itself must be boxed.
mod without_a_stack {
    use super::{SystemCall, print};
    use coro::prelude::*;

    #[coro::coroutine]
    fn wait_and_add(
        x: u32,
        y: u32,
    ) -> impl Coroutine<Option<u32>, Yield = SystemCall, Return = u32> {
        co_yield!(SystemCall::Wait(x));
        x + y
    }

    #[coro::coroutine]
    fn double(x: u32) -> impl Coroutine<Option<u32>, Yield = SystemCall, Return = u32> {
        yield_from!(wait_and_add(x, x))
    }

    #[coro::coroutine]
    pub(crate) fn program() -> impl Coroutine<Option<u32>, Yield = SystemCall> {
        let tid = co_yield!(SystemCall::GetTid).expect("a tid");
        let twice = yield_from!(double(tid));
        print(format_args!("task {tid}, twice {twice}"));
    }
}

pub(crate) fn main() {
    use coro::prelude::*;

    by_hand::run();
    assert_eq!(printed(), ["4"]);

    // The scheduler sees system calls and no sub-coroutine, whichever way they are called.
    let mut task = with_a_stack::task();
    assert_eq!(task.run(), Some(SystemCall::GetTid));
    task.answer(21);
    assert_eq!(task.run(), Some(SystemCall::Wait(21)));
    assert_eq!(task.run(), None);
    assert_eq!(task.deepest, 2);
    assert_eq!(printed(), ["task 21, twice 42"]);

    let mut task = without_a_stack::program();
    assert_eq!(next(&mut task), Ok(SystemCall::GetTid));
    assert_eq!(task.send(Some(21)), Ok(SystemCall::Wait(21)));
    assert_eq!(task.send(None), Err(Stop::Returned(())));
    assert_eq!(printed(), ["task 21, twice 42"]);

    // All of it, callees included, in a few words:
    let size = size_of_val(&without_a_stack::program());
    print(format_args!(
        "a task without a stack takes {size} bytes, none of them on the heap"
    ));
    assert!(size <= 64, "{size}");
    printed();

    // What the explicit stack is still for.
    let mut task = with_a_stack::deep_task(100_000);
    assert_eq!(task.run(), Some(SystemCall::Wait(0)));
    assert_eq!(task.run(), None);
    assert_eq!(task.deepest, 100_000);
    assert_eq!(printed(), ["50000 callers", "100000 callers"]);
}
