//! rustc's tests of what lives across a yield: borrows of what is outside, locals in blocks of their own, large ones.

use super::{run, send};
use crate::support::Log;
use coro::prelude::*;
use std::cell::RefCell;
use std::marker::PhantomPinned;
use std::rc::Rc;

#[test]
fn loops_over_what_is_borrowed() {
    #[coro::coroutine]
    fn shared(x: &[i32]) -> impl Coroutine<Yield = i32> {
        for p in x {
            co_yield!(*p);
        }
    }
    #[coro::coroutine]
    fn exclusive(x: &mut Vec<i32>) -> impl Iterator<Item = &mut i32> {
        for p in x {
            co_yield!(p);
        }
    }
    #[coro::coroutine]
    fn by_index() -> impl Coroutine<Yield = i32> {
        let v: Vec<i32> = (1..4).collect();
        let len = v.len();
        for i in 0..len {
            let x = v[len - 1 - i];
            co_yield!(x);
        }
    }
    let log = Log::new();
    let mut x = vec![22, 33];
    assert_eq!(run(&log, shared(&x)), "22, 33, = ()");
    for p in exclusive(&mut x) {
        *p += 1;
    }
    assert_eq!(x, [23, 34]);
    assert_eq!(run(&log, by_index()), "3, 2, 1, = ()");
}

#[test]
fn references() {
    #[coro::coroutine]
    fn shared(x: &i32) -> impl Coroutine<Yield = u8, Return = i32> {
        let a = &*x;
        co_yield!(1);
        *a
    }
    #[coro::coroutine]
    fn exclusive(x: &mut i32) -> impl Coroutine<Yield = u8, Return = i32> {
        let a = &mut *x;
        co_yield!(1);
        *a += 1;
        *a
    }
    #[coro::coroutine]
    fn done_before() -> impl Coroutine<Yield = i32, Return = i32> {
        let mut n = 3;
        {
            let a = &mut n;
            *a += 1;
        }
        co_yield!(n);
        n + 1
    }
    let log = Log::new();
    assert_eq!(run(&log, shared(&5)), "1, = 5");
    assert_eq!(run(&log, exclusive(&mut 5)), "1, = 6");
    assert_eq!(run(&log, done_before()), "4, = 5");
}

/// Borrows of the frame's own locals.
#[cfg(pinned)]
#[test]
fn references_into_the_frame() {
    #[coro::coroutine]
    fn of_a_local() -> impl Coroutine<Yield = u8, Return = bool> {
        let a = true;
        let b = &a;
        co_yield!(1);
        std::ptr::eq(b, &a)
    }
    #[coro::coroutine]
    fn of_a_temporary() -> impl Coroutine<Yield = u8, Return = u8> {
        let a = &mut 3;
        co_yield!(*a);
        *a += 1;
        *a
    }
    #[coro::coroutine]
    fn in_a_pattern(test: Option<i32>) -> impl Coroutine<Yield = u8, Return = i32> {
        if let Some(ref a) = test {
            co_yield!(1);
            return *a;
        }
        0
    }
    #[coro::coroutine]
    fn reborrowed(bar: &mut i32) -> impl Coroutine<Yield = i32, Return = i32> {
        {
            let baz = &*bar;
            co_yield!(*baz);
        }
        *bar = 2;
        *bar
    }
    let log = Log::new();
    let mut c = of_a_local();
    assert_eq!(next(&mut c), Ok(1));
    let mut moved = Box::new(c);
    assert_eq!(next(&mut moved), Err(Stop::Returned(true)));
    assert_eq!(run(&log, of_a_temporary()), "3, = 4");
    assert_eq!(run(&log, in_a_pattern(Some(5))), "1, = 5");
    assert_eq!(run(&log, in_a_pattern(None)), "= 0");
    assert_eq!(run(&log, reborrowed(&mut 1)), "1, = 2");
}

trait Stored: 'static {
    fn name(&self) -> &'static str;
}

impl Stored for u8 {
    fn name(&self) -> &'static str {
        "u8"
    }
}

