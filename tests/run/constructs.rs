//! First light: one coroutine per construct.

use coro::prelude::*;
use std::cell::RefCell;

#[coro::coroutine]
fn range_gen(from: u32, to: u32) -> impl Iterator<Item = u32> {
    let mut n = from;
    while n < to {
        co_yield!(n);
        n += 1;
    }
}

#[test]
fn range() {
    assert_eq!(range_gen(1, 4).collect::<Vec<_>>(), [1, 2, 3]);
    let mut g = range_gen(0, 2);
    assert_eq!(g.next(), Some(0));
    assert_eq!(g.next(), Some(1));
    assert_eq!(g.next(), None);
    assert_eq!(g.next(), None);
}

struct Bag {
    items: Vec<String>,
}

impl Bag {
    #[coro::coroutine]
    fn numbered(&self) -> impl Iterator<Item = (usize, &str)> {
        for (i, x) in self.items.iter().enumerate() {
            co_yield!((i, x.as_str()));
        }
    }
    #[coro::coroutine]
    fn drain(&mut self) -> impl Iterator<Item = String> {
        while let Some(x) = self.items.pop() {
            co_yield!(x);
        }
    }
}

#[test]
fn methods() {
    let mut bag = Bag {
        items: vec!["a".into(), "b".into()],
    };
    assert_eq!(bag.numbered().collect::<Vec<_>>(), [(0, "a"), (1, "b")]);
    assert_eq!(bag.drain().collect::<Vec<_>>(), ["b", "a"]);
}

#[coro::coroutine]
fn guarded(cell: &RefCell<u32>) -> impl Iterator<Item = ()> {
    let _guard = cell.borrow_mut();
    co_yield!(());
}

#[test]
fn guard() {
    let cell = RefCell::new(1);
    let mut g = guarded(&cell);
    assert!(cell.try_borrow().is_ok());
    g.next();
    assert!(cell.try_borrow().is_err());
    g.next();
    assert!(cell.try_borrow().is_ok());
}

#[coro::coroutine]
fn shadowing(x: u32) -> impl Coroutine<(), Yield = String, Return = usize> {
    let mut v = Vec::new();
    co_yield!("first".to_string());
    let x = x.to_string();
    co_yield!(x.clone());
    v.push(x.len());
    let add = |n: usize| n + 1;
    co_yield!(format!("<{x}>"));
    add(v.len() + v[0])
}

#[test]
fn shadow() {
    let mut s = shadowing(12);
    assert_eq!(s.send(()), Ok("12".to_string()));
    assert_eq!(s.send(()), Ok("<12>".to_string()));
    assert_eq!(s.send(()), Err(Stop::Returned(4)));
    assert_eq!(s.send(()), Err(Stop::Exhausted));
}

#[cfg(not(pinned))]
#[coro::coroutine]
fn filter_line(num: usize) -> impl for<'a> Coroutine<&'a str, Yield = Option<String>> {
    let mut out = None;
    loop {
        let line = co_yield!(out.take());
        if line.len() > num {
            out = Some(line.to_string());
        }
    }
}

#[cfg(not(pinned))]
#[test]
fn sink() {
    let mut f = filter_line(2);
    let text = String::from("hello");
    assert_eq!(f.send(&text), Ok(Some("hello".to_string())));
    assert_eq!(f.send("x"), Ok(None));
}

#[coro::coroutine]
fn fib(n: u32) -> Box<dyn Iterator<Item = u32>> {
    if n > 0 {
        for x in fib(n - 1) {
            co_yield!(x);
        }
    }
    co_yield!(n);
}

#[test]
fn recursive() {
    assert_eq!(fib(3).collect::<Vec<_>>(), [0, 1, 2, 3]);
}

#[coro::coroutine]
fn parse(
    lines: Vec<&str>,
) -> impl Coroutine<(), Yield = i32, Return = Result<i32, std::num::ParseIntError>> {
    let mut total = 0;
    for line in lines {
        let n: i32 = line.trim().parse()?;
        total += n;
        co_yield!(n);
    }
    Ok(total)
}

#[test]
fn question() {
    let mut p = parse(vec!["1", " 2 ", "x"]);
    assert_eq!(p.send(()), Ok(2));
    assert!(matches!(p.send(()), Err(Stop::Returned(Err(_)))));
    let mut p = parse(vec!["1"]);
    assert_eq!(p.send(()), Err(Stop::Returned(Ok(1))));
}

