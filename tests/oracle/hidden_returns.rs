//! Macros that hide a `return` or a `?`: they leave the function, and no other code of the body.

use crate::harness::{Log, rows};
use coro::Coroutine;

macro_rules! some {
    ($value:expr) => {
        match $value {
            Some(value) => value,
            None => return None,
        }
    };
}

macro_rules! ok {
    ($value:expr) => {
        $value?
    };
}

macro_rules! leave {
    ($($value:expr)?) => {
        return $($value)?
    };
}

/// Goes on behind its call, like most macros.
macro_rules! twice {
    ($value:expr) => {
        ($value, $value)
    };
}

macro_rules! local {
    ($name:ident = $value:expr) => {
        let mut $name = $value;
    };
}

fn even(n: i32) -> Option<i32> {
    (n % 2 == 0).then_some(n)
}

rows! {
    body at_a_statement(log) -> Option<i32> {
        let _outer = log.noisy("outer");
        let mut sum = 0;
        for n in 0..3 {
            let _inner = log.noisy(n);
            let sent = co_yield!(n);
            sum += some!(even(sent));
            some!(even(sum + n + 2));
            log.say("both");
        }
        Some(sum)
    }

    body in_operands(log) -> Option<String> {
        let text = log.noisy("text");
        let sent = co_yield!(2);
        let first = (co_yield!(1), some!(even(sent)), log.noisy("third"));
        let list = vec![first.0, some!(even(first.1 + 2)), co_yield!(3)];
        log.say(format!("{}", some!(list.get(1))));
        Some(format!("{text:?} {list:?} {}", co_yield!(4) + some!(even(first.0))))
    }

    body with_a_question(log) -> Result<i32, String> {
        let mut all = Vec::new();
        let held = log.noisy("held");
        loop {
            let sent = co_yield!(all.len() as i32);
            all.push(ok!(even(sent).ok_or(format!("{sent} is odd"))));
            if all.len() == 3 {
                drop(held);
                return Ok(all.iter().sum());
            }
        }
    }

    body at_the_end_of_blocks(log) -> Option<i32> {
        let _held = log.noisy("held");
        let Some(first) = even(co_yield!(1)) else {
            co_yield!(2);
            leave!(None);
        };
        let second = match even(first + 1) {
            Some(n) => n,
            None if co_yield!(first) > 1 => {
                let _inner = log.noisy("inner");
                leave!(Some(first));
            }
            None => {
                co_yield!(3);
                first
            }
        };
        let third = if co_yield!(4) == 0 { co_yield!(5) } else { leave!(Some(second)); };
        if third > 1 {
            co_yield!(6);
            leave!(Some(third));
        } else {
            co_yield!(7);
            leave!(None)
        }
    }

    body ahead_of_no_value(log) -> Option<i32> {
        let held = log.noisy("held");
        if co_yield!(1) == 1 {
            co_yield!(2);
            drop(held);
        }
        leave!(even(4));
    }

    body by_value(log) -> Option<String> {
        let text = Some(format!("{}", co_yield!(1)));
        let list = vec![text.clone(), None];
        let boxed = Box::new(co_yield!(2));
        let held = log.noisy("held");
        let text = some!(text);
        log.say(list.len());
        let all = twice!(list.clone()).0;
        let first = some!({ list }.pop().flatten().or(Some(text)));
        for n in 0..some!(even(*boxed)) {
            let word = first.clone();
            let taken = ok!(even(n).map(|_| word));
            co_yield!(taken.len() as i32 + n);
            let kept = ok!(Some(taken));
            co_yield!(kept.len() as i32);
        }
        log.say(held.get());
        co_yield!(3);
        Some(first + &format!("{all:?}"))
    }

    body as_the_value_of_a_branch(log) -> i32 {
        let _held = log.noisy("held");
        let n = match even(co_yield!(1)) {
            Some(n) => {
                co_yield!(n);
                n
            }
            None => leave!(7),
        };
        let m = if n > 2 { co_yield!(3) } else { leave!(8) };
        if m > 100 {
            co_yield!(4);
        } else {
            leave!(n + m);
        }
        n
    }

    body where_nothing_is_returned(log) -> () {
        let moved = log.noisy("moved");
        for n in 0..4 {
            if co_yield!(n) % 3 == 0 {
                drop(moved);
                leave!();
            }
        }
        log.say("through");
    }

    body that_goes_on(log) -> (i32, i32) {
        let n = co_yield!(0);
        // What a macro defines is known up to the next yield.
        local!(m = n);
        m += 1;
        let pair = twice!(m);
        let (a, b) = twice!({ log.say("value"); n });
        co_yield!(pair.0);
        (a + b, pair.1)
    }

    body in_a_head(log) -> Option<i32> {
        let mut n = 0;
        while co_yield!(n) + some!(even(n)) < 6 {
            let _round = log.noisy("round");
            n += 2;
            if let Some(n @ 4..) = Some(some!(even(n)) + co_yield!(n)) {
                log.say(n.to_string());
                break;
            }
        }
        match co_yield!(9) {
            0 => None,
            m if some!(even(m + n)) > 4 => Some(co_yield!(m)),
            m => Some(m),
        }
    }

    body in_a_closure_of_its_own(log) -> i32 {
        let halve = |n: i32| -> Option<i32> { Some(some!(even(n)) / 2) };
        let mut sum = 0;
        for n in 0..3 {
            sum += halve(co_yield!(n)).unwrap_or(-1);
        }
        log.say(sum.to_string());
        sum
    }

    body with_a_large_array(log) -> Option<u64> {
        let mut grid = [1u64; 64];
        let _held = log.noisy("held");
        for at in 0..3usize {
            let sent = co_yield!(at as i32);
            grid[at] += some!(u64::try_from(sent).ok());
            grid[at] = some!(grid[at].checked_sub(2));
        }
        Some(grid.iter().sum())
    }

    body coerced_to_what_is_returned(log) -> Result<Box<dyn std::fmt::Debug>, Box<dyn std::error::Error>> {
        let sent = co_yield!(0);
        log.say("asked");
        match sent {
            0 => leave!(Ok(Box::new(sent))),
            1 => leave!(Err(Box::new(std::fmt::Error))),
            _ => {}
        }
        Ok(Box::new("end"))
    }
}
