//! What inner blocks import is not known outside of them.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

mod words {
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
}
