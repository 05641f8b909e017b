//! Bodies that only a frame holds: borrows of locals across a yield, and what the enum refuses. Each of the second kind
//! says why; one that the enum learns moves to the file of its topic, as a row of both engines.

use crate::harness::{Log, Noisy, rows};
use crate::moves::{eat, pair};
use coro::Coroutine;

fn helper(n: i32) -> i32 {
    n * 100
}

struct Scale<'l>(Noisy<'l>, i32);
impl Scale<'_> {
    fn with(mut self, n: i32) -> Self {
        self.1 += n;
        self
    }
    fn weigh(self, n: i32) -> i32 {
        self.0.get() * self.1 + n
    }
}

rows! {
    pinned items_of_a_local(log) -> i32 {
        let list = vec![log.noisy_n("a", 1), log.noisy_n("b", 2), log.noisy_n("c", 3)];
        let mut sum = 0;
        for item in &list {
            let _each = log.noisy("each");
            sum += co_yield!(item.n);
            if sum > 6 { break; }
        }
        log.say("after");
        co_yield!(sum) + list.len() as i32
    }

    pinned reference_to_a_local(log) -> i32 {
        let a = log.noisy_n("a", 4);
        let b = log.noisy_n("b", 5);
        let chosen = if co_yield!(1) > 1 { &a } else { &b };
        let n = co_yield!(chosen.n);
        chosen.get() + n
    }

    pinned exclusive_reference(log) -> i32 {
        let mut list = vec![1, 2, 3];
        for n in list.iter_mut() {
            *n += co_yield!(*n);
        }
        log.say(format!("{list:?}"));
        co_yield!(list.iter().sum())
    }

    pinned lines_of_a_local(log) -> usize {
        let text = format!("one\ntwo {}\n\nfour", co_yield!(0));
        let mut longest = "";
        for (at, line) in text.lines().enumerate() {
            if line.len() > longest.len() { longest = line; }
            log.say(line);
            if co_yield!(at as i32) == 0 { continue; }
            log.say(longest);
        }
        longest.len()
    }

    pinned guard_of_a_local(log) -> i32 {
        let cell = std::cell::RefCell::new(1);
        {
            let mut held = cell.borrow_mut();
            *held += co_yield!(*held);
            assert!(cell.try_borrow().is_err());
            *held += co_yield!(*held);
        }
        let last = *cell.borrow();
        co_yield!(last)
    }

    pinned temporary_of_the_operand(log) -> i32 {
        co_yield!(log.noisy("temporary").get());
        log.say("next");
        co_yield!(log.noisy("a").get() + log.noisy("b").get())
    }

    pinned slices_of_a_buffer(log) -> i32 {
        let mut buffer = [0; 4];
        let mut total = 0;
        for round in 0..2 {
            for place in &mut buffer { *place = co_yield!(round); }
            for half in buffer.chunks(2) { total += co_yield!(half.iter().sum()); }
        }
        total
    }

    // A guard that yields while the pattern moves.
    pinned match_guard_yields_and_moves(log) -> i32 {
        let a = Some(log.noisy("a"));
        let r = match a {
            Some(n) if co_yield!(n.n) > 1 => {
                log.say("moved in");
                co_yield!(n.get());
                n.into_n()
            }
            Some(n) => n.get(),
            None => co_yield!(0),
        };
        co_yield!(50);
        r
    }

    // A pattern without a value.
    pinned deferred_in_match(log) -> i32 {
        let (a, b): (i32, Noisy<'_>);
        match co_yield!(1) {
            0 => { a = 0; b = log.noisy("zero"); }
            n => { b = log.noisy("other"); a = co_yield!(n); }
        }
        co_yield!(a) + b.into_n()
    }

    // A partial move of a local.
    pinned partial_move(log) -> i32 {
        let p = pair(log);
        let l = p.left;
        co_yield!(l.n);
        let r = p.right;
        co_yield!(r.n);
        l.get()
    }

    // A partial move of a local.
    pinned partial_move_one(log) -> i32 {
        let p = pair(log);
        let _c = log.noisy("c");
        eat(p.left);
        log.say("half");
        co_yield!(1)
    }

    // A partial move of a local.
    pinned partial_move_in_branch(log) -> i32 {
        let p = pair(log);
        if co_yield!(1) > 1 { eat(p.right); }
        co_yield!(2)
    }

    // A partial move of a local.
    pinned partial_move_by_pattern(log) -> i32 {
        let t = (log.noisy("a"), log.noisy("b"), 5);
        let (a, _, n) = t;
        co_yield!(n);
        a.get() + t.1.get()
    }

    // A partial move of a local.
    pinned partial_reinit(log) -> i32 {
        let mut p = pair(log);
        eat(p.left);
        p.left = log.noisy("left2");
        co_yield!(1);
        eat(p.right);
        p.right = log.noisy_n("right2", co_yield!(2));
        p.left.get() + p.right.get()
    }

    // A consuming method by a name outside the table.
    pinned own_consuming_method(log) -> i32 {
        let a = log.noisy("a");
        let b = log.noisy("b");
        co_yield!(1);
        let x = a.eat();
        co_yield!(x);
        if x > 0 { b.eat(); }
        co_yield!(3)
    }

    // A consuming method of a temporary receiver, a yield among the arguments.
    pinned temporary_receiver_chain(log) -> i32 {
        let x = Scale(log.noisy("recv"), 1).with(co_yield!(1)).with(7).weigh(co_yield!(2));
        log.say("next statement");
        co_yield!(x)
    }

    // Items of the same name in two blocks.
    pinned items_in_blocks(log) -> i32 {
        let mut n = 0;
        for i in 0..2 {
            const STEP: i32 = 10;
            fn next(n: i32) -> i32 { n + STEP }
            n = next(n) + co_yield!(n + i);
        }
        { fn next(n: i32) -> i32 { n + 1 } n = next(co_yield!(n)); }
        n
    }

    // An item of an inner block by the name of one outside.
    pinned item_hides_only_in_its_block(log) -> i32 {
        let a = helper(co_yield!(1));
        { fn helper(n: i32) -> i32 { n + 1 } log.say(helper(co_yield!(2))); }
        a + helper(co_yield!(3))
    }

    // Moved or not, by a condition inside of a macro.
    pinned arguments_moved_conditionally(log, (x, b): (i32, Noisy<'_>) = (4, log.noisy("arg"))) -> i32 {
        for c in vec![log.noisy_n("n1", if x > 2 { let e; if x > 3 { let _ = b.into_n(); e = 2; } else { e = 3; } e } else { let _ = b.into_n(); x })] {
            co_yield!(c.n);
        }
        5
    }

    // A move in `vec!` inside a labelled block inside `matches!`.
    pinned moved_in_block_in_matches(log) -> i32 {
        let a = log.noisy("a");
        if matches!('l1: { if a.n > 4 { break 'l1 2; } let v = vec![a, log.noisy("n3")]; v.len() }, 1 | 2 | 5) { co_yield!(3); }
        co_yield!(4)
    }

    // Calling an `FnOnce` moves it.
    pinned closure_called_once(log) -> i32 {
        let a = log.noisy("a");
        let f = move |n: i32| a.into_n() + n;
        let _b = log.noisy("b");
        let made = f(co_yield!(2));
        co_yield!(made)
    }
}
