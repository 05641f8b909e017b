//! Assertions whose condition or message leaves them.

use crate::harness::{Log, rows};
use coro::Coroutine;

rows! {
    body a_message_that_jumps(log) -> Option<i32> {
        let n = co_yield!(1);
        assert!(log.flag("holds", n > 1), "{} {n}", log.noisy_n("none", 0).maybe().map(|m| { return m + 1; })?);
        let list = [n, 2];
        assert!(!list.is_empty(), "{:?}", list.iter().map(|x| { return x + 1; }).collect::<Vec<i32>>());
        let _late = log.noisy("late");
        Some(co_yield!(list[0]))
    }

    body a_message_of_a_comparison_that_jumps(log) -> Option<i32> {
        let _held = log.noisy("held");
        for n in 0..3 {
            assert_eq!(n, log.num("same", n), "{}", None::<i32>?);
            assert_ne!(log.noisy(n).n, 7, "it {n:?} {}", { continue; });
            debug_assert_eq!(n, { let _m = log.noisy("m"); co_yield!(n) }, "{why}", why = { break; });
            log.say("next");
        }
        Some(4)
    }

    body a_condition_that_moves_and_jumps(log) -> Option<i32> {
        let v = log.noisy("v");
        let t = log.flag("t", co_yield!(0) != 1);
        assert!(!t || v.eat() == 3);
        co_yield!(1);
        let w = log.noisy("w");
        assert!(Some(w.eat() == 3)?);
        co_yield!(2);
        let x = log.noisy("x");
        debug_assert!(t.then_some(x.eat() == 3)?, "of {t}");
        co_yield!(3);
        None
    }

    body a_message_that_moves(log) -> i32 {
        let v = log.noisy("v");
        let w = log.noisy("w");
        let sent = co_yield!(0);
        assert!(sent < 100, "{}", v.eat());
        assert_eq!(log.num("three", 3), 3, "{} {}", w.eat(), { let w = log.noisy("inner"); w.eat() });
        let _between = log.noisy("between");
        co_yield!(1);
        log.num("end", v.n)
    }
}
