//! A method on `&mut self` may hold a borrow of one field across a yield and go on with the others.

use coro::prelude::*;
use std::collections::HashMap;
use std::fmt::Debug;

#[derive(Default)]
struct Lines {
    lines: Vec<String>,
    n: usize,
    t: (Vec<u32>, u32),
}
impl Lines {
    #[coro::coroutine]
    fn after(&mut self) -> impl Coroutine<Yield = usize> {
        for l in &self.lines {
            co_yield!(l.len());
        }
        self.n += 1;
    }
    #[coro::coroutine]
    fn beside(&mut self) -> impl Iterator<Item = String> {
        for l in self.lines.iter() {
            self.n += 1;
            co_yield!(format!("{} {}", self.n, l));
            assert!(self.n > 0, "{}", self.n);
        }
        self.n += 10;
    }
    #[coro::coroutine]
    fn tuple(&mut self) -> impl Iterator<Item = u32> {
        for l in &mut self.t.0 {
            self.n += 1;
            *l += self.n as u32;
            co_yield!(*l);
        }
    }
    #[coro::coroutine]
    fn sent(&mut self) -> impl Coroutine<usize, Yield = usize, Return = usize> {
        for l in self.lines.iter_mut().filter(|l| l.len() > 1) {
            let n = co_yield!(l.len());
            self.n += n;
            l.push('!');
        }
        self.n
    }
}
#[coro::coroutine]
fn argument(w: &mut Lines, extra: usize) -> impl Iterator<Item = usize> {
    let lengths = w.lines.iter().map(|l| l.len());
    for n in lengths {
        w.n += n + extra;
        let add = |k: usize| w.n + k;
        co_yield!(add(1));
    }
}
#[test]
fn fields_beside_each_other() {
    let mut w = Lines {
        n: 1,
        lines: vec!["ab".into(), "c".into()],
        t: (vec![1, 2], 3),
    };
    w.after().iter().for_each(drop);
    assert_eq!(w.n, 2);
    assert!(w.beside().eq(["3 ab", "4 c"]));
    assert_eq!(w.n, 14);
    assert!(w.tuple().eq([16, 18]));
    assert_eq!(w.n, 16);
    {
        let mut s = w.sent();
        assert_eq!(s.prime(), Ok(Some(2)));
        assert_eq!(s.send(4), Err(Stop::Returned(20)));
    }
    assert_eq!(w.lines[0], "ab!");
    assert!(argument(&mut w, 1).eq([20 + 4 + 1, 24 + 2 + 1]));
    assert_eq!(w.t.1, 3);
}

