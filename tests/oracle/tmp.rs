
use crate::harness::{Log, rows};
use coro::Coroutine;
rows! {
    body t1(log) -> () {
        for i in [log.noisy("x")] { co_yield!(i.get()); }
    }
    body t2(log) -> () {
        let i = log.noisy("x");
        co_yield!(i.get());
    }
    body t3(log) -> () {
        let i = log.noisy("x");
        co_yield!(i.n);
    }
    body t4(log) -> () {
        for i in [log.noisy("x")] { co_yield!(1); log.say(i.n); }
    }
    body t5(log) -> () {
        for i in [log.noisy("x")] { log.say(i.n); co_yield!(1); }
    }
    body t6(log) -> () {
        if let Some(i) = Some(log.noisy("x")) { log.say(i.n); co_yield!(1); }
    }
    body t7(log) -> () {
        let noisy = log.noisy("x");
        let f = move || noisy.n;
        co_yield!(f());
        log.say("end");
    }
    body t8(log) -> () {
        for _i in [log.noisy("x")] { co_yield!(1); }
    }
}
