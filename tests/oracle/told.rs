//! Locals of which a line behind a yield tells the type, and what comes out of them.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;
use std::mem;

fn touch<T>(_: &T) {}

fn eat<T>(_: T) {}

fn keep(kept: Option<Noisy<'_>>, _: i32) -> Option<Noisy<'_>> {
    kept
}

#[derive(Clone)]
struct Slot<T> {
    item: Option<T>,
    n: i32,
}

rows! {
    fork bound_by_a_condition(log) -> i32 {
        let mut before = None;
        for round in 0..3 {
            if let Some(old) = before {
                touch(&old);
                co_yield!(8);
            }
            before = Some(log.noisy(round));
        }
        0
    }

    fork popped(log) -> i32 {
        let mut all = Vec::new();
        for round in 0..3 {
            while let Some(one) = all.pop() {
                touch(&one);
                co_yield!(8);
            }
            all.push(log.noisy(round));
        }
        all.len() as i32
    }

    fork under_another_name(log) -> i32 {
        let mut before = None;
        for round in 0..3 {
            let old = before;
            co_yield!(8);
            touch(&old);
            before = Some(log.noisy(round));
        }
        0
    }

    fork taken_out(log) -> i32 {
        let mut before = None;
        let mut list = Vec::new();
        for round in 0..3 {
            if let Some(old) = before.take() {
                touch(&old);
                co_yield!(8);
            }
            for one in mem::take(&mut list) {
                touch(&one);
                co_yield!(9);
            }
            before = Some(log.noisy(round));
            list.push(log.noisy("listed"));
        }
        0
    }

    fork given_to_what_is_generic(log) -> i32 {
        let mut last = None;
        let mut other = None;
        for round in 0..3 {
            drop(last);
            co_yield!(round);
            other.map(eat);
            other = None;
            co_yield!(round);
            last = Some(log.noisy(round));
            other = Some(log.noisy("other"));
        }
        touch(&other);
        0
    }

    fork assigned_nothing(log) -> i32 {
        let mut last = None;
        for round in 0..3 {
            if co_yield!(round) == 0 {
                last = None;
                co_yield!(7);
            } else {
                last = Some(log.noisy(round));
            }
        }
        touch(&last);
        0
    }

    fork told_of_a_part(log) -> i32 {
        let mut best = (None, 0);
        let mut slots = [None, None];
        for round in 0..2 {
            best.1 += 1;
            co_yield!(best.1);
            best = (Some(log.noisy(round)), round);
            if slots[round as usize].is_some() {
                co_yield!(4);
            }
            slots[round as usize] = Some(log.noisy("slot"));
            co_yield!(3);
        }
        best.1
    }

    fork through_operands(log) -> i32 {
        let mut one = None;
        let mut other = None;
        for round in 0..3 {
            one = match (one, co_yield!(round)) {
                (None, n) => Some(log.noisy_n(round, n)),
                (Some(one), _) => Some(one),
            };
            other = keep(other, co_yield!(round));
        }
        one.map_or(0, |one| one.get())
    }

    fork of_a_value_in_pieces(log) -> i32 {
        let sent = co_yield!(1) > 0;
        let mut one = if sent { Some(None) } else { None };
        let mut other = {
            log.say("block");
            None
        };
        let mut slot = Slot { item: None, n: 0 };
        for round in 0..2 {
            co_yield!(round + slot.n);
            one = Some(Some(log.noisy("one")));
            other = Some(log.noisy("other"));
            slot = Slot { item: Some(log.noisy("slot")), n: round };
        }
        touch(&(&one, &other, &slot.item));
        0
    }

    fork assigned_first_to_nothing(log) -> i32 {
        let mut one;
        one = None;
        loop {
            if co_yield!(1) > 1 {
                break;
            }
            if let Some(one) = one {
                eat(one);
            }
            one = Some(log.noisy("one"));
        }
        0
    }
}
