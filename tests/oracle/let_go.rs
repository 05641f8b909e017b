//! Guards that are let go of before the next round takes what they guarded: no yield comes while they are held.

use crate::harness::{Log, rows};
use coro::Coroutine;
use std::cell::RefCell;
use std::collections::BinaryHeap;

rows! {
    body at_the_end_of_a_round(log) -> i32 {
        let cell = RefCell::new(1);
        for n in 0..3 {
            let sent = co_yield!(n);
            let mut inside = cell.borrow_mut();
            *inside += sent;
        }
        cell.into_inner()
    }

    body in_a_block_and_a_branch(log) -> i32 {
        let cell = RefCell::new(0);
        let first = co_yield!(0);
        {
            let mut inside = cell.borrow_mut();
            *inside += first;
        }
        let second = co_yield!(1);
        if second > 0 {
            let mut inside = cell.borrow_mut();
            *inside += second;
        }
        let n = *cell.borrow();
        co_yield!(n) + cell.into_inner()
    }

    body bound_by_a_condition(log, shared: &RefCell<i32> = Box::leak(Box::new(RefCell::new(1)))) -> i32 {
        let cell = RefCell::new(log.noisy("cell"));
        let _behind = log.noisy("behind");
        let n = if let Ok(mut inside) = cell.try_borrow_mut() {
            inside.set(4);
            let _then = log.noisy("then");
            drop(inside);
            co_yield!(1) + log.noisy("tail").get()
        } else {
            7
        };
        while let Ok(mut inside) = cell.try_borrow_mut() {
            let by = inside.get() + 1;
            inside.set(by);
            std::mem::drop(inside);
            if by == 6 { continue; }
            if co_yield!(by) == 2 { break; }
            if by > 7 { return by; }
        }
        let held = shared.borrow_mut();
        if let Ok(inside) = shared.try_borrow_mut() {
            drop(inside);
            co_yield!(2);
        } else if n > 2 {
            log.say(*held + co_yield!(3));
        }
        n
    }

    body with_others_beside_it(log) -> i32 {
        let cell = RefCell::new(log.noisy("cell"));
        let mut sum = 0;
        while sum < 4 {
            let before = log.noisy("before");
            sum += co_yield!(sum) + before.get();
            let inside = cell.borrow_mut();
            let after = log.noisy("after");
            log.say(format!("{} {}", inside.n, after.n));
        }
        sum
    }

    body returned_past(log) -> i32 {
        let mut heap = BinaryHeap::from([1, 5, 3]);
        loop {
            let n = co_yield!(heap.len() as i32);
            let Some(mut top) = heap.peek_mut() else { return -1 };
            *top -= 2;
            if *top < n { return *top; }
        }
    }

    body boxed_borrows(log) -> i32 {
        let list = vec![1, 2, 3];
        let mut sum = 0;
        for back in [false, true, false] {
            sum += co_yield!(sum);
            let mut items: Box<dyn Iterator<Item = &i32>> =
                if back { Box::new(list.iter().rev()) } else { Box::new(list.iter()) };
            sum += items.next().copied().unwrap_or_default();
        }
        sum
    }
}
