//! Loops, labels, `break` and `continue`, with and without values.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

fn for_value((): ()) -> i32 {
    1
}

rows! {
    fork count(log) -> i32 {
        let mut n = 0;
        loop {
            n += co_yield!(n);
            log.say(n);
            if n > 5 { break n }
        }
    }

    fork loop_locals(log) -> i32 {
        let mut i = 0;
        loop {
            let a = log.noisy(format!("a{i}"));
            if co_yield!(i) == 0 { continue; }
            let b = log.noisy(format!("b{i}"));
            i += 1;
            if co_yield!(a.n) > 2 { break b.into_n(); }
            if i > 3 { break 0 }
        }
    }

    fork while_condition(log) -> i32 {
        let mut n = 0;
        while co_yield!(n) < 3 {
            let _in = log.noisy(format!("in{n}"));
            n += 1;
            if n > 4 { break; }
        }
        co_yield!(100);
        n
    }

    fork while_and(log) -> i32 {
        let mut n = 0;
        while log.flag("c", n < 4) && co_yield!(n) > 0 {
            n += 1;
        }
        n
    }

    fork while_let(log) -> i32 {
        let mut stack = vec![log.noisy("a"), log.noisy("b"), log.noisy("c")];
        let mut sum = 0;
        while let Some(top) = stack.pop() {
            if co_yield!(top.n) == 0 && stack.len() < 3 && sum < 3 {
                stack.push(top);
                sum += 1;
            } else {
                sum += top.get();
            }
            log.say("end of round");
        }
        sum
    }

    fork while_let_chain(log) -> i32 {
        let mut stack = vec![1, 2, 3];
        while let Some(n) = stack.pop() && co_yield!(n) > 0 && let m @ 1.. = co_yield!(n * 10) {
            log.say(m);
        }
        stack.len() as i32
    }

    fork while_let_yields(log) -> i32 {
        let mut total = 0;
        while let n @ 1..=3 = co_yield!(total) {
            let _in = log.noisy(format!("in{n}"));
            total += n;
            if total > 6 { break }
        }
        total
    }

    fork for_over_a_borrow_of_what_is_sent(log) -> i32 {
        let mut n = 0;
        for x in &[log.noisy_n("a", co_yield!(0)), log.noisy("b")] { n += x.get(); }
        co_yield!(n)
    }

    fork for_over_a_view_of_what_is_sent(log) -> i32 {
        let mut n = 0;
        loop {
            let _l = log.noisy("l");
            for x in vec![log.noisy_n("s", co_yield!(n)), log.noisy("t")].iter().rev() {
                let _in = log.noisy("in");
                if x.n == 0 { continue; }
                if x.n == 2 { break; }
                n += x.get();
            }
            if n > 10 { break n }
        }
    }

    fork for_whose_head_yields_and_body_leaps(log) -> i32 {
        let mut n = 0;
        'rounds: for i in 0..4 {
            let _round = log.noisy(format!("r{i}"));
            'words: for x in [log.noisy_n("s", co_yield!(n))].iter() {
                let _in = log.noisy("in");
                match x.get() {
                    0 => continue 'rounds,
                    1 => break 'rounds,
                    2 => break 'words,
                    3 => return n,
                    k => n += k,
                }
            }
            log.say("end of round");
            n += co_yield!(i);
        }
        n + 100
    }

    fork for_with_a_temporary_beside_what_is_sent(log) -> i32 {
        let mut n = 0;
        for x in log.noisy("t").maybe().into_iter().chain([co_yield!(1)].iter().copied()) { log.say(x); n += x; }
        for (i, x) in vec![co_yield!(n), co_yield!(2)].iter().enumerate() { n += i as i32 * x; }
        n + for_value(for _ in [co_yield!(3)].iter() { log.say("once") })
    }

    fork while_let_of_a_borrow_of_what_is_sent(log) -> i32 {
        let mut n = 0;
        while let Some(x) = [log.noisy_n("s", co_yield!(n))].iter().find(|x| x.n > 0) {
            n += x.get();
            if n > 5 { break }
            if n == 4 { continue }
            log.say("end of round");
        }
        co_yield!(n)
    }

    fork while_over_what_is_sent(log) -> i32 {
        let mut n = 0;
        while [log.noisy_n("s", co_yield!(n))].iter().any(|x| x.n > 0) && n < 5 { n += 2; }
        n
    }

    fork match_on_a_borrow_of_what_is_sent(log) -> i32 {
        let mut n = 0;
        for _ in 0..2 {
            n += match [log.noisy_n("s", co_yield!(n))].first() {
                Some(x) if x.n == 0 => break,
                Some(x) if x.n == 1 => continue,
                Some(x) => x.get(),
                None => 0,
            };
            if let [x, ..] = &[log.noisy_n("t", co_yield!(n))][..] { n += x.get(); } else { n = 0; }
        }
        co_yield!(n)
    }

    fork for_range(log) -> i32 {
        let mut sum = 0;
        for i in 0..3 {
            let _in = log.noisy(format!("in{i}"));
            sum += co_yield!(i);
        }
        sum
    }

    fork for_moves_item(log) -> usize {
        let mut kept = Vec::new();
        for n in [log.noisy("a"), log.noisy("b"), log.noisy("c")] {
            if co_yield!(n.n) > 1 { kept.push(n); } else { log.say("left"); }
        }
        co_yield!(kept.len() as i32);
        kept.len()
    }

    fork for_patterns(log) -> i32 {
        let mut sum = 0;
        for (i, (a, [b, ..])) in [(1, [2, 3]), (4, [5, 6])].into_iter().enumerate() {
            sum += co_yield!(i as i32) * a + b;
            log.say(sum);
        }
        sum
    }

    fork for_in_for(log) -> i32 {
        let mut n = 0;
        for i in 0..co_yield!(0).min(3) {
            let _i = log.noisy(format!("i{i}"));
            for j in (0..=i).rev() {
                let _j = log.noisy(format!("j{j}"));
                if co_yield!(i * 10 + j) == 0 { break; }
                n += 1;
            }
            log.say("inner done");
        }
        n
    }

    fork labelled(log) -> i32 {
        let mut n = 0;
        'outer: for i in 0..3 {
            let _i = log.noisy(format!("i{i}"));
            for j in 0..3 {
                let _j = log.noisy(format!("j{j}"));
                match co_yield!(i * 10 + j) {
                    0 => continue 'outer,
                    1 => continue,
                    2 => break,
                    3 => break 'outer,
                    _ => n += 1,
                }
                log.say("end of j");
            }
            log.say("end of i");
        }
        n
    }

    fork break_values(log) -> i32 {
        let r = 'a: loop {
            let _a = log.noisy("a");
            let x = loop {
                let _b = log.noisy("b");
                match co_yield!(1) {
                    0 => break 'a 7,
                    1 => break co_yield!(2),
                    2 => continue 'a,
                    _ => break 'a co_yield!(3),
                }
            };
            break x + 1;
        };
        co_yield!(r)
    }

    fork break_noisy(log) -> i32 {
        let got = loop {
            let a = log.noisy("a");
            let b = log.noisy("b");
            if co_yield!(1) == 0 { break a; }
            if co_yield!(2) == 0 { break b; }
            log.say("again");
            break a.into_next();
        };
        co_yield!(got.n);
        got.get()
    }

    fork labelled_block(log) -> i32 {
        let a = log.noisy("a");
        let r = 'b: {
            let _in = log.noisy("in");
            if co_yield!(1) == 0 { break 'b 1; }
            let _in2 = log.noisy("in2");
            if co_yield!(2) == 1 { break 'b co_yield!(3); }
            4
        };
        co_yield!(r) + a.n
    }

    fork labelled_block_unit(log) -> i32 {
        'done: {
            let _a = log.noisy("a");
            for i in 0..4 {
                let _i = log.noisy(format!("i{i}"));
                if co_yield!(i) > 1 { break 'done; }
            }
            log.say("all");
        }
        co_yield!(9)
    }

    fork labels_repeat(log) -> i32 {
        let x = 'a: { if co_yield!(1) > 1 { break 'a 1 } 2 };
        let y = 'a: loop { if co_yield!(2) > 1 { break 'a 10 } else { log.say("no"); break 'a 20 } };
        x + y
    }

    fork break_in_plain_inner_loop(log) -> i32 {
        let mut n = 0;
        'outer: loop {
            co_yield!(n);
            let _a = log.noisy("a");
            for i in 0..5 {
                if i == 2 { continue; }
                n += i;
                if n > 20 { break 'outer; }
                if i == 3 { continue 'outer; }
            }
        }
        n
    }

    fork continue_in_value_position(log) -> i32 {
        let mut n = 0;
        for i in 0..4 {
            let x = if co_yield!(i) == 0 { continue } else { co_yield!(i + 10) };
            let y = match x { 0 => continue, 1 => break, x => x };
            n += log.num("y", y);
        }
        n
    }

    fork return_from_loops(log) -> i32 {
        for i in 0..3 {
            let _i = log.noisy(format!("i{i}"));
            while co_yield!(i) > 0 {
                let _w = log.noisy("w");
                if co_yield!(7) == 1 { return i; }
            }
        }
        -1
    }

    fork loop_never_yields_again(log) -> i32 {
        let mut n = co_yield!(1);
        while n > 0 { n -= 1; log.say("down"); }
        for _ in 0..2 { log.say("twice"); }
        co_yield!(n)
    }

    fork manual_iterator(log) -> i32 {
        let mut it = vec![log.noisy("a"), log.noisy("b"), log.noisy("c")].into_iter();
        let mut sum = 0;
        while let Some(x) = it.next() {
            sum += co_yield!(x.n);
            if let Some(skipped) = it.next() { log.say(format!("skip {skipped:?}")); }
        }
        sum
    }

    fork peekable(log) -> Vec<i32> {
        let mut it = [1, 1, 2, 3, 3].into_iter().peekable();
        let mut out = Vec::new();
        while let Some(x) = it.next() {
            let mut n = 1;
            while it.next_if_eq(&x).is_some() { n += 1; }
            out.push(co_yield!(x * 10 + n));
            log.say(it.peek().copied().unwrap_or(0));
        }
        out
    }

    fork for_noisy(log) -> i32 {
        let mut sum = 0;
        for n in vec![log.noisy("a"), log.noisy("b"), log.noisy("c")] {
            sum += co_yield!(n.n);
            if sum > 3 { break; }
            log.say("round");
        }
        co_yield!(99);
        sum
    }

    fork two_loops_share_a_name(log) -> i32 {
        for i in 0..2 { co_yield!(i); }
        for i in [log.noisy("x")] { co_yield!(i.get()); }
        let mut i = 0;
        while i < 2 { i += 1; co_yield!(i); }
        i
    }

    fork for_over_iterator_with_state(log) -> i32 {
        let noisy = log.noisy("captured");
        let it = (0..3).map(move |i| { log.say(format!("map {i}")); i + noisy.n });
        let mut sum = 0;
        for i in it {
            sum += co_yield!(i);
            if sum > 4 { break }
        }
        log.say("after");
        co_yield!(sum)
    }

    fork block_value_in_loop(log) -> i32 {
        while co_yield!(2) > 1 {
            let v = vec!['l4: { if log.flag("f", true) { break 'l4 log.noisy("n5"); } co_yield!(4); log.noisy("n6") }, log.noisy("n7")];
            log.say(v.len());
        }
        co_yield!(2)
    }

    fork block_value_after_continue(log) -> i32 {
        while co_yield!(2) > 1 {
            if log.flag("f2", false) { continue; }
            let v = vec!['l4: { if log.flag("f", true) { break 'l4 log.noisy("n5"); } co_yield!(4); log.noisy("n6") }, log.noisy("n7")];
            log.say(v.len());
        }
        co_yield!(2)
    }

    fork loop_value_as_operand(log) -> i32 {
        let x = (loop { if co_yield!(0) > 1 { break co_yield!(0); } }, co_yield!(2), { if log.flag("z", true) { co_yield!(0) } else { 4 } });
        log.say(format!("{x:?}"));
        x.0
    }

    fork loop_value_in_a_loop(log) -> i32 {
        loop {
            if co_yield!(4) > 2 { break 5; }
            if co_yield!(4) > 1 { continue; }
            log.say(loop { if co_yield!(0) > 1 { break co_yield!(1); } });
            break 2;
        }
    }

    fork loop_value_of_branch(log) -> Noisy<'_> {
        if co_yield!(1) > 1 {
            return 'l1: loop { if co_yield!(0) > 0 { break 'l1 (if log.flag("f", true) { log.noisy("n2") } else { co_yield!(2); log.noisy("n3") }, 3).0; } };
        }
        co_yield!(0);
        log.noisy("n4")
    }

    fork loop_value_in_a_while(log) -> i32 {
        let b = log.noisy("b");
        while let x @ 1..=3 = co_yield!(3) {
            let mut t = loop { if co_yield!(3) > 0 { break { co_yield!(b.n); co_yield!(x) }; } };
            if x > 2 { continue; }
            t += b.get();
            log.say(t);
        }
        3
    }

    fork for_by_ref(log) -> i32 {
        let mut values = vec![log.noisy("a"), log.noisy("b"), log.noisy("c"), log.noisy("d")].into_iter();
        let after = log.noisy("after");
        for value in values.by_ref() {
            log.say(value.n);
            if co_yield!(value.n) > 1 { break; }
        }
        log.say(after.n);
        for value in &mut values {
            if co_yield!(1) > 0 { continue; }
            drop(value);
            break;
        }
        co_yield!(values.len() as i32);
        values.map(|value| value.into_n()).sum()
    }

    fork for_by_ref_of_a_temporary(log) -> i32 {
        let mut sum = 0;
        for value in [log.noisy("a"), log.noisy("b")].into_iter().by_ref() {
            sum += co_yield!(value.n);
        }
        sum
    }

    fork for_by_ref_consumed_inside(log) -> i32 {
        let mut values = vec![log.noisy("a"), log.noisy("b"), log.noisy("c")].into_iter();
        for value in &mut values {
            if co_yield!(value.n) > 0 {
                drop(values);
                co_yield!(7);
                return 1;
            }
        }
        co_yield!(8);
        2
    }

    // Ways back to the head of a loop that do not yield: what is kept stays where it is.
    fork back_to_the_head(log) -> i32 {
        let mut current = log.noisy("first");
        let mut list = vec![log.noisy("in the list")];
        let mut n = 0;
        'outer: loop {
            let _turn = log.noisy("turn");
            n += 1;
            if n % 2 == 0 { continue; }
            for k in 0..n {
                if k == 2 { continue 'outer; }
                if n > 6 { break 'outer; }
            }
            if n == 1 { current = log.noisy_n("next", current.into_n() + n); continue 'outer; }
            list.push(log.noisy_n("more", n));
            match list.len() { 2 => continue, 3 => { list.pop(); } _ => {} }
            n += co_yield!(current.get() + n);
        }
        log.say(format!("{n} {}", list.len()));
        current.into_n()
    }

    fork filtered(log) -> i32 {
        let items = vec![log.noisy_n("1", 1), log.noisy_n("2", 2), log.noisy_n("3", 3), log.noisy_n("4", 4)];
        let mut last = None;
        for item in items {
            let _behind = log.noisy("behind");
            if item.n % 2 == 1 { last = Some(item); continue; }
            if let Some(last) = last.take() { log.say(format!("taken {}", last.n)); }
            co_yield!(item.get());
        }
        0
    }
}
