//! Mentions of which only types say whether they take the local: methods of names that say nothing, fields by value, calls.

use crate::harness::{Log, rows};
use crate::log::Noisy;
use coro::Coroutine;
use std::rc::Rc;
use std::sync::Mutex;

/// A method that looks and one that takes, by names that say nothing.
trait Shown {
    fn show(&self) -> i32;
    fn spend(self) -> i32;
}

impl Shown for Noisy<'_> {
    fn show(&self) -> i32 {
        self.get()
    }
    fn spend(self) -> i32 {
        self.eat()
    }
}

struct Session<'l> {
    noisy: Noisy<'l>,
}

impl<'l> Session<'l> {
    fn advance(mut self) -> Self {
        self.noisy.set(self.noisy.n + 1);
        self
    }
    fn turn(&mut self) -> i32 {
        self.noisy.n += 1;
        self.noisy.get()
    }
    #[allow(clippy::boxed_local, reason = "the box is what is taken")]
    fn finish(self: Box<Self>) -> i32 {
        self.noisy.eat()
    }
}

struct Named {
    name: String,
    list: Vec<i32>,
    next: Option<Box<Named>>,
}

fn named(name: &str) -> Named {
    Named {
        name: name.into(),
        list: vec![1, 2],
        next: None,
    }
}

