//! Moves, conditional moves and re-assignment across yields: what is dropped, and when.

use coro::prelude::*;
use std::cell::RefCell;

type Log = RefCell<Vec<String>>;

struct Noisy<'a>(&'a Log, &'static str);

impl Drop for Noisy<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(format!("drop {}", self.1));
    }
}

#[coro::coroutine]
fn conditional(log: &Log, moves: bool) -> impl Iterator<Item = u32> {
    let a = Noisy(log, "a");
    let b = Noisy(log, "b");
    if moves {
        drop(a);
    }
    co_yield!(1);
    log.borrow_mut().push("resumed".into());
    match moves {
        true => (),
        false => drop(b),
    }
    co_yield!(2);
}

fn run(moves: bool) -> Vec<String> {
    let log = Log::default();
    for n in conditional(&log, moves) {
        log.borrow_mut().push(n.to_string());
    }
    log.into_inner()
}

#[test]
fn a_conditional_move_drops_once() {
    assert_eq!(run(true), ["drop a", "1", "resumed", "2", "drop b"]);
    assert_eq!(run(false), ["1", "resumed", "drop b", "2", "drop a"]);
}

#[allow(
    unused_assignments,
    reason = "what is assigned is dropped, and that is seen"
)]
#[coro::coroutine]
fn reassigned(log: &Log, moves: bool) -> impl Iterator<Item = u32> {
    let mut a = Noisy(log, "first");
    if moves {
        drop(a);
        co_yield!(1);
    }
    log.borrow_mut().push("assign".into());
    a = Noisy(log, "second");
    co_yield!(2);
    a = Noisy(log, "third");
    co_yield!(3);
}

fn run_reassigned(moves: bool) -> Vec<String> {
    let log = Log::default();
    for n in reassigned(&log, moves) {
        log.borrow_mut().push(n.to_string());
    }
    log.into_inner()
}

#[test]
fn an_assignment_drops_what_it_replaces() {
    assert_eq!(
        run_reassigned(true),
        [
            "drop first",
            "1",
            "assign",
            "2",
            "drop second",
            "3",
            "drop third"
        ]
    );
    assert_eq!(
        run_reassigned(false),
        [
            "assign",
            "drop first",
            "2",
            "drop second",
            "3",
            "drop third"
        ]
    );
}

/// What can be called once is taken by its call, whatever its arguments are.
mod called_once {
    use coro::prelude::*;
    use std::collections::VecDeque;

    #[coro::coroutine]
    fn argument(f: impl FnOnce(u8) -> u32, n: u8) -> impl Iterator<Item = u32> {
        co_yield!(1);
        let x = f(n);
        co_yield!(x);
        co_yield!(x + 1);
    }

    #[coro::coroutine]
    fn bounded<F, T>(f: F, make: impl FnOnce(Vec<i32>, &str) -> T) -> impl Iterator<Item = T>
    where
        F: FnOnce(u8) -> T,
    {
        let g = f;
        co_yield!(g(1));
        let made = make(vec![1], "x");
        co_yield!(made);
    }

    type Job = Box<dyn FnOnce(i32) -> String>;

    #[coro::coroutine]
    fn jobs(mut queue: VecDeque<Job>, spare: Option<Job>) -> impl Iterator<Item = String> {
        let mut n = 0;
        while let Some(job) = queue.pop_front() {
            n += 1;
            if n == 2 {
                continue;
            }
            let out = job(n);
            co_yield!(out);
        }
        if let Some(job) = spare {
            let said = job(7);
            co_yield!(said.clone());
            co_yield!(said);
        }
    }

    #[test]
    fn with_arguments() {
        assert_eq!(
            argument(|n| u32::from(n) * 2, 4).collect::<Vec<_>>(),
            [1, 8, 9]
        );
        let text = String::from("own");
        let all = bounded(move |n| format!("{text}{n}"), |v, s| format!("{v:?}{s}"));
        assert_eq!(all.collect::<Vec<_>>(), ["own1", "[1]x"]);
        let job = |name: &'static str| -> Job { Box::new(move |n| format!("{name} {n}")) };
        let queue = VecDeque::from([job("a"), job("b"), job("c")]);
        let said: Vec<_> = jobs(queue, Some(job("d"))).collect();
        assert_eq!(said, ["a 1", "c 3", "d 7", "d 7"]);
    }
}

