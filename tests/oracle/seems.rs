//! What looks as if it had nothing to drop, or as if it were gone, and has, or is not.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;
use std::rc::Rc;

/// Of a type of one's own: what it is iterated by, and the items, have destructors.
struct Own<'l>(&'l Log, Noisy<'l>);

impl<'l> Own<'l> {
    fn rev(&self) -> Noisy<'l> {
        self.0.noisy("rev")
    }
    fn map(&self, n: i32) -> i32 {
        self.1.n + n
    }
}

struct Walk<'l>(
    &'l Log,
    i32,
    #[allow(dead_code, reason = "it is dropped")] Noisy<'l>,
);

impl<'l> Iterator for Walk<'l> {
    type Item = Noisy<'l>;
    fn next(&mut self) -> Option<Noisy<'l>> {
        self.1 += 1;
        (self.1 < 3).then(|| self.0.noisy_n("item", self.1))
    }
}

impl Walk<'_> {
    fn split(&self, _: char) -> i32 {
        self.2.n
    }
    fn lines(&self) -> i32 {
        self.2.n
    }
    fn bytes(&self) -> i32 {
        self.2.n
    }
}

impl<'l> IntoIterator for &Own<'l> {
    type Item = Noisy<'l>;
    type IntoIter = Walk<'l>;
    fn into_iter(self) -> Walk<'l> {
        Walk(self.0, 0, self.0.noisy("walk"))
    }
}

/// Of which methods that consume have names of some that borrow.
struct Duo<'l>(Noisy<'l>, Noisy<'l>);

impl<'l> Duo<'l> {
    fn first(self) -> Noisy<'l> {
        self.0
    }
    fn next(self, n: i32) -> Noisy<'l> {
        self.1.grown(n)
    }
    fn get(&self) -> i32 {
        self.1.get()
    }
}

fn own(log: &Log) -> Own<'_> {
    Own(log, log.noisy("own"))
}

fn called(f: &impl Fn() -> i32) -> i32 {
    f()
}

fn length(text: std::fmt::Arguments<'_>) -> i32 {
    text.to_string().len() as i32
}

fn two(a: i32, b: i32) -> i32 {
    a * 10 + b
}

fn wanted(noisy: Noisy<'_>) -> impl Fn(&i32) -> bool {
    move |n| *n != noisy.n
}

rows! {
    body what_an_own_reference_is_iterated_by(log) -> i32 {
        let own = own(log);
        let other = &own;
        let mut sum = 0;
        for item in other {
            let g = log.noisy("g");
            sum += co_yield!(item.n) + g.n;
        }
        sum
    }

    body what_an_own_reversal_gives(log) -> i32 {
        let own = own(log);
        let other = &own;
        let held = other.rev();
        let g = log.noisy("g");
        let a = co_yield!(1);
        a + held.get() + g.get()
    }

    body what_is_yielded_by_a_channel(log) -> i32 {
        let (tx, rx) = std::sync::mpsc::channel();
        tx.send(log.noisy("m")).unwrap();
        tx.send(log.noisy("n")).unwrap();
        drop(tx);
        let mut sum = 0;
        for m in rx {
            let g = log.noisy("g");
            sum += co_yield!(m.n) + g.n;
        }
        sum
    }

    body what_is_called_once_owns(log) -> i32 {
        let n = log.noisy("n");
        let _it = std::iter::once_with(|| { let n = n; n.get() });
        let a = co_yield!(1);
        log.say("end");
        a
    }

    body a_closure_beside_one_that_owns(log) -> i32 {
        let held = log.noisy("held");
        let g: Box<dyn FnMut(i32) -> i32 + '_> = Box::new(move |n| n + held.n);
        let mut it = [1, 2].iter().map(|n| n + 1).map(g);
        let a = it.next().unwrap();
        co_yield!(a);
        log.say("between");
        let mut jt = [1, 2, 3].into_iter().map(|n| n + 1).filter(wanted(log.noisy("wanted")));
        let b = jt.next().unwrap();
        co_yield!(b);
        log.say("end");
        a + b
    }

    body a_closure_in_a_head_owns(log) -> i32 {
        let n = log.noisy("n");
        let a = match called(&move || n.n) { 3 => co_yield!(1), _ => co_yield!(2) };
        log.say("between");
        let m = log.noisy("m");
        let b = two(called(&move || m.n), co_yield!(3));
        a + b
    }

    body what_a_format_looks_at(log) -> i32 {
        let a = match length(format_args!("{} {:?}", log.noisy("a").n, log.noisy("b").get())) {
            3 => co_yield!(1),
            _ => co_yield!(2),
        };
        log.say("between");
        let b = two(length(format_args!("{x}", x = log.noisy("c").get())), co_yield!(3));
        a + b
    }

    body what_a_closure_copies_out_of(log) -> i32 {
        let t: Result<i32, Noisy<'_>> = Err(log.noisy("t"));
        let f = || match t { Ok(n) => n, Err(_) => 0 };
        let a = f();
        co_yield!(a);
        log.say("one");
        let p = (3, log.noisy("p"), log.noisy("q"));
        let g = || { let (n, ..) = p; n };
        let h = || if let (n, _, _) = p { n } else { 0 };
        let b = g() + h();
        co_yield!(b);
        log.say("two");
        let l = [(1, Some(log.noisy("l"))), (2, None)];
        let k = || { let [(n, _), ..] = l; n };
        let c = k();
        co_yield!(c);
        let mut d = 0;
        let mut m = || (d, ..) = p;
        m();
        log.say("end");
        a + b + c + d
    }

    body what_a_move_closure_looks_into(log) -> i32 {
        let t = (3, log.noisy("t"));
        let f = move || match t { (0, _) => 1, _ => 2 };
        let a = f();
        co_yield!(a);
        log.say("one");
        let u = (3, log.noisy("u"));
        let g = move || matches!(u, (3, ..));
        log.say(g());
        co_yield!(2);
        let v = (3, log.noisy("v"));
        let h = move || v.0 + 1;
        let b = h();
        co_yield!(b);
        log.say("end");
        a + b
    }

    body an_iterator_of_ones_own_that_splits(log) -> i32 {
        let walk = Walk(log, 0, log.noisy("walk"));
        let a = walk.split('x') + walk.lines() + walk.bytes();
        co_yield!(a);
        log.say("end");
        a
    }

    body what_is_behind_a_shared_pointer_stays(log) -> i32 {
        let shared = Rc::new(own(log));
        let a = (*shared).map(1);
        co_yield!(a);
        log.say("end");
        a
    }

    body braces_say_that_a_receiver_is_consumed(log) -> i32 {
        let mut sum = 0;
        for n in 0..2 {
            let d = Duo(log.noisy("a"), log.noisy_n("b", n));
            sum += two({ d }.first().into_n(), co_yield!(1));
            sum += two(Duo(log.noisy("c"), log.noisy("d")).0.n, co_yield!(n));
        }
        let e = Duo(log.noisy("e"), log.noisy("f"));
        sum += two({ e }.get(), co_yield!(2));
        log.say("between");
        let f = Duo(log.noisy("g"), log.noisy("h"));
        match { f }.next(2).n { 3 => co_yield!(3), _ => co_yield!(4) };
        sum + co_yield!(5)
    }
}
