//! State that copies of a coroutine would share, in rows that are not copied: statics, atomics, counted pointers, guards that hold.

use super::body::Writer;

/// What the rows share.
pub(super) const HELPERS: &str = "fn shelf(list: Vec<i32>) -> &'static std::cell::RefCell<Vec<i32>> { Box::leak(Box::new(std::cell::RefCell::new(list))) }
unsafe fn danger(n: i32) -> i32 { n ^ 1 }
";

impl Writer {
    pub(super) fn shared(&mut self, depth: usize) -> String {
        if !self.alone {
            return self.one_of(depth, UNSAFE);
        }
        match self.rng.below(4) {
            0 => self.one_of(depth, STATICS),
            1 => self.one_of(depth, COUNTED),
            2 => self.one_of(depth, HELD),
            _ => self.one_of(depth, ONCE),
        }
    }
}

const UNSAFE: &[&str] = &[
    "log.say(unsafe { danger(~y) } ^ ~y);",
    "let k~# = unsafe { let a~# = danger(~y); ~y; danger(a~# ^ 1) }; ~m log.say(k~#);",
    "if unsafe { danger(~s) > ~y } { ~b} else { ~y; }",
    "match unsafe { danger(~y) } { 0 => { ~b} k~# => { ~y; log.say(k~#); } }",
    "unsafe fn f~#(n: &mut i32) { *n ^= 1; } let mut n~# = ~i; unsafe { f~#(&mut n~#); ~y; f~#(&mut n~#); } log.say(n~#);",
    "let n~# = [~i, ~i]; log.say(unsafe { *n~#.get_unchecked(at(log, ~y) % 2) ^ ~y });",
];

const STATICS: &[&str] = &[
    "static A~#: std::sync::atomic::AtomicI32 = std::sync::atomic::AtomicI32::new(0); { use std::sync::atomic::Ordering::SeqCst; A~#.store(~i, SeqCst); A~#.fetch_add(~y, SeqCst); log.say(A~#.load(SeqCst) ^ { A~#.fetch_xor(1, SeqCst); ~y } ^ A~#.swap(~y, SeqCst)); ~b log.say(A~#.load(SeqCst)); }",
    "static mut M~#: i32 = 0; unsafe { M~# = ~y; } let k~# = unsafe { M~# ^ { M~# = 7; ~y } ^ M~# }; ~m log.say(k~# ^ unsafe { M~# });",
    "static mut L~#: [i32; 3] = [0; 3]; unsafe { L~# = [1, ~y, 2]; L~#[at(log, ~y)] ^= ~y; } log.say(three(log, unsafe { L~#[1] }, unsafe { L~#[1] = 4; ~y }, unsafe { L~#[1] }));",
    "thread_local! { static T~#: std::cell::Cell<i32> = const { std::cell::Cell::new(0) }; } T~#.set(~i); log.say(T~#.get() ^ { T~#.set(~y); ~y } ^ T~#.get()); ~m log.say(T~#.take());",
    "fn next~#() -> i32 { static mut N: i32 = 0; unsafe { N = (N + 1) % 2; N } } log.say(next~#() ^ ~y ^ { next~#() });",
];

const COUNTED: &[&str] = &[
    "let mut m~# = std::collections::BTreeMap::new(); m~#.insert(~i, ~v); m~#.insert(~y, ~v); ~y; if let Some(n~#) = m~#.remove(&~y) { ~b log.say(n~#.n); } ~Ffor (k~#, n~#) in m~# ~B{ ~b log.say(k~# ^ n~#.n); ~y; }~E",
    "let a~# = std::rc::Rc::new(std::cell::RefCell::new(vec![~i])); let b~# = std::rc::Rc::clone(&a~#); a~#.borrow_mut().push(~s); ~y; log.say(b~#.borrow().len()); drop(a~#); ~m log.say(std::rc::Rc::strong_count(&b~#));",
    "let a~# = std::rc::Rc::new(std::cell::Cell::new(~i)); let c~# = { let a~# = a~#.clone(); move |k: i32| { a~#.set(a~#.get() ^ k); a~#.get() } }; log.say(a~#.get() ^ c~#(~y) ^ ~y ^ a~#.get()); ~m log.say(c~#(~i) ^ a~#.get());",
    "let a~# = std::rc::Rc::new(~v); let w~# = std::rc::Rc::downgrade(&a~#); ~y; log.say(w~#.upgrade().map_or(0, |n| n.n)); drop(a~#); ~m log.say(w~#.upgrade().is_some());",
    "let a~# = std::rc::Rc::new(~v); let b~# = a~#.clone(); ~m log.say(b~#.get() ^ a~#.n); ~y; drop(b~#); log.say(std::rc::Rc::try_unwrap(a~#).is_ok());",
    "let a~# = std::cell::RefCell::new((~i, ~v)); a~#.borrow_mut().0 ^= ~s; { let mut g~# = a~#.borrow_mut(); let k~# = g~#.0; g~#.1.set(k~#); } ~y; log.say(a~#.borrow().0 ^ a~#.borrow().1.n); ~m a~#.replace((1, ~v));",
    "let a~# = std::cell::Cell::new(~i); log.say(a~#.get() ^ { a~#.set(~y); ~y } ^ a~#.get() ^ a~#.replace(~y)); ~m log.say(a~#.into_inner());",
    "let mut a~# = std::rc::Rc::new(~i); *std::rc::Rc::make_mut(&mut a~#) ^= ~y; ~m log.say(*a~# ^ ~y);",
];