/// A method of one's own that consumes, with arguments.
mod consumed_with_arguments {
    use coro::prelude::*;
    use std::rc::Rc;

    struct Node {
        children: Vec<Rc<Node>>,
        name: &'static str,
    }

    impl Node {
        #[coro::coroutine]
        fn walk(self: Rc<Self>, depth: usize) -> Box<dyn Iterator<Item = String>> {
            co_yield!(format!("{}{}", "-".repeat(depth), self.name));
            for child in self.children.clone() {
                yield_from!(child.walk(depth + 1));
            }
        }
    }

    #[test]
    fn of_a_shared_tree() {
        let node = |name, children| Rc::new(Node { children, name });
        let tree = node(
            "r",
            vec![node("a", vec![node("b", vec![])]), node("c", vec![])],
        );
        assert_eq!(tree.walk(0).collect::<Vec<_>>(), ["r", "-a", "--b", "-c"]);
    }

    enum Doc {
        Text(&'static str),
        Nest { by: usize, doc: Box<Doc> },
        All(Vec<Doc>),
    }

    impl Doc {
        #[coro::coroutine]
        fn lines(self, indent: usize) -> Box<dyn Iterator<Item = String>> {
            match self {
                Doc::Text(text) => co_yield!(format!("{indent}{text}")),
                Doc::Nest { by, doc } => {
                    yield_from!(doc.lines(indent + by));
                }
                Doc::All(docs) => {
                    for doc in docs {
                        yield_from!(doc.lines(indent));
                    }
                }
            }
        }
    }

    #[test]
    fn of_an_owned_tree() {
        let doc = Box::new(Doc::Text("y"));
        let doc = Doc::All(vec![Doc::Text("x"), Doc::Nest { by: 2, doc }]);
        assert_eq!(doc.lines(1).collect::<Vec<_>>(), ["1x", "3y"]);
    }
}

/// Methods whose names are those of consuming ones: they consume, or have nothing to drop, or are called on a borrow.
mod named_as_consuming {
    use coro::prelude::*;
    use std::cell::Cell;
    use std::io::BufRead;
    use std::rc::Rc;

    struct Text(String);

    impl Text {
        fn build(self) -> String {
            self.0
        }

        fn map<T>(self, f: impl FnOnce(String) -> T) -> T {
            f(self.0)
        }
    }

    #[derive(Clone, Copy)]
    struct Sum(i32);

    impl Sum {
        fn expect(&mut self, n: i32) {
            self.0 += n;
        }

        fn join(self) -> i32 {
            self.0
        }
    }

    #[coro::coroutine]
    fn all(
        [first, second]: [Text; 2],
        mut sum: Sum,
        reader: impl BufRead,
        items: impl Iterator<Item = i32>,
        name: Option<String>,
    ) -> impl Iterator<Item = String> {
        let text = first.build();
        co_yield!(text);
        let text = { second }.map(|text| text + "!");
        co_yield!(text);
        sum.expect(2);
        co_yield!("expected".to_owned());
        let joined = sum.join();
        co_yield!(joined.to_string());
        for line in reader.lines() {
            co_yield!(line.unwrap());
        }
        let items = items.map(|n| n + 1);
        let items = items.filter(|n| n % 2 == 0).peekable();
        let items = items.skip(1);
        let total: i32 = items.sum();
        co_yield!(total.to_string());
        let name = name.map(|name| name + "?");
        let name = name.unwrap_or_default();
        co_yield!(name);
        let thread = std::thread::spawn(|| 3);
        let result = thread.join();
        co_yield!(result.unwrap().to_string());
    }

