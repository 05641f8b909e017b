//! What inner blocks import is not known outside of them.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

mod words {
    pub(super) mod called {
        pub(crate) fn helper(x: i32) -> i32 {
            1000 + x
        }
    }
    pub(super) trait Word {
        fn word(&self) -> &'static str;
    }
    impl Word for super::Outer<'_> {
        fn word(&self) -> &'static str {
            "outer"
        }
    }

    pub(super) trait Other {
        fn word(&self) -> &'static str;
    }
    impl Other for super::Noisy<'_> {
        fn word(&self) -> &'static str {
            "inner"
        }
    }

    pub(super) fn pick(n: i32) -> i32 {
        n * 100
    }

    #[derive(Debug, Clone, Copy, PartialEq)]
    pub(super) enum Kind {
        First,
        Second(i32),
    }
}

struct Outer<'l>(Noisy<'l>);

impl<'l> std::ops::Deref for Outer<'l> {
    type Target = Noisy<'l>;
    fn deref(&self) -> &Noisy<'l> {
        &self.0
    }
}

fn pick(n: i32) -> i32 {
    n
}

rows! {
    body methods_are_found_by_what_is_imported(log) -> i32 {
        use words::Other as _;
        let x = Outer(log.noisy("x"));
        {
            use words::Word;
            log.say(x.word());
            co_yield!(1);
            log.say(x.word());
            for n in 0..2 {
                if log.flag("leave", n == 1) { break; }
                co_yield!(n);
                log.say(x.word());
            }
        }
        log.say(x.word());
        co_yield!(2);
        log.say(x.word());
        x.get()
    }

    body functions_and_variants_are_imported(log) -> i32 {
        let mut sum = pick(1);
        let kind = words::Kind::Second(co_yield!(sum));
        sum += match kind {
            words::Kind::First => 1,
            _ => {
                use words::Kind::*;
                use words::pick;
                let inner = log.noisy_n("inner", pick(2));
                match kind {
                    First => 7,
                    Second(n) if co_yield!(n) == 3 => { co_yield!(pick(n)); inner.get() }
                    Second(n) => pick(n) + co_yield!(pick(3)),
                }
            }
        };
        let _after = log.noisy_n("after", pick(4));
        { use words::pick; if sum > 100 { return pick(co_yield!(5)); } }
        pick(sum)
    }

    body blocks_that_import_are_nested(log) -> String {
        let mut text = String::new();
        let x = log.noisy("x");
        for n in 0..2 {
            use std::fmt::Write as _;
            write!(text, "{n}").ok();
            co_yield!(n);
            if log.flag("inside", n == 0) {
                use words::Other;
                use words::Kind::{self, First};
                write!(text, "{}{:?}", x.word(), Kind::Second(co_yield!(n))).ok();
                let closure = |kind: Kind| kind == First;
                log.flag(co_yield!(3), closure(First));
                continue;
            }
            text.write_char('!').ok();
        }
        text
    }

    body use_verbatim(log) -> i32 {
        let helper = |x: i32| x;
        co_yield!(helper(1));
        { let helper = |x: i32| x * 2; co_yield!(helper(2)); { use words::called::helper; log.say(helper(5)); } log.say(helper(3)); }
        co_yield!(helper(4));
        { use words::called::helper; log.say(helper(6)); }
        co_yield!(helper(7))
    }

    body items_hide_locals(log) -> i32 {
        let helper = |x: i32| x;
        co_yield!(helper(1));
        { fn helper(x: i32) -> i32 { x + 500 } log.say(helper(6)); { let helper = helper(7); log.say(helper); } }
        let limit = co_yield!(helper(7));
        limit
    }

    body closure_in(log) -> i32 {
        let helper = |x: i32| x;
        co_yield!(helper(1));
        let f = |n| { use words::called::helper; helper(n) };
        let g = |n| { fn helper(x: i32) -> i32 { x + 500 } helper(n) };
        log.say(f(1) + g(2));
        co_yield!(f(3) + helper(2))
    }

    body module_use(log) -> i32 {
        let tr2 = |x: i32| x;
        co_yield!(tr2(1));
        { use self::words::called as tr2; log.say(tr2(5)); log.say(tr2::helper(3)); }
        co_yield!(2)
    }

    body macro_use(log) -> i32 {
        let helper = |x: i32| x;
        co_yield!(helper(1));
        log.say(format!("{}", { use words::called::helper; helper(3) }));
        log.say(format!("{}", { fn helper(x: i32) -> i32 { x + 500 } helper(3) }));
        { let helper = |x: i32| x * 2; co_yield!(helper(2)); log.say(format!("{}", { use words::called::helper; helper(3) })); log.say(format!("{}", { fn helper(x: i32) -> i32 { x + 500 } helper(3) })); }
        co_yield!(helper(7))
    }

    body use_max(log) -> i32 {
        let max = 3;
        let n = { use std::cmp::max; max(1, 2) };
        co_yield!(max + n);
        let m = if n > 1 { use std::cmp::max; max(n, max(4, 2)) } else { 0 };
        co_yield!(m);
        max
    }

    body use_take(log) -> i32 {
        let mut v = vec![log.noisy("v")];
        let take = log.noisy("take");
        co_yield!(1);
        let w = { use std::mem::take; take(&mut v) };
        co_yield!(take.n);
        w.len() as i32
    }

    body use_take_last(log) -> i32 {
        let mut v = vec![log.noisy("v")];
        let take = log.noisy("take");
        co_yield!(take.n);
        let w = { use std::mem::take; take(&mut v) };
        co_yield!(2);
        w.len() as i32
    }

    body use_swap_value(log) -> i32 {
        let swap = log.noisy("swap");
        let f: fn(&mut i32, &mut i32) = { use std::mem::swap; swap };
        co_yield!(2);
        let (mut a, mut b) = (1, 2);
        f(&mut a, &mut b);
        log.say("end");
        a
    }

    body use_drop(log) -> i32 {
        let min = log.noisy("min");
        let n = { use std::cmp::min; [3, 1].into_iter().reduce(min).unwrap() };
        co_yield!(2);
        log.say("end");
        n
    }
}