const HELD: &[&str] = &[
    "let a~# = shelf(vec![~i, ~i]); if let Some(k~#) = a~#.borrow_mut().pop() { ~y; log.say(a~#.try_borrow().is_ok()); ~b log.say(k~#); } else { log.say(a~#.try_borrow().is_ok()); ~y; } log.say(a~#.try_borrow().is_ok());",
    "let a~# = shelf(vec![~i, ~i]); match a~#.borrow().len() { 2 => { ~y; log.say(a~#.try_borrow_mut().is_ok()); ~b} _ => { ~y; } } log.say(a~#.try_borrow_mut().is_ok());",
    "let a~# = shelf(vec![~i, ~i]); ~L: while let Some(k~#) = a~#.borrow_mut().pop() { ~y; log.say(a~#.try_borrow().is_ok()); ~b log.say(k~#); }~E log.say(a~#.try_borrow().is_ok());",
    "let a~# = shelf(vec![~i, ~i]); { let mut g~# = a~#.borrow_mut(); g~#.push(~y); log.say(a~#.try_borrow().is_ok()); g~#[0] ^= ~y; ~b log.say(g~#.len()); } log.say(a~#.try_borrow().is_ok());",
    "let a~# = shelf(vec![~i, ~i]); { let g~# = a~#.borrow(); ~y; log.say(g~#[0] ^ ~y ^ g~#[1]); drop(g~#); log.say(a~#.try_borrow_mut().is_ok()); ~y; log.say(a~#.try_borrow_mut().is_ok()); }",
    "let a~# = shelf(vec![~i, ~i]); a~#.borrow_mut().push({ log.say(a~#.try_borrow().is_ok()); ~y }); a~#.borrow_mut()[0] ^= { log.say(a~#.try_borrow().is_ok()); ~y }; log.say(a~#.borrow()[0] ^ { log.say(a~#.try_borrow_mut().is_ok()); ~y });",
    "let a~# = shelf(vec![~i, ~i]); let Some(k~#) = a~#.borrow().first().copied().filter(|k| *k != 0) else { log.say(a~#.try_borrow_mut().is_ok()); ~y; ~j }; log.say(a~#.try_borrow_mut().is_ok()); ~m log.say(k~#);",
    "let a~# = shelf(vec![~i, ~i]); if a~#.borrow().len() > 1 && { log.say(a~#.try_borrow_mut().is_ok()); ~y > 1 } { log.say(a~#.try_borrow_mut().is_ok()); ~b}",
    "let a~# = shelf(vec![~i, ~i]); let k~# = *a~#.borrow().iter().max().unwrap() ^ ~y; log.say(a~#.try_borrow_mut().is_ok()); ~m log.say(k~#);",
    "let a~# = shelf(vec![~i, ~i]); if let [x~#, y~#] = a~#.borrow()[..] { ~y; log.say(a~#.try_borrow_mut().is_ok()); log.say(x~# ^ y~#); ~b}",
];

const ONCE: &[&str] = &[
    "let c~#: Box<dyn Fn(i32) -> i32> = Box::new(move |k| k ^ ~k); log.say(c~#(~y)); ~m log.say(c~#(~i));",
    "let mut n~# = ~i; let mut c~#: Box<dyn FnMut(i32) -> i32> = Box::new(move |k| { n~# ^= k; n~# }); log.say(c~#(~y) ^ ~y ^ c~#(1)); ~m log.say(c~#(~i) ^ n~#);",
    "let c~#: Box<dyn FnOnce(i32) -> i32> = Box::new(|k| k ^ 1); ~m log.say(c~#(~y)); ~y;",
    "let e~#: Box<dyn std::fmt::Debug> = if ~f { Box::new(~k) } else { Box::new(\"text\") }; ~m log.say(format!(\"{e~#:?} {}\", ~y));",
    "let mut it~#: Box<dyn Iterator<Item = i32>> = Box::new((0..3).map(move |k| k ^ ~k)); ~L: while let Some(k~#) = it~#.next() { ~b log.say(k~#); ~y; }~E",
    "let d~#: &dyn Fn(i32) -> i32 = Box::leak(Box::new(move |k: i32| k ^ ~k)) as &dyn Fn(i32) -> i32; ~m log.say(d~#(~y) ^ d~#(~y));",
];
