//! Branches of which one goes on while all others yield and leave: what follows may borrow.

use crate::harness::{Log, rows};
use coro::Coroutine;

rows! {
    fork commands(log, lines: Vec<String> = vec!["add 2".into(), "stop".into(), "add x".into(), "add 5".into()]) -> i32 {
        let mut sum = 0;
        for line in lines {
            let (word, rest) = match line.split_once(' ') {
                Some(parts) => parts,
                None => { sum += co_yield!(-1); continue; }
            };
            log.say(word);
            let Ok(n) = rest.parse::<i32>() else { co_yield!(-2); continue };
            log.say(rest);
            sum += n;
            co_yield!(sum);
        }
        sum
    }

    fork with_values_to_drop(log) -> i32 {
        let mut sum = 0;
        for round in 0..4 {
            let before = log.noisy_n("before", round);
            let found = match (round, log.noisy("matched")) {
                (1, noisy) => noisy,
                (2, _) => { sum += co_yield!(round); continue; }
                (3, noisy) => { co_yield!(noisy.n); break; }
                _ => { let _inner = log.noisy("inner"); co_yield!(7); return sum; }
            };
            let after = log.noisy("after");
            sum += found.get() + before.n + after.n;
            co_yield!(sum);
        }
        sum
    }

    fork from_the_second(log) -> i32 {
        let mut sum = 0;
        for round in [2, 1, 0] {
            let found = match (round, log.noisy("matched")) {
                (0, _) => { co_yield!(0); break; }
                (n, noisy) if n > 1 => { sum += co_yield!(noisy.n); continue; }
                (_, noisy) => { let _inner = log.noisy("inner"); noisy }
            };
            log.say("behind");
            sum += found.n + co_yield!(1);
        }
        sum
    }

    fork in_each_other(log, text: String = "a=1;b".into()) -> i32 {
        let mut n = 0;
        'all: for part in text.split(';').map(String::from).collect::<Vec<_>>() {
            let (name, value) = match part.split_once('=') {
                Some((name, value)) => {
                    let value = match value.parse::<i32>() {
                        Ok(value) => value,
                        Err(_) => { co_yield!(-1); break 'all; }
                    };
                    log.say(name);
                    (name, value)
                }
                None => { n += co_yield!(-2); continue 'all; }
            };
            log.say(name);
            n += value;
            if n > 0 { n += co_yield!(n); }
        }
        n
    }

    fork an_if_let(log) -> i32 {
        let list = vec![3, 4];
        let mut sum = 0;
        for round in 0..3 {
            let first = if let Some(first) = list.get(round) { first } else { co_yield!(9); continue };
            let bound = log.noisy("bound");
            sum += *first + bound.n;
        }
        co_yield!(sum)
    }

    // What only a yield says of a type is known behind it.
    fork a_type_from_a_branch(log) -> i32 {
        let mut seen = Vec::new();
        for round in 0..3 {
            let n = match Some(round).filter(|n| *n > 0) {
                Some(n) => n,
                None => { seen.push(co_yield!(0)); continue; }
            };
            seen[0] = seen[0].pow(1) + n;
            co_yield!(seen.len() as i32);
        }
        seen[0]
    }

    // Two branches go on, one yields and leaves: what follows is one piece with them.
    body meets_simple(log) -> i32 {
        let mut sum = 0;
        for text in ["3", "x", "7", "y"] {
            let owned = log.noisy_n(text, text.len() as i32);
            let word = text.to_string();
            let (a, b) = (&word, word.len() as i32);
            let n = match a.parse::<i32>() {
                Ok(n) => n,
                Err(_) => { if a == "x" { co_yield!(100); continue; } log.say("zero"); 0 }
            };
            sum += n + b + a.len() as i32;
            log.say(a);
        }
        co_yield!(sum)
    }
    body meets_nested(log) -> i32 {
        let mut sum = 0;
        for i in 0..5 {
            let word = log.noisy_n("w", i);

            let n = match i {
                0 => { let t = log.noisy("t"); t.get() }
                1 => if log.flag("f", true) { 7 } else { co_yield!(1); break; },
                2 => match word.n { 2 => { log.say("two"); 2 } _ => { co_yield!(3); continue; } },
                _ => { if i == 4 { co_yield!(4); return sum; } 9 }
            };
            sum += n + word.n;
        }
        co_yield!(sum)
    }
    body meets_moves(log) -> i32 {
        for i in 0..4 {
            let d = log.noisy_n("d", i);
            let e = log.noisy_n("e", i);
            let n = if i == 1 { drop(d); 1 } else { if i == 2 { co_yield!(5); continue; } 2 };
            log.say(n + e.n);
            co_yield!(n);
        }
        3
    }
}
