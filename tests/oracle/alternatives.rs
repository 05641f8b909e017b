//! Guards that yield, asked for each alternative that matches.

use crate::harness::{Log, rows};
use coro::Coroutine;

fn doubled(x: i32) -> (i32, i32) {
    (x, x + 1)
}

struct Pair {
    left: i32,
    right: i32,
}

rows! {
    body of_a_pair(log) -> i32 {
        match doubled(co_yield!(0)) {
            (1, 1) => 5,
            (x, _) | (_, x) if log.num("asked", x) == co_yield!(x) => log.num("taken", x),
            (y, z) => y * 10 + z,
        }
    }

    body in_the_order_of_rust(log) -> i32 {
        let pairs = (doubled(1), doubled(co_yield!(2)));
        match pairs {
            ((x, _) | (_, x), (mut y, _) | (_, mut y)) if { log.num("asked", x * 10 + y); co_yield!(x) == y } => {
                y += 1;
                x * y
            }
            _ => 0,
        }
    }

    body what_moves_is_bound_when_the_guard_has_passed(log) -> i32 {
        let a = (log.noisy("a"), log.noisy("b"));
        let n = match a {
            (moved, _) | (_, moved) if co_yield!(1) == 2 => {
                log.say("taken");
                co_yield!(moved.get());
                moved.n
            }
            (_, other) => other.n * 7,
        };
        log.num("end", n)
    }

    body of_a_temporary(log) -> i32 {
        match (log.noisy("a"), log.noisy("b")) {
            (ref lent, _) | (_, ref lent) if log.num("asked", lent.n) == 5 => 1,
            (moved, _) | (_, moved) if co_yield!(1) == 2 => {
                log.say("taken");
                co_yield!(moved.get())
            }
            _ => co_yield!(3),
        }
    }

    body behind_a_reference(log, pair: &'static (i32, i32) = Box::leak(Box::new((2, 3)))) -> i32 {
        match pair {
            (x, 3) | (2, x) if *x == co_yield!(*x) => *x,
            (_, y) => log.num("else", *y) * 10,
        }
    }

    body of_ranges_and_constants(log) -> i32 {
        const TWO: i32 = 2;
        const FOUR: i32 = 4;
        let mut sum = 0;
        'all: for n in 1..5 {
            sum += match n {
                TWO | 2 | 3 if { log.num("asked", n); co_yield!(n) == 3 } => continue 'all,
                3..=4 | FOUR if co_yield!(10 * n) == 3 => break,
                n @ (1 | 2) | n @ TWO if co_yield!(20 * n) > n => n,
                _ => 100,
            };
        }
        sum
    }

    body of_a_struct(log) -> i32 {
        let pair = Pair { left: co_yield!(1), right: 1 };
        let sum = match pair {
            Pair { left: x, .. } | Pair { right: x, .. } if { let _g = log.noisy("g"); co_yield!(x) == x } => x,
            Pair { left, right } => left - right,
        };
        match Some(sum) {
            Some(1) | None if co_yield!(3) == 1 => 1,
            Some(n) | Some(n) if co_yield!(4) == n => 2,
            other => other.unwrap_or(0) + pair.right,
        }
    }

    body labels_and_macros_of_a_guard_and_its_arm(log) -> i32 {
        let pair = doubled(co_yield!(1));
        match pair {
            (x, _) | (_, x) if 'inner: loop {
                if co_yield!(2 * x) > 1 { break 'inner x > 1; }
                log.say("again");
            } => {
                macro_rules! more { ($x:expr) => { log.num("more", $x + x) } }
                co_yield!(7);
                more!(x * 10)
            }
            _ => 0,
        }
    }

    body alternatives_of_a_for(log) -> i32 {
        let mut sum = 0;
        for (0, k) | (k, _) in [(co_yield!(1), 2), (0, 5)] { log.num("k", k); sum += co_yield!(k); }
        sum
    }
}
