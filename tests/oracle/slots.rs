//! Collections and arrays that stay in a slot beside the state: what they hold is dropped where Rust drops it, whatever else is
//! kept with them.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

#[derive(Clone)]
struct Held<'l> {
    list: Vec<Noisy<'l>>,
    n: i32,
}

macro_rules! twice {
    ($value:expr) => {
        2 * $value
    };
}

/// A method that borrows, and is named as one that consumes.
#[allow(clippy::wrong_self_convention)]
trait Length {
    fn into_length(&self) -> i32;
}

impl Length for Vec<Noisy<'_>> {
    fn into_length(&self) -> i32 {
        self.len() as i32
    }
}

fn eat_all(list: Vec<Noisy<'_>>) {
    drop(list);
}

rows! {
    fork alone(log) -> usize {
        let mut list = vec![log.noisy_n("a", 1)];
        while list.len() < 4 {
            let sent = co_yield!(list.len() as i32);
            if sent == 0 { list.clear(); }
            list.push(log.noisy_n("more", sent));
        }
        log.say("full");
        list.len()
    }

    fork with_a_later_local(log) -> i32 {
        let list = vec![log.noisy("first"), log.noisy("second")];
        let _later = log.noisy("later");
        co_yield!(list.len() as i32);
        co_yield!(list[1].n)
    }

    fork with_an_earlier_local(log) -> i32 {
        let _earlier = log.noisy("earlier");
        let list = vec![log.noisy("first"), log.noisy("second")];
        co_yield!(list.len() as i32);
        co_yield!(list[0].n)
    }

    fork between_two_locals(log) -> i32 {
        let _earlier = log.noisy("earlier");
        let list = vec![log.noisy("first")];
        let _later = log.noisy("later");
        co_yield!(list.len() as i32);
        co_yield!(list[0].n)
    }

    fork two_of_them(log) -> i32 {
        let mut a = vec![log.noisy("a1")];
        let mut b = vec![log.noisy("b1")];
        a.push(log.noisy_n("a2", co_yield!(1)));
        b.push(log.noisy_n("b2", co_yield!(2)));
        a.swap(0, 1);
        co_yield!(a[0].n + b[1].n)
    }

    fork two_around_a_local(log) -> i32 {
        let a = vec![log.noisy("a")];
        let _between = log.noisy("between");
        let b = vec![log.noisy("b")];
        co_yield!(a.len() as i32);
        co_yield!(b.len() as i32)
    }

    fork in_the_body_of_a_loop(log) -> i32 {
        let mut total = 0;
        'rounds: for round in 0..3 {
            let mut list = vec![log.noisy_n("head", round)];
            let _guard = log.noisy("guard");
            for n in 0..3 {
                let sent = co_yield!(list.len() as i32);
                match sent {
                    0 => continue 'rounds,
                    3 => break 'rounds,
                    _ => list.push(log.noisy_n("item", n)),
                }
                total += list.last().map_or(0, |last| last.n);
            }
            log.say("round");
        }
        log.say("done");
        co_yield!(total)
    }

    fork in_inner_scopes(log) -> i32 {
        let outer = vec![log.noisy("outer")];
        {
            let inner = vec![log.noisy("inner")];
            co_yield!(inner.len() as i32);
            log.say("inner ends");
        }
        if co_yield!(1) > 1 {
            let branch = vec![log.noisy("branch")];
            co_yield!(branch[0].n);
        }
        log.say("outer ends");
        co_yield!(outer.len() as i32)
    }

    fork shadowed(log) -> i32 {
        let list = vec![log.noisy("first")];
        co_yield!(list.len() as i32);
        let list = vec![log.noisy_n("second", list[0].n), log.noisy("third")];
        co_yield!(list.len() as i32);
        list[0].n
    }

    fork returned_early(log) -> Result<i32, String> {
        let mut list = vec![log.noisy("kept")];
        let sent = co_yield!(1);
        let more: i32 = if sent > 2 { Err("too many")? } else { sent };
        if more == 1 { return Ok(list.len() as i32); }
        list.push(log.noisy_n("more", more));
        Ok(co_yield!(list.len() as i32))
    }

    body panics_with_it(log) -> usize {
        let _earlier = log.noisy("earlier");
        let list = vec![log.noisy("a"), log.noisy("b")];
        let sent = co_yield!(1);
        if sent == 1 { log.bomb("asked to"); }
        co_yield!(sent);
        list.len()
    }

    fork emptied_by_hand(log) -> usize {
        let mut list = vec![log.noisy("a"), log.noisy("b")];
        let first = list.remove(0);
        co_yield!(first.n);
        drop(first);
        list.retain(|item| item.n > 1);
        co_yield!(list.len() as i32);
        let rest = std::mem::take(&mut list);
        co_yield!(rest.len() as i32);
        list.len()
    }

    fork moved_in_the_end(log) -> usize {
        let mut list = vec![log.noisy("a")];
        list.push(log.noisy_n("b", co_yield!(1)));
        let mine = list;
        co_yield!(mine.len() as i32);
        mine.into_iter().map(|item| item.into_n() as usize).sum()
    }

    fork arrays(log) -> i64 {
        let mut sums = [0i64; 40];
        let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        for at in 0..4 {
            log.say(names[at]);
            sums[at] += i64::from(co_yield!(at as i32));
            let [first, .., last] = &sums;
            log.say(format!("{first} {last} {:?}", &sums[..4]));
        }
        let copy = sums;
        assert_eq!(copy, sums);
        sums.iter().sum()
    }

    // The iterator of a `for` over an array.
    body iterated_arrays(log) -> i32 {
        let _ahead = log.noisy("ahead");
        let mut sum = 0;
        for item in [
            log.noisy("1"), log.noisy("2"), log.noisy("3"), log.noisy("4"), log.noisy("5"),
            log.noisy("6"), log.noisy("7"), log.noisy("8"), log.noisy("9"),
        ] {
            let _inside = log.noisy("inside");
            sum += co_yield!(item.get());
            if sum > 6 { break; }
        }
        log.say("behind");
        co_yield!(sum)
    }

    fork iterated_constant(log) -> i32 {
        const AROUND: [(i32, i32); 3] = [(1, 0), (0, 1), (-1, 2)];
        let local = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        let mut sum = 0;
        for (x, y) in AROUND {
            let _item = log.noisy("item");
            sum += x * co_yield!(y);
            for z in local {
                sum += z;
                if z == 2 { continue; }
                if z > 3 { break; }
                sum += co_yield!(z);
            }
        }
        sum
    }

    // In the arguments of macros.
    fork in_macros(log) -> String {
        use std::fmt::Write;
        let (mut out, mut list, mut array) = (String::new(), vec![1], [0u8; 70]);
        for i in 0..2 {
            write!(&mut out, "{i}").unwrap();
            writeln!(out, "{} {}", "x01".contains(&out), { list.append(&mut vec![2]); list.len() }).unwrap();
            array[0] += co_yield!(list.len() as i32) as u8;
            log.say(format!("{} {}", std::mem::size_of_val(&array), std::any::type_name_of_val(&list)));
            log.say(format!("{:?} {:?}", list, list.iter().zip(&list).count()));
            log.say(format!("{:?} {out}", (&list).into_iter().map(|n| n + 1).collect::<Vec<_>>()));
            if i == 0 { log.say(format!("{:?}", std::mem::take(&mut out))); }
        }
        out
    }

    fork texts(log) -> String {
        let mut text = String::from("start");
        for n in 0..3 {
            text.push_str(&co_yield!(text.len() as i32).to_string());
            if text.ends_with('0') { text.insert(0, '!'); }
            log.say(&text);
            log.say(format!("{text} {n} {}", text.trim_start_matches('!')));
        }
        text.to_uppercase()
    }

    fork unused_after(log) -> i32 {
        let list = vec![log.noisy("a")];
        let n = list.len() as i32;
        let _later = log.noisy("later");
        co_yield!(n);
        co_yield!(n + 1)
    }

    fork by_every_kind_of_mention(log) -> i32 {
        let mut list = vec![3, 1, 2];
        list.sort_unstable();
        list.extend(vec![co_yield!(list.len() as i32)]);
        list[0] += co_yield!(list[1]);
        let last = list.len() - 1;
        list[last] = list[0];
        for n in &mut list { *n += 1; }
        if list == [9, 9] || list.contains(&7) { log.say("found"); }
        match list.get(co_yield!(list[last]) as usize) { Some(n) => log.say(n), None => log.say("none") }
        let view = &list;
        let sum: i32 = view.iter().sum();
        log.say(format!("{list:?} {:?} {sum}", list.first()));
        list.push(list.len() as i32);
        assert!(!list.is_empty(), "{list:?}");
        co_yield!(list.iter().rev().take(2).sum())
    }

    fork of_names_that_look_alike(log) -> i32 {
        let mut a_b = vec![log.noisy("one")];
        let mut a_b_ = vec![log.noisy("two")];
        co_yield!(a_b.len() as i32);
        a_b.push(log.noisy("three"));
        a_b_.clear();
        co_yield!((a_b.len() + a_b_.len()) as i32)
    }

    fork of_a_written_type(log) -> i32 {
        let mut list: Vec<_> = vec![log.noisy("one")];
        let grid: [[i32; 4]; 3] = [[1; 4], [2; 4], [3; 4]];
        let mut text: String = String::from("t");
        let boxed: Box<[i32]> = Box::new([1, 2]);
        let sent = co_yield!(list.len() as i32 + boxed[1]);
        list.push(log.noisy("two"));
        text.push_str(&sent.to_string());
        log.say(format!("{text} {}", grid[1][2]));
        co_yield!(grid.len() as i32 + list.len() as i32)
    }

    fork moved_at_last(log) -> usize {
        let mut list = vec![log.noisy("one")];
        let mut text = String::new();
        let late = log.noisy("late");
        for n in 0..co_yield!(0) {
            list.push(log.noisy(n));
            text.push_str(&n.to_string());
            co_yield!(list.len() as i32);
        }
        let moved = list;
        let bytes = text.into_bytes();
        log.say(format!("{bytes:?}"));
        co_yield!(moved.len() as i32 + late.get());
        drop(moved);
        log.say("dropped");
        bytes.len()
    }

    fork moved_on_one_path(log) -> Vec<i32> {
        let mut list = vec![1];
        let mut other = vec![log.noisy("other")];
        loop {
            let sent = co_yield!(list.len() as i32);
            other.push(log.noisy(sent));
            list.push(sent);
            match sent {
                0 => return list,
                1 => {
                    let pair = (list, other);
                    co_yield!(pair.1.len() as i32);
                    return pair.0;
                }
                _ => log.say(other.len()),
            }
            if list.len() > 4 { break; }
        }
        eat_all(other);
        co_yield!(7);
        list
    }

    fork made_anew_in_each_round(log) -> Vec<String> {
        let mut all = Vec::new();
        for n in 0..3 {
            let mut part = String::from("p");
            let mut guards = Vec::with_capacity(2);
            guards.push(log.noisy(n));
            for m in 0..n {
                part.push_str(&co_yield!(m).to_string());
                guards.insert(0, log.noisy(format!("{n}.{m}")));
            }
            if co_yield!(n) == 1 { eat_all(guards); }
            all.push(part);
        }
        co_yield!(all.len() as i32);
        all
    }

    fork given_to_every_kind_of_value(log) -> usize {
        let a = vec![log.noisy("a")];
        let b = vec![log.noisy("b")];
        let c = String::from("c");
        let d = vec![log.noisy("d")];
        let e = Vec::from([log.noisy("e")]);
        let n = co_yield!((a.len() + b.len() + c.len() + d.len() + e.len()) as i32);
        let held = Held { list: a, n };
        let pair = [b, d];
        let some = Some(c);
        for noisy in e { log.say(noisy.n); co_yield!(noisy.n); }
        co_yield!(held.list.len() as i32 + held.n);
        let mut later = Vec::new();
        later = { later.extend(pair); later };
        co_yield!(later.len() as i32);
        some.map_or(0, |c| c.len())
    }

    fork beside_what_is_dropped_before_and_behind(log) -> i32 {
        let first = log.noisy("first");
        let mut list = vec![log.noisy("list")];
        let second = log.noisy("second");
        let mut more = vec![log.noisy("more")];
        let third = log.noisy("third");
        list.push(log.noisy("pushed"));
        co_yield!(list.len() as i32);
        more.push(log.noisy("pushed, too"));
        co_yield!(first.get() + second.get() + third.get());
        eat_all(more);
        co_yield!(1);
        eat_all(list);
        co_yield!(2)
    }

    body moved_into_a_closure(log) -> usize {
        let mut list = vec![log.noisy("list")];
        co_yield!(1);
        list.push(log.noisy("two"));
        let count = move || list.len();
        co_yield!(count() as i32);
        count()
    }

    body taken_and_put_back(log) -> i32 {
        let mut list = vec![log.noisy("list")];
        for n in 0..3 {
            let taken = std::mem::take(&mut list);
            co_yield!(taken.len() as i32);
            list.push(log.noisy(n));
            list.extend(taken);
            list = list.into_iter().rev().collect();
            co_yield!(list.len() as i32);
        }
        std::mem::swap(&mut list, &mut vec![log.noisy("swapped")]);
        co_yield!(list.len() as i32)
    }

    fork named_alike_in_a_pattern(log) -> i32 {
        let mut list = vec![log.noisy("list")];
        co_yield!(list.len() as i32);
        assert!(matches!(Some(3), Some(list) if list > 2));
        list.push(log.noisy("more"));
        log.say(matches!(list.len(), 2));
        for twice in 0..2 {
            let both = vec![twice!(twice + 1), twice!(2), co_yield!(twice)];
            list.push(log.noisy(both.len()));
        }
        co_yield!(list.len() as i32)
    }

    fork mentioned_and_not_moved(log) -> i32 {
        let list = vec![log.noisy("list")];
        let more = vec![log.noisy("more")];
        if co_yield!(list.len() as i32) == 1 {
            eat_all(list);
            co_yield!(more.len() as i32);
            return 1;
        }
        _ = list;
        log.say("kept");
        let n = more.into_length();
        log.say("looked at");
        co_yield!(n);
        list.into_length() + more.into_length()
    }
}
