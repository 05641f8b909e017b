//! Coroutines in the 2021 edition. There, `impl Trait` in a return type captures only the lifetimes that it
//! names; a coroutine captures all of them. And there, an `if let` drops its temporaries after its `else`, and a
//! block those of its tail after its locals; in code that yields they are dropped by the rules of 2024, since an
//! attribute cannot see the edition.

#![deny(warnings)]

use coro::prelude::*;
use std::cell::RefCell;

/// An elided lifetime, captured without being named.
#[coro::coroutine]
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    for word in text.split(' ') {
        co_yield!(word);
    }
}

/// Two elided lifetimes: neither could be named.
#[coro::coroutine]
pub fn matching(words: &[&str], letter: &char) -> impl Coroutine<Yield = String, Return = usize> {
    let mut count = 0;
    for word in words {
        if word.contains(*letter) {
            count += 1;
            co_yield!((*word).to_string());
        }
    }
    count
}

/// Named lifetimes and a type parameter.
#[coro::coroutine]
pub fn pairs<'a, 'b, T>(
    left: &'a [T],
    right: &'b [T],
) -> impl Iterator<Item = (&'a T, &'b T)> + Clone {
    for pair in left.iter().zip(right) {
        co_yield!(pair);
    }
}

/// A sink of borrowed text that borrows where it writes to.
#[coro::coroutine]
pub fn collector(into: &RefCell<String>) -> impl for<'a> Coroutine<&'a str, Yield = usize> {
    loop {
        let line = co_yield!(into.borrow().len());
        into.borrow_mut().push_str(line);
    }
}

/// The same with the lifetime elided.
#[coro::coroutine]
pub fn lengths(extra: &usize) -> impl Coroutine<&str, Yield = usize> {
    let mut last = 0;
    loop {
        last = co_yield!(last).len() + *extra;
    }
}

/// Boxes name their lifetime, as everywhere.
#[coro::coroutine]
pub fn tree(depth: usize, name: &str) -> Box<dyn Iterator<Item = String> + '_> {
    if depth > 0 {
        yield_from!(tree(depth - 1, name));
    }
    co_yield!(format!("{name}{depth}"));
}

/// The methods of a type that borrows.
#[derive(Debug)]
pub struct Bag<'t> {
    items: Vec<&'t str>,
}

impl<'t> Bag<'t> {
    /// An iterator that borrows from what the bag borrows from.
    #[coro::coroutine]
    pub fn of(text: &'t str) -> impl Coroutine<Yield = &'t str, Return = Bag<'t>> {
        let mut items = Vec::new();
        for word in text.split(' ') {
            items.push(word);
            co_yield!(word);
        }
        Bag { items }
    }

    /// `&self`, elided.
    #[coro::coroutine]
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &'t str)> {
        for (i, x) in self.items.iter().enumerate() {
            co_yield!((i, *x));
        }
    }

    /// `&mut self`, elided, with a region.
    #[coro::coroutine]
    pub fn edit(
        &mut self,
    ) -> impl Coroutine<&'t str, Yield = usize, Return = usize, Throw = String> {
        while let Ok(item) = co_try!({ co_yield!(self.items.len()) }) {
            self.items.push(item);
        }
        self.items.len()
    }
}

/// A field of a name that is a keyword later.
pub struct Kept {
    gen: u32,
    log: Vec<u32>,
}

impl Kept {
    /// The field, lent.
    #[coro::coroutine]
    pub fn numbers(&mut self) -> impl Iterator<Item = &mut u32> {
        co_yield!(&mut self.gen);
        self.log.push(1);
    }
}

/// Says `-name` when it is dropped.
#[derive(Debug)]
pub struct Noisy<'a>(&'a RefCell<Vec<String>>, &'static str);

impl Noisy<'_> {
    /// Borrows from what is dropped.
    fn length(&self, wanted: bool) -> Option<usize> {
        wanted.then_some(self.1.len())
    }
}

impl Drop for Noisy<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(format!("-{}", self.1));
    }
}

/// The two places in which the editions differ.
#[coro::coroutine]
pub fn temporaries(log: &RefCell<Vec<String>>) -> impl Iterator<Item = usize> {
    if let Some(n) = Noisy(log, "head").length(false) {
        co_yield!(n);
    } else {
        log.borrow_mut().push("else".to_string());
        co_yield!(0);
    }
    let n = {
        let _local = Noisy(log, "local");
        co_yield!(1);
        Noisy(log, "tail").length(true)
    };
    co_yield!(n.unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions() {
        let text = String::from("to be or");
        assert_eq!(words(&text).collect::<Vec<_>>(), ["to", "be", "or"]);
        let all: Vec<&str> = words(&text).collect();
        let mut it = Iter::new(matching(&all, &'o'));
        assert_eq!(it.by_ref().collect::<Vec<_>>(), ["to", "or"]);
        assert_eq!(it.into_return(), Some(2));
        let (left, right) = ([1, 2], [3, 4]);
        let mut c = pairs(&left, &right);
        c.next();
        assert_eq!(c.clone().chain(c).collect::<Vec<_>>(), [(&2, &4), (&2, &4)]);
        assert_eq!(tree(2, "n").collect::<String>(), "n0n1n2");
    }

    #[test]
    fn sinks() {
        let into = RefCell::new(String::new());
        let mut c = collector(&into);
        assert_eq!(c.send(&String::from("ab")), Ok(2));
        assert_eq!(c.send("c"), Ok(3));
        drop(c);
        assert_eq!(into.into_inner(), "abc");
        let mut c = lengths(&10);
        assert_eq!(c.send(&String::from("ab")), Ok(12));
    }

    #[test]
    fn temporaries_go_by_the_rules_of_2024() {
        let log = RefCell::new(Vec::new());
        assert_eq!(temporaries(&log).collect::<Vec<_>>(), [0, 1, 4]);
        assert_eq!(log.into_inner(), ["-head", "else", "-tail", "-local"]);
    }

    #[test]
    fn fields() {
        let mut kept = Kept {
            gen: 1,
            log: vec![],
        };
        kept.numbers().for_each(|n| *n += 1);
        assert_eq!((kept.gen, kept.log), (2, vec![1]));
    }

    #[test]
    fn methods() {
        let text = String::from("a b");
        let mut it = Iter::new(Bag::of(&text));
        assert_eq!(it.by_ref().count(), 2);
        let mut bag = it.into_return().unwrap();
        assert_eq!(bag.numbered().collect::<Vec<_>>(), [(0, "a"), (1, "b")]);
        let mut c = bag.edit();
        assert_eq!(c.send("c"), Ok(3));
        assert_eq!(c.throw("enough".into()), Err(Stop::Returned(3)));
        drop(c);
        assert_eq!(bag.items, ["a", "b", "c"]);
    }
}
