//! Borrows that have ended although their locals are in scope: what they borrowed from may be changed, moved and lent
//! again before the next yield.

use crate::harness::{Log, rows};
use coro::Coroutine;
use std::collections::BTreeMap;

rows! {
    fork grown_after_a_look(log) -> i32 {
        let mut list = vec![1];
        for _ in 0..3 {
            let last = list.last_mut().unwrap();
            *last += 1;
            let n = *last;
            list.push(n);
            co_yield!(n);
        }
        list.len() as i32
    }

    fork moved_after_a_look(log) -> i32 {
        let line = String::from(" text ");
        let word = line.trim();
        let n = word.len() as i32;
        drop(line);
        co_yield!(n)
    }

    fork cleared_after_an_entry(log) -> i32 {
        let mut map = BTreeMap::new();
        loop {
            let key = co_yield!(map.len() as i32);
            let list: &mut Vec<i32> = map.entry(key).or_default();
            list.push(key);
            let n = list.len();
            if n > 1 { map.clear(); }
            if co_yield!(n as i32) > 2 { break; }
        }
        map.len() as i32
    }

    fork eaten_after_a_peek(log) -> i32 {
        let mut letters = "a#bc".chars().peekable();
        loop {
            match letters.peek() {
                None => break,
                Some('#') => { letters.next(); }
                Some(_) => { let c = letters.next().unwrap(); co_yield!(c as i32); }
            }
        }
        0
    }

    fork removed_in_a_guarded_arm(log) -> i32 {
        let mut map = BTreeMap::from([(2, String::new()), (3, String::from("abc"))]);
        let mut key = co_yield!(0);
        for _ in 0..3 {
            key = match map.get(&key) {
                Some(text) if text.is_empty() => { map.remove(&key); co_yield!(1) }
                Some(text) => { let n = text.len() as i32; co_yield!(n) }
                None => { map.insert(key, String::new()); co_yield!(2) }
            };
        }
        map.len() as i32
    }

    fork pushed_in_an_if_let(log) -> i32 {
        let mut list = vec![1];
        if let Some(x) = list.last() { let n = *x; list.push(n + 1); co_yield!(n); }
        if let Some(&x) = list.last() { list.push(x); co_yield!(x); }
        if let Some(x) = list.last_mut() { *x += 1; list.clear(); co_yield!(7); }
        list.len() as i32
    }

    fork pushed_after_a_let_else(log) -> i32 {
        let mut list = vec![String::from("a")];
        loop {
            let Some(top) = list.last_mut() else { return 0 };
            top.push('b');
            let n = top.len() as i32;
            list.push(String::new());
            if co_yield!(n) > 2 { list.clear(); }
        }
    }

    fork split_and_replaced(log) -> i32 {
        let mut text = String::from("ab\ncde\nf");
        while let Some((line, rest)) = text.split_once('\n') {
            let n = line.len() as i32;
            text = rest.to_string();
            co_yield!(n);
        }
        text.len() as i32
    }

    fork depth_first(log) -> i32 {
        let mut stack = vec![vec![vec![1, 2], vec![3]].into_iter()];
        let mut found = Vec::new();
        while let Some(top) = stack.last_mut() {
            match top.next() {
                Some(list) => { found.push(list.len()); stack.push(vec![list].into_iter()); co_yield!(found.len() as i32); }
                None => { stack.pop(); }
            }
            if found.len() > 4 { break; }
        }
        found.len() as i32
    }

    // A guard is no such borrow: it is held, and dropped at its place.
    fork beside_a_guard(log) -> i32 {
        let mut list = vec![1];
        let guard = log.noisy("guard");
        let first = list.first().unwrap();
        let n = *first + guard.n;
        list.clear();
        co_yield!(n);
        log.say("end");
        list.len() as i32
    }

    // Their drop only gives memory back.
    fork collections_of_borrows(log) -> i32 {
        let text = String::from("a b a");
        let words: Vec<&str> = text.split(' ').collect();
        let n = words.len() as i32;
        co_yield!(n);
        let mut counts: std::collections::HashMap<&str, i32> = std::collections::HashMap::new();
        for word in text.split(' ') { *counts.entry(word).or_default() += 1; }
        let most = counts.values().copied().max().unwrap_or(0);
        co_yield!(most);
        let parts = text.split(' ').collect::<Vec<_>>();
        let longest = parts.iter().copied().max_by_key(|part| part.len());
        let n = longest.map_or(0, |part| part.len() as i32);
        co_yield!(n);
        let mut seen = std::collections::BTreeSet::new();
        for word in text.split(' ') { seen.insert(word); }
        let n = seen.len() as i32;
        co_yield!(n);
        log.say(&text);
        n
    }

    fork entries(log) -> i32 {
        use std::collections::btree_map::{BTreeMap, Entry};
        let mut last = BTreeMap::new();
        for (at, key) in ["a", "b", "a"].into_iter().enumerate() {
            match last.entry(key.to_owned()) {
                Entry::Occupied(mut entry) => { let old = entry.insert(log.noisy(at)); co_yield!(old.n); }
                Entry::Vacant(entry) => { entry.insert(log.noisy(at)); }
            }
        }
        let Some(first) = last.first_entry() else { return 0 };
        let n = first.get().n;
        co_yield!(n);
        last.len() as i32
    }

    fork collected_ahead_of_a_slot(log) -> usize {
        let text = String::from("to be or not to be");
        let mut seen = std::collections::HashSet::new();
        let mut words = Vec::new();
        for word in text.split(' ') {
            if seen.insert(word) { words.push(word); }
        }
        let many = words.len();
        let mut later = String::new();
        later.push_str(words[0]);
        for n in 0..2 {
            later.push_str(&co_yield!(n).to_string());
        }
        log.say(later);
        many
    }

    fork narrowed_in_place(log) -> usize {
        let text: &'static str = "  one two  three ";
        let (head, mut rest) = text.split_at(2);
        co_yield!(head.len() as i32);
        rest = rest.trim_start();
        while let Some((word, mut tail)) = rest.split_once(' ') {
            co_yield!(word.len() as i32);
            tail = tail.trim_start_matches(' ');
            if tail.is_empty() { tail = word.trim(); log.say(tail); break; }
            rest = tail;
        }
        co_yield!(rest.len() as i32);
        rest.len()
    }

    body closures_beside_where_they_begin(log) -> i32 {
        let mut list = vec![log.noisy("a"), log.noisy("b")];
        let start = list.len() as i32;
        let mut counted = std::iter::successors(Some(start + 1), |n| (*n > list.len() as i32).then(|| n - 1));
        let a = counted.next().unwrap_or(0);
        let mut scanned = [1, 2].iter().scan(Some(start), |sum, n| { *sum = sum.map(|s| s + n + list.len() as i32); *sum });
        let b = scanned.next().unwrap_or(0);
        co_yield!(a);
        list.push(log.noisy("c"));
        a + b + co_yield!(list.len() as i32)
    }
}