    #[test]
    fn of_all_sorts() {
        let texts = || ["a", "b"].map(|text| Text(text.to_owned()));
        let name = Some("name".to_owned());
        let all = all(texts(), Sum(1), "x\ny".as_bytes(), 1..6, name);
        let told: Vec<_> = all.collect();
        assert_eq!(
            told,
            ["a", "b!", "expected", "3", "x", "y", "10", "name?", "3"]
        );
    }

    struct Pool(Rc<Cell<bool>>);

    impl Pool {
        fn join(&self) -> bool {
            self.0.get()
        }
    }

    impl Drop for Pool {
        fn drop(&mut self) {
            self.0.set(false);
        }
    }

    #[coro::coroutine]
    fn borrowed(pool: Pool) -> impl Iterator<Item = bool> {
        let open = Pool::join(&pool);
        co_yield!(open);
        co_yield!(!open);
    }

    #[test]
    fn of_a_borrow() {
        let open = Rc::new(Cell::new(true));
        let mut it = borrowed(Pool(Rc::clone(&open)));
        assert_eq!(it.next(), Some(true));
        assert!(open.get());
        assert_eq!(it.next(), Some(false));
        assert!(open.get());
        drop(it);
        assert!(!open.get());
    }
}

/// A `&mut` that is an operand ahead of a yield is lent on, and may be used again.
mod lent_on {
    use coro::prelude::*;

    fn put(out: &mut Vec<u32>, n: u32) {
        out.push(n);
    }

    struct Writer<'a> {
        out: &'a mut Vec<u32>,
        n: u32,
    }

    impl Writer<'_> {
        fn write(&mut self, n: u32) {
            self.n += 1;
            self.out.push(n);
        }

        #[coro::coroutine]
        fn twice(&mut self) -> impl Iterator<Item = u32> {
            Self::write(self, {
                co_yield!(1);
                2
            });
            put(self.out, {
                co_yield!(self.n);
                3
            });
            self.n += 1;
        }
    }

    #[coro::coroutine]
    fn arguments(out: &mut Vec<u32>) -> impl Iterator<Item = u32> {
        for n in 0..2 {
            put(out, {
                co_yield!(n);
                n + 1
            });
        }
        put(
            {
                co_yield!(2);
                out
            },
            3,
        );
        let writer = Writer {
            out,
            n: {
                co_yield!(3);
                4
            },
        };
        writer.out.push(writer.n);
    }

    #[coro::coroutine]
    fn locals(outs: &mut [Vec<u32>], last: &mut Writer<'_>) -> impl Iterator<Item = u32> {
        for out in outs {
            put(out, {
                co_yield!(1);
                2
            });
            out.push(3);
        }
        let out = &mut *last.out;
        put(out, {
            co_yield!(2);
            4
        });
        out.push(5);
    }

    #[coro::coroutine]
    fn copies(pairs: Vec<(u32, u32)>) -> impl Iterator<Item = u32> {
        for (mut n, m) in pairs {
            let sum = n.pow({
                co_yield!(m);
                2
            }) + std::cmp::max(n, {
                co_yield!(m + 1);
                m
            });
            let before = std::cmp::max(n, {
                n += 10;
                co_yield!(sum);
                0
            });
            co_yield!(before * 100 + n);
        }
    }

    #[test]
    fn and_used_again() {
        let mut out = Vec::new();
        assert_eq!(arguments(&mut out).collect::<Vec<_>>(), [0, 1, 2, 3]);
        assert_eq!(out, [1, 2, 3, 4]);
        let mut outs = [vec![], vec![9]];
        let mut writer = Writer {
            out: &mut out,
            n: 7,
        };
        assert_eq!(writer.twice().collect::<Vec<_>>(), [1, 8]);
        assert_eq!(
            locals(&mut outs, &mut writer).collect::<Vec<_>>(),
            [1, 1, 2]
        );
        assert_eq!(writer.n, 9);
        assert_eq!(out, [1, 2, 3, 4, 2, 3, 4, 5]);
        assert_eq!(outs, [vec![2, 3], vec![9, 2, 3]]);
    }

    #[test]
    fn copied_before_it_changes() {
        assert_eq!(copies(vec![(2, 3)]).collect::<Vec<_>>(), [3, 4, 7, 212]);
    }
}
