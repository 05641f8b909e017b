//! What a refutable pattern is matched on, where that is made by code that yields: where it does not match, all of it is dropped ahead of the
//! `else`, or behind the loop.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

fn result(log: &Log, n: i32) -> Result<i32, Noisy<'_>> {
    if n > 1 { Ok(n) } else { Err(log.noisy("err")) }
}

rows! {
    body else_behind_a_block(log) -> i32 {
        if let Ok(n) = ({ let k = co_yield!(1); result(log, k) }) { log.say(n); } else { log.say("else"); co_yield!(2); } 3
    }

    body else_behind_a_labelled_block(log) -> i32 {
        if let Ok(n) = ('b: { let k = co_yield!(1); if k == 0 { break 'b Err(log.noisy("zero")); } result(log, k) }) { log.say(n); } else { log.say("else"); co_yield!(2); } 3
    }

    body else_behind_a_loop(log) -> i32 {
        if let Ok(n) = (loop { let k = co_yield!(1); break result(log, k); }) { log.say(n); } else { log.say("else"); co_yield!(2); } 3
    }

    body else_behind_an_if(log) -> i32 {
        if let Ok(n) = (if co_yield!(1) > 0 { result(log, 2) } else { co_yield!(7); result(log, 0) }) { log.say(n); } else { log.say("else"); co_yield!(2); } 3
    }

    body else_behind_operands_in_braces(log) -> i32 {
        if let Ok(n) = ({ result(log, co_yield!(1)) }) { log.say(n); } else { log.say("else"); co_yield!(2); } 3
    }

    body end_of_a_while_let_of_a_block(log) -> i32 {
        while let Ok(n) = ({ let k = co_yield!(1); result(log, k) }) { log.say(n); } log.say("behind"); co_yield!(4); 3
    }

    body else_of_a_let_of_a_block(log) -> i32 {
        let Ok(n) = ({ let k = co_yield!(1); result(log, k) }) else { log.say("else"); return co_yield!(2); }; log.say(n); co_yield!(4); 3
    }

    body else_behind_an_option(log) -> i32 {
        if let None = ({ let k = co_yield!(1); (k > 0).then(|| log.noisy("some")) }) { log.say("none"); } else { log.say("else"); co_yield!(2); } log.say("behind"); co_yield!(4); 3
    }

    body chain_of_values(log) -> i32 {
        if let Ok(n) = ({ let k = co_yield!(1); result(log, k) }) && n > 2 && let Ok(m) = ({ result(log, co_yield!(n)) }) { log.say(n + m); } else { log.say("else"); co_yield!(2); }
        co_yield!(3)
    }
    body while_let_in_a_loop(log) -> i32 {
        for i in 0..3 {
            while let Ok(n) = (if co_yield!(i) > 1 { result(log, 2) } else { co_yield!(7); result(log, 0) }) { if co_yield!(n) == 0 { continue; } if n == 1 { break; } }
            log.say("behind");
        }
        3
    }
    body let_else_in_one_piece(log) -> i32 {
        let Ok(n) = ({ let k = co_yield!(1); result(log, k) }) else { log.say("else"); return 2; };
        log.say(n);
        co_yield!(4)
    }
    body some_of_a_value(log) -> i32 {
        if let Some(a) = (loop { let k = co_yield!(1); if k > 0 { break (k > 1).then(|| log.noisy("some")); } }) { log.say(a.n); co_yield!(5); } else if let Some(b) = ({ co_yield!(3); Some(log.noisy("b")) }) { log.say(b.n); }
        co_yield!(4)
    }
    body value_of_an_if_let(log) -> i32 {
        let v = if let Ok(n) = ({ let k = co_yield!(1); result(log, k) }) { n } else { log.say("else"); co_yield!(2) };
        v + if let Err(e) = ({ result(log, co_yield!(1)) }) { e.n } else { 4 }
    }
}