rows! {
    fork told_behind_a_yield(log) -> i32 {
        let first = log.noisy("first");
        let mut last = None;
        for round in 0..3 {
            let n = co_yield!(round);
            if n == 0 {
                co_yield!(9);
                return first.get();
            }
            last = Some(log.noisy_n(round, n));
        }
        co_yield!(4);
        last.map_or(0, |last| last.get())
    }

    fork taken_before_it_is_told(log) -> i32 {
        let mut before = None;
        let mut all = Vec::new();
        for round in 0..3 {
            if let Some(old) = before {
                if co_yield!(round) == 1 {
                    co_yield!(pass_on(&old));
                    all.push(old);
                }
            }
            before = Some(log.noisy(round));
        }
        co_yield!(all.len() as i32);
        3
    }

    fork told_by_what_takes_it(log) -> i32 {
        let mut seen = std::collections::VecDeque::new();
        for round in 0..3 {
            let n = co_yield!(round);
            if n == 0 {
                co_yield!(8);
                break;
            }
            seen.push_back(log.noisy(round));
            let other = log.noisy("other");
            if n == 1 {
                drop(seen.pop_front());
                co_yield!(7);
            }
            drop(other);
        }
        co_yield!(9);
        4
    }

    fork taken_by_a_method(log) -> i32 {
        let first = log.noisy_n("first", 1);
        let held = log.noisy_n("held", 2);
        let n = first.eat();
        co_yield!(n);
        log.say("later");
        held.n
    }

    // `lines` of a reader takes it, and of what points to text looks at it.
    fork lines_of_what_a_function_gave(log) -> i32 {
        let text = String::from_utf8(vec![52, 10, 53]).unwrap_or_default();
        let shared: Rc<str> = Rc::from(text.as_str());
        let also = String::from_utf8_lossy(b"one\ntwo");
        let mut sum = 0;
        for line in text.lines() {
            log.say(line);
            sum += line.parse().unwrap_or(0);
        }
        co_yield!(sum);
        let lengths: Vec<usize> = shared.lines().chain(also.lines()).map(str::len).collect();
        for length in lengths { co_yield!(length as i32); }
        sum
    }

    fork taken_by_a_trait(log) -> i32 {
        let first = log.noisy("first");
        let n = first.spend();
        co_yield!(n)
    }

    // What only looks leaves it held.
    fork looked_at(log) -> i32 {
        let noisy = log.noisy("noisy");
        let n = noisy.show();
        co_yield!(n);
        log.say("still there");
        n
    }

    fork changed(log) -> i32 {
        let mut session = Session2 { session: (log.noisy("noisy"),) };
        let n = session.turn();
        co_yield!(n);
        log.say("still there");
        n
    }

    body looked_at_behind(log) -> i32 {
        let lock = Mutex::new(5);
        let shared = Rc::new(log.noisy("shared"));
        let boxed: Box<dyn Looks + '_> = Box::new(log.noisy("boxed"));
        let twice = Rc::new(Box::new(log.noisy("twice")));
        let n = shared.show() + boxed.look() + twice.show();
        co_yield!(n);
        log.say("still there");
        n
    }

    body taken_out_of_a_box(log) -> i32 {
        let boxed = Box::new(log.noisy("boxed"));
        let session = Box::new(Session { noisy: log.noisy("session") });
        let n = boxed.spend();
        let m = session.finish();
        co_yield!(n + m);
        log.say("later");
        n
    }

    body states_by_type(log) -> i32 {
        let session = Session { noisy: log.noisy_n("session", 1) };
        let session = session.advance();
        co_yield!(session.noisy.n);
        let mut session = session.advance();
        let n = session.turn();
        co_yield!(n)
    }

    // On one path only: rustc has to know, so the path is a state.
    fork taken_on_a_path_that_ends(log) -> i32 {
        let noisy = log.noisy("noisy");
        if co_yield!(0) > 1 {
            let n = noisy.eat();
            co_yield!(n);
            return n;
        }
        co_yield!(9);
        noisy.n
    }

    fork in_a_loop(log) -> i32 {
        let mut sum = 0;
        for noisy in [log.noisy_n("a", 1), log.noisy_n("b", 2)] {
            let n = noisy.eat();
            sum += co_yield!(n);
        }
        sum
    }

    body called_once(log) -> i32 {
        let noisy = log.noisy("noisy");
        let call: Box<dyn FnOnce() -> i32 + '_> = Box::new(move || noisy.eat());
        let again: Box<dyn Fn(i32) -> i32 + '_> = Box::new({ let kept = log.noisy("kept"); move |n| kept.n + n });
        let n = call() + again(1);
        co_yield!(n);
        log.say("still there");
        n
    }

    body fields(log) -> i32 {
        for entry in vec![named("a"), named("bc")] {
            let name = entry.name;
            co_yield!(name.len() as i32);
            let list = entry.list;
            co_yield!(list.len() as i32);
        }
        0
    }

    body walked(log) -> i32 {
        let mut head = Some(Box::new(Named { next: Some(Box::new(named("b"))), ..named("a") }));
        while let Some(node) = head {
            head = node.next;
            co_yield!(node.name.len() as i32);
            log.say(node.name);
        }
        0
    }

    // An empty value is left where a part was, and the rest is dropped at its place.
    body the_rest_is_held(log) -> i32 {
        for (text, noisy) in [(String::from("a"), log.noisy("one")), (String::from("b"), log.noisy("two"))].map(Pair::of) .map(Pair::parts) {
            co_yield!(text.len() as i32);
            log.say(noisy.n);
        }
        let pair = Pair::of((String::from("abc"), log.noisy("held")));
        let text = pair.text;
        co_yield!(text.len() as i32);
        log.say("still there");
        0
    }
}

trait Looks {
    fn look(&self) -> i32;
}

impl Looks for Noisy<'_> {
    fn look(&self) -> i32 {
        self.get()
    }
}

#[derive(Clone)]
struct Session2<'l> {
    session: (Noisy<'l>,),
}

impl Session2<'_> {
    fn turn(&mut self) -> i32 {
        self.session.0.n += 1;
        self.session.0.get()
    }
}

struct Pair<'l> {
    text: String,
    noisy: Noisy<'l>,
}

impl<'l> Pair<'l> {
    fn of((text, noisy): (String, Noisy<'l>)) -> Self {
        Self { text, noisy }
    }
    fn parts(self) -> (String, Noisy<'l>) {
        (self.text, self.noisy)
    }
}

fn pass_on(old: &Noisy<'_>) -> i32 {
    old.get()
}