#[coro::coroutine]
fn labels(limit: u32) -> impl Coroutine<bool, Yield = u32, Return = &'static str> {
    let mut i = 0;
    let how = 'outer: loop {
        let mut j = 0;
        while j < limit {
            if co_yield!(i * 10 + j) {
                if j == 1 {
                    i += 1;
                    continue 'outer;
                }
                break 'outer "asked";
            }
            j += 1;
        }
        if i > 2 {
            break "done";
        }
        i += 1;
    };
    how
}

#[test]
fn label() {
    let mut c = labels(2);
    assert_eq!(c.prime(), Ok(Some(0)));
    assert_eq!(c.send(false), Ok(1));
    assert_eq!(c.send(true), Ok(10));
    assert_eq!(c.send(true), Err(Stop::Returned("asked")));
}

#[coro::coroutine]
fn catching() -> impl Coroutine<u32, Yield = u32, Return = String, Throw = String> {
    let mut log = String::new();
    loop {
        match co_try!({
            let a = co_yield!(1);
            let b = co_yield!(2);
            a + b
        }) {
            Ok(sum) => log += &format!("sum {sum};"),
            Err(Interrupt::Thrown(e)) if e == "stop" => return log,
            Err(Interrupt::Thrown(e)) => log += &e,
            Err(Interrupt::Close) => co_raise!(Interrupt::Close),
        }
    }
}

#[test]
fn catch() {
    let mut c = catching();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.send(1), Ok(2));
    assert_eq!(c.throw("oops;".into()), Ok(1));
    assert_eq!(c.send(3), Ok(2));
    assert_eq!(c.send(4), Ok(1));
    assert_eq!(
        c.throw("stop".into()),
        Err(Stop::Returned("oops;sum 7;".into()))
    );
    let mut c = catching();
    c.prime().unwrap();
    assert_eq!(c.close(), Ok(None));
}

#[coro::coroutine]
fn inner(n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let a = co_yield!(n);
    let b = co_yield!(n + 1);
    a + b
}

#[coro::coroutine]
fn outer() -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let x = yield_from!(inner(10));
    let y = yield_from!(inner(20));
    yield_from!(vec![1, 2]);
    x * y
}

#[test]
fn delegation() {
    let mut c = outer();
    assert_eq!(c.prime(), Ok(Some(10)));
    assert_eq!(c.send(1), Ok(11));
    assert_eq!(c.send(2), Ok(20));
    assert_eq!(c.send(3), Ok(21));
    assert_eq!(c.send(4), Ok(1));
    assert_eq!(c.send(0), Ok(2));
    assert_eq!(c.send(0), Err(Stop::Returned(21)));
}

#[coro::coroutine]
fn expressions() -> impl Coroutine<u32, Yield = u32, Return = Vec<u32>> {
    let mut v = vec![0; 3];
    v.push(co_yield!(1));
    v[co_yield!(2) as usize] += co_yield!(3);
    let t = (co_yield!(4), co_yield!(5));
    if co_yield!(6) > 3 && co_yield!(7) < 3 || co_yield!(8) == 1 {
        v.push(t.0 + t.1);
    }
    let z = if co_yield!(9) == 0 {
        1
    } else {
        match co_yield!(10) {
            5 => 50,
            n => n + co_yield!(11),
        }
    };
    v.push(z);
    v
}

#[test]
fn everywhere() {
    let mut c = expressions();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.send(7), Ok(3)); // v = [0,0,0,7]
    assert_eq!(c.send(100), Ok(2)); // the value first
    assert_eq!(c.send(1), Ok(4)); // v[1] += 100
    assert_eq!(c.send(4), Ok(5));
    assert_eq!(c.send(5), Ok(6));
    assert_eq!(c.send(9), Ok(7));
    assert_eq!(c.send(3), Ok(8));
    assert_eq!(c.send(1), Ok(9));
    assert_eq!(c.send(2), Ok(10));
    assert_eq!(c.send(6), Ok(11));
    assert_eq!(c.send(3), Err(Stop::Returned(vec![0, 100, 0, 7, 9, 9])));
}

#[coro::coroutine]
fn patterns((a, _): (u32, String), [x, y]: [u32; 2]) -> impl Iterator<Item = u32> {
    let Some(z) = Some(a + x) else { return };
    co_yield!(z);
    if let Some(w) = Some(y)
        && w > 0
    {
        co_yield!(w);
    } else if a == 1 {
        co_yield!(99);
    }
}

#[test]
fn pattern() {
    let mut p = patterns((1, "s".into()), [2, 3]);
    assert_eq!(p.next(), Some(3));
    assert_eq!(p.collect::<Vec<_>>(), [3]);
}
