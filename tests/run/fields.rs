//! A method on `&mut self` may hold a borrow of one field across a yield and go on with the others.

use coro::prelude::*;

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
