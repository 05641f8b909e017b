use crate::harness::{Log, rows};
use coro::Coroutine;
rows! {
    body t1(log) -> () {
        for i in [log.noisy("x")] { co_yield!(i.get()); }
    }
    body t5(log) -> () {
        match Some(log.noisy("x")) { Some(b) => { co_yield!(b.n); } _ => {} }
    }
    body t6(log) -> () {
        match log.noisy("x") { b => { co_yield!(b.n); } }
    }
    body t7(log) -> () {
        match Some(log.noisy("x")) { Some(_b) => { co_yield!(1); } _ => {} }
    }
    body t8(log) -> () {
        if let Some(_b) = Some(log.noisy("x")) { co_yield!(1); } else {}
    }
    body t9(log) -> () {
        while let Some(_b) = Some(log.noisy("x")) { co_yield!(1); break; }
    }
    body t10(log) -> () {
        let Some(_b) = Some(log.noisy("x")) else { return };
        co_yield!(1);
    }
    body t11(log) -> () {
        let (_b, _c) = (log.noisy("x"), log.noisy("y"));
        co_yield!(1);
    }
    body t12(log) -> () {
        match (log.noisy("x"), log.noisy("y")) { (_b, _c) => { co_yield!(1); } }
    }
    body t13(log) -> () {
        match (log.noisy("x"), log.noisy("y"), co_yield!(4)) { (b, c, 0) => { co_yield!(1); log.say(b.n + c.n); } (b, c, n) => { let x = b; co_yield!(c.n + n); log.say(x.n); }  }
    }
    body t14(log) -> () {
        match (log.noisy("x"), log.noisy("y")) { (b, c) => { let x = b; co_yield!(c.n); log.say(x.n); }  }
    }
}
