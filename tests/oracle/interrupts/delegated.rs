//! Delegates in regions and out of them: such as catch, raise, return, panic and ignore a close; boxed ones, and iterators.

use crate::interrupts::driver::both;
use crate::log::{Log, Noisy};
use coro::{Coroutine, Interrupt};

struct Steps<'l>(&'l Log, i32);

impl Iterator for Steps<'_> {
    type Item = i32;
    fn next(&mut self) -> Option<i32> {
        self.0.say("step");
        self.1 -= 1;
        (self.1 > 0).then_some(self.1)
    }
}

impl Drop for Steps<'_> {
    fn drop(&mut self) {
        self.0.say(format!("~steps {}", self.1));
    }
}

both! {
    body delegates_in_a_region(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let caught = co_try!({ let _b = log.noisy("b"); yield_from!(sub::<i32>(log, 1)) + yield_from!(raising::<i32>(log, 3)) });
        log.say(format!("{caught:?}"));
        match caught { Ok(n) | Err(Interrupt::Thrown(n)) => co_yield!(n), Err(e) => { co_yield!(8); co_raise!(e) } }
    }

    body stubborn_delegate(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let caught = co_try!({ yield_from!(stubborn::<i32>(log, 1)) });
        log.say(format!("{caught:?}"));
        yield_from!(stubborn::<i32>(log, 2))
    }

    body returning_delegate<'l>(log) -> i32 | Noisy<'l> {
        let _a = log.noisy("a");
        let n = yield_from!(returning::<Noisy<'l>>(log, 1));
        let caught = co_try!({ yield_from!(returning::<Noisy<'l>>(log, n)) });
        log.say(format!("{caught:?}"));
        co_yield!(n)
    }

    body raising_delegate<'l>(log) -> i32 | Noisy<'l> {
        let _a = log.noisy("a");
        if let Err(e) = co_try!({ let _b = log.noisy("b"); yield_from!(raising::<Noisy<'l>>(log, 1)) }) {
            let _c = log.noisy("c");
            if yield_from!(sub::<Noisy<'l>>(log, 2)) > 1 { co_raise!(e); }
            co_yield!(3);
        }
        yield_from!(raising::<Noisy<'l>>(log, 4))
    }

    body falling_delegate(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let caught = co_try!({ let _b = log.noisy("b"); yield_from!(falling::<i32>(log, 1)) });
        log.say(format!("{caught:?}"));
        co_yield!(2)
    }

    body nested_delegates(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let caught = co_try!({ yield_from!(nested::<i32>(log, 1, 2)) });
        log.say(format!("{caught:?}"));
        yield_from!(nested::<i32>(log, 2, 0)) + yield_from!(mixed::<i32>(log, 6))
    }

    body delegates_in_a_loop(log) -> i32 | i32 {
        let mut sum = 0;
        while let Ok(n) = co_try!({ let _t = log.noisy("t"); yield_from!(sub::<i32>(log, sum)) }) {
            sum += n;
            if sum > 4 { return yield_from!(at_once::<i32>(log, sum)); }
            for i in 0..2 { let _i = log.noisy(format!("i{i}")); if yield_from!(returning::<i32>(log, i)) == 0 { break; } }
        }
        sum
    }

    body iterators(log) -> i32 | i32 {
        let _a = log.noisy("a");
        yield_from!([1, 2]);
        let caught = co_try!({ let _b = log.noisy("b"); yield_from!(Steps(log, 3)); co_yield!(4) });
        log.say(format!("{caught:?}"));
        let mut steps = Steps(log, 3);
        if co_try!({ yield_from!(&mut steps); }).is_err() { co_yield!(steps.1); }
        yield_from!(steps.by_ref().map(|n| n + 10).collect::<Vec<_>>());
        steps.1
    }

    body delegate_by_reference(log) -> i32 | i32 {
        let mut boxed: Box<dyn Coroutine<i32, Yield = i32, Return = i32, Throw = i32> + '_> = stubborn_box(log);
        let first = boxed.prime();
        log.say(format!("{first:?}"));
        let caught = co_try!({ let _b = log.noisy("b"); yield_from!(&mut boxed, 1) });
        log.say(format!("{caught:?} {:?}", boxed.status()));
        co_yield!(5)
    }

    // It has been started, and there is nothing to send first: a panic.
    body started_delegate(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let mut started = sub::<i32>(log, 1);
        let _b = log.noisy("b");
        let first = started.prime();
        match co_yield!(first.unwrap().unwrap()) {
            0 => yield_from!(started),
            n => yield_from!(started, n),
        }
    }
}

fn stubborn_box(log: &Log) -> Box<dyn Coroutine<i32, Yield = i32, Return = i32, Throw = i32> + '_> {
    Box::new(crate::interrupts::delegates::machines::stubborn(log, 4))
}