#[derive(Debug, PartialEq)]
enum Mode {
    Idle,
    Busy(String),
}
#[derive(Debug)]
struct Pt {
    x: i32,
    y: i32,
}
struct Sim<'a, T> {
    items: Vec<T>,
    mode: Mode,
    count: u64,
    names: &'a [&'a str],
    map: HashMap<u32, Pt>,
    r#type: u8,
    f: fn(u64) -> u64,
    opt: Option<String>,
    pair: (u32, (u32, u32)),
}
impl<'a, T: Clone + std::fmt::Debug> Sim<'a, T> {
    #[coro::coroutine]
    fn run(&mut self) -> impl Coroutine<u32, Yield = String, Return = u64> {
        for item in self.items.iter() {
            let got = co_yield!(format!("{item:?} {:?}", self.mode));
            match self.mode {
                Mode::Idle if got > 2 => self.mode = Mode::Busy(format!("{got}")),
                Mode::Idle => self.count += 1,
                Mode::Busy(ref mut text) => {
                    text.push('!');
                    self.count += (self.f)(self.count);
                }
            }
            if let Mode::Busy(text) = &self.mode {
                co_yield!(text.clone());
            }
            self.r#type = self.r#type.wrapping_add(1);
            if let Some(p) = self.map.get_mut(&got) {
                p.x += p.y;
                co_yield!(format!("{p:?}"));
            }
            let taken = self.opt.take();
            if let Some(t) = taken {
                co_yield!(t);
            }
            for name in self.names.iter() {
                if name.len() as u32 == got {
                    co_yield!(name.to_string());
                }
            }
            self.pair.1.0 += 1;
            let count = || self.count + u64::from(self.pair.1.0);
            if count() > 100 {
                return count();
            }
        }
        let _ = std::mem::replace(&mut self.mode, Mode::Idle);
        self.count
    }
}
#[derive(Debug)]
struct Pair(Vec<u32>, (u32, u32));
impl Pair {
    #[coro::coroutine(prime)]
    fn go(&mut self, by: u32) -> impl Coroutine<u32, Yield = u32> + Debug {
        let Some(last) = self.0.pop() else { return };
        for n in self.0.iter_mut() {
            *n += by + self.1.0;
            self.1.1 += co_yield!(*n + last);
        }
        let _ = &self.1;
    }
    #[coro::coroutine]
    fn boxed<'s>(&'s mut self) -> Box<dyn Iterator<Item = &'s mut u32> + 's> {
        for n in &mut self.0 {
            self.1.0 += 1;
            *n += self.1.0;
            co_yield!(n);
        }
        self.1.1 = 7;
    }
}
#[test]
fn a_field_for_each_kind_of_mention() {
    let mut s = Sim {
        items: vec![1, 2, 3],
        mode: Mode::Idle,
        count: 0,
        names: &["ab", "c"],
        map: HashMap::new(),
        r#type: 1,
        f: |n| n + 5,
        opt: Some("o".into()),
        pair: (0, (0, 0)),
    };
    s.map.insert(3, Pt { x: 1, y: 2 });
    {
        let mut c = s.run();
        assert_eq!(c.prime().unwrap().unwrap(), "1 Idle");
        assert_eq!(c.send(2).unwrap(), "o");
        assert_eq!(c.send(2).unwrap(), "ab");
        assert_eq!(c.send(2).unwrap(), "2 Idle");
        assert_eq!(c.send(3).unwrap(), "3");
        assert_eq!(c.send(3).unwrap(), "Pt { x: 3, y: 2 }");
        assert_eq!(c.send(3).unwrap(), "3 Busy(\"3\")");
        assert_eq!(c.send(9).unwrap(), "3!");
        assert_eq!(c.send(9), Err(Stop::Returned(7)));
    }
    assert_eq!((s.pair.1.0, s.r#type, s.mode), (3, 4, Mode::Idle));
    assert_eq!(s.pair.0 + s.pair.1.1, 0);
    let mut p = Pair(vec![1, 2, 3], (1, 0));
    {
        let mut c = p.go(1);
        assert_eq!(c.send(5), Ok(4 + 3));
        assert!(cfg!(pinned) || format!("{c:?}").contains("Yield"));
        assert_eq!(c.send(5), Err(Stop::Returned(())));
    }
    assert_eq!(p.1, (1, 10));
    for n in p.boxed() {
        *n += 1;
    }
    assert_eq!(p.1, (3, 7));
}

/// A binding that is called as a field hides it from no mention of it.
#[test]
fn bindings_called_as_fields() {
    #[derive(Default)]
    struct List {
        all: Vec<u32>,
        next: u32,
        len: u32,
    }
    fn len(n: u32) -> u32 {
        n + 4
    }
    impl List {
        #[coro::coroutine]
        fn matched(&mut self) -> impl Iterator<Item = u32> {
            for n in self.all.iter_mut() {
                co_yield!(*n);
                if let Some(next) = Some(&7) {
                    *n += self.next + *next;
                }
                #[allow(clippy::match_single_binding, reason = "what it binds is the point")]
                match n {
                    next => {
                        *next += 5;
                        self.next += 1;
                    }
                }
            }
        }
        #[coro::coroutine]
        fn in_a_loop(&mut self) -> impl Iterator<Item = u32> {
            let all = &mut self.all;
            co_yield!(1);
            for next in 5..7 {
                self.next = 9;
                all.push(self.next + next);
            }
            let pushes = |next: u32| all.push(self.next * next);
            [1, 2].into_iter().for_each(pushes);
        }
        #[coro::coroutine]
        fn beside_a_function(&mut self) -> impl Iterator<Item = u32> {
            for n in &mut self.all {
                co_yield!(1);
                self.len = len(*n);
            }
        }
    }
    #[coro::coroutine]
    fn of_two(a: &mut List, b: &mut List) -> impl Iterator<Item = u32> {
        let x = &mut a.all;
        let y = &mut b.all;
        co_yield!(1);
        (a.next, b.next) = (1, 2);
        x.push(3);
        y.push(4);
    }
    let mut list = List {
        all: vec![0, 0],
        ..List::default()
    };
    assert!(list.matched().eq([0, 0]));
    assert_eq!((&*list.all, list.next), (&[7 + 5, 1 + 7 + 5][..], 2));
    assert_eq!(list.in_a_loop().count(), 1);
    assert_eq!((&list.all[2..], list.next), (&[14, 15, 9, 18][..], 9));
    assert_eq!(list.beside_a_function().count(), 6);
    assert_eq!(list.len, 18 + 4);
    let mut other = List::default();
    assert_eq!(of_two(&mut list, &mut other).count(), 1);
    assert_eq!((list.next, other.next), (1, 2));
    assert_eq!((list.all.last(), &*other.all), (Some(&3), &[4][..]));
}

/// What an own method or function makes of one field is held beside the others.
#[test]
fn made_of_one_field_by_own_code() {
    #[derive(Default)]
    struct Pool {
        slots: Slots,
        used: u32,
        last: Box<[u32]>,
    }
    #[derive(Default)]
    struct Slots(Vec<u32>);
    impl Slots {
        fn each(&mut self) -> std::slice::IterMut<'_, u32> {
            self.0.iter_mut()
        }
        fn at(&mut self, at: usize) -> Option<&mut u32> {
            self.0.get_mut(at)
        }
    }
    fn first(slots: &mut Slots) -> &mut u32 {
        &mut slots.0[0]
    }
    impl Pool {
        #[coro::coroutine]
        fn fill(&mut self) -> impl Iterator<Item = u32> {
            for slot in self.slots.each() {
                co_yield!(*slot);
                *slot = self.used;
                self.used += 1;
            }
        }
        #[coro::coroutine]
        fn first(&mut self) -> impl Iterator<Item = u32> {
            let one = first(&mut self.slots);
            co_yield!(*one);
            *one += self.used;
            self.used = *one;
        }
        #[coro::coroutine]
        fn look(&mut self, at: usize) -> impl Iterator<Item = u32> {
            match self.slots.at(at) {
                Some(slot) => {
                    co_yield!(*slot);
                    *slot = 8;
                    self.used += 1;
                }
                None => {
                    self.used = 0;
                    co_yield!(9);
                }
            }
            let last = self.last.as_ref();
            co_yield!(last[0]);
            self.used += last[0];
        }
    }
    #[coro::coroutine]
    fn by_a_name(pool: &mut Pool) -> impl Iterator<Item = u32> {
        let slots = &mut pool.slots;
        if let Some(slot) = slots.at(1) {
            co_yield!(*slot);
            *slot = 4;
        }
        let (used, last) = (&mut pool.used, &mut pool.last);
        co_yield!(*used);
        *used += last[0];
    }
    let mut pool = Pool {
        slots: Slots(vec![1, 2]),
        used: 5,
        last: Box::new([7]),
    };
    assert!(pool.fill().eq([1, 2]));
    assert!(pool.first().eq([5]));
    assert_eq!((&*pool.slots.0, pool.used), (&[12, 6][..], 12));
    assert!(pool.look(0).eq([12, 7]));
    assert!(pool.look(2).eq([9, 7]));
    assert_eq!((&*pool.slots.0, pool.used), (&[8, 6][..], 7));
    assert!(by_a_name(&mut pool).eq([6, 7]));
    assert_eq!((&*pool.slots.0, pool.used), (&[8, 4][..], 14));
}