#[test]
fn locals() {
    #[coro::coroutine]
    fn in_blocks(log: Log) -> impl Coroutine<Yield = u8> {
        {
            let w: i32 = 4;
            co_yield!(1);
            log.say(format!("{w}"));
        }
        {
            let x = log.guard("x");
            co_yield!(2);
            log.say("5");
            drop(x);
        }
        {
            let y = String::from("6");
            co_yield!(3);
            log.say(y);
        }
    }
    #[coro::coroutine]
    fn stored() -> impl Coroutine<Yield = bool, Return = &'static str> {
        struct Store<C> {
            inner: Rc<RefCell<Option<C>>>,
        }
        let store = Store::<Box<dyn Stored>> {
            inner: Rc::default(),
        };
        co_yield!(store.inner.borrow().is_none());
        *store.inner.borrow_mut() = Some(Box::new(1));
        co_yield!(store.inner.borrow().is_none());
        store.inner.borrow().as_ref().map_or("", |s| s.name())
    }
    #[coro::coroutine]
    fn pinned() -> impl Coroutine<Yield = u8, Return = PhantomPinned> {
        let pinned = PhantomPinned;
        co_yield!(1);
        pinned
    }
    #[coro::coroutine]
    fn statement(log: Log) -> impl Coroutine<Yield = u8> {
        log.guard("unbound");
        co_yield!(1);
        let _ = log.guard("wild");
        co_yield!(2);
        let _named = log.guard("named");
        co_yield!(3);
    }
    let log = Log::new();
    assert_eq!(
        run(&log, in_blocks(log.clone())),
        "1, 4, 2, 5, -x, 3, 6, = ()"
    );
    assert_eq!(run(&log, stored()), "true, false, = u8");
    let mut c = pinned();
    assert_eq!(next(&mut c), Ok(1));
    let mut moved = Box::new(c);
    assert_eq!(next(&mut moved), Err(Stop::Returned(PhantomPinned)));
    assert_eq!(
        run(&log, statement(log.clone())),
        "-unbound, 1, -wild, 2, 3, -named, = ()"
    );
}

struct Large([u8; 1024], Log, &'static str);

impl Drop for Large {
    fn drop(&mut self) {
        let sum: u32 = self.0.iter().map(|n| u32::from(*n)).sum();
        self.1.say(format!("-{} {sum}", self.2));
    }
}

/// Here they have to run; how large they are is for `sizes.rs`.
#[test]
fn large_locals() {
    #[coro::coroutine]
    fn moves(log: Log) -> impl Coroutine<Yield = u8> {
        let first = Large([1; 1024], log.clone(), "large");
        co_yield!(1);
        let second = first;
        log.say("moved");
        co_yield!(2);
        let _third = second;
        co_yield!(3);
    }
    #[coro::coroutine]
    fn one_after_the_other(log: Log) -> impl Coroutine<Yield = u8> {
        let x = Large([1; 1024], log.clone(), "x");
        co_yield!(1);
        drop(x);
        let y = Large([2; 1024], log.clone(), "y");
        co_yield!(2);
        drop(y);
        log.say("end");
    }
    let log = Log::new();
    let l = || log.clone();
    assert_eq!(run(&log, moves(l())), "1, moved, 2, 3, -large 1024, = ()");
    assert_eq!(send(&log, moves(l()), [()]), "1, moved, 2, -large 1024");
    assert_eq!(
        run(&log, one_after_the_other(l())),
        "1, -x 1024, 2, -y 2048, end, = ()"
    );
}

#[test]
fn parts() {
    #[coro::coroutine]
    fn taken_apart(log: Log) -> impl Coroutine<Yield = u8, Return = u8> {
        struct Bar<T> {
            foo: T,
            rest: T,
            x: u8,
        }
        let guard = Bar {
            foo: log.guard("foo"),
            rest: log.guard("rest"),
            x: 42,
        };
        let Bar { foo, rest, x } = guard;
        drop(foo);
        co_yield!(1);
        log.say("resumed");
        let _rest = rest;
        x
    }
    let log = Log::new();
    assert_eq!(
        run(&log, taken_apart(log.clone())),
        "-foo, 1, resumed, -rest, = 42"
    );
}

/// docs/differences.md: the other engine refuses it.
#[cfg(pinned)]
#[test]
fn a_part_of_what_is_held() {
    #[coro::coroutine]
    fn one_part(log: Log) -> impl Coroutine<Yield = u8, Return = u8> {
        struct Bar<T> {
            foo: T,
            x: u8,
        }
        let guard = Bar {
            foo: log.guard("foo"),
            x: 42,
        };
        drop(guard.foo);
        co_yield!(1);
        guard.x
    }
    let log = Log::new();
    assert_eq!(run(&log, one_part(log.clone())), "-foo, 1, = 42");
}

/// Copies of a suspended coroutine share nothing.
#[cfg(not(pinned))]
#[test]
fn copies() {
    #[coro::coroutine]
    fn body(n: u32, v: Vec<u32>) -> impl Coroutine<Yield = u32, Return = Vec<u32>> + Clone {
        let mut letters = vec![n];
        co_yield!(n);
        {
            struct NotClone;
            let _local = NotClone;
            letters.extend(v);
        }
        co_yield!(n + 1);
        letters
    }
    let mut c = body(1, vec![2, 3]);
    assert_eq!(next(&mut c), Ok(1));
    let mut d = c.clone();
    assert_eq!(next(&mut c), Ok(2));
    assert_eq!(next(&mut c), Err(Stop::Returned(vec![1, 2, 3])));
    assert_eq!(next(&mut d), Ok(2));
    assert_eq!(next(&mut d), Err(Stop::Returned(vec![1, 2, 3])));
}
