//! `Stack`: recursion as deep as memory, by calls that are yielded.

use super::support::{Log, panic_of};
use coro::prelude::*;
use coro::stack::{Reply, Request, Stack, call, give};
use std::cell::Cell;
use std::panic::Location;
use std::rc::Rc;

const MILLION: u32 = 1_000_000;

struct Node {
    left: Tree,
    value: u32,
    right: Tree,
}
type Tree = Option<Box<Node>>;

fn node(left: Tree, value: u32, right: Tree) -> Tree {
    Some(Box::new(Node { left, value, right }))
}

#[coro::coroutine]
fn walk(tree: &Tree) -> impl Coroutine<Reply, Yield = Request<'_, u32>> {
    if let Some(node) = tree {
        yield_from!(call(walk(&node.left)));
        co_yield!(give(node.value));
        yield_from!(call(walk(&node.right)));
    }
}

#[test]
fn a_tree() {
    let tree = node(node(None, 1, node(None, 2, None)), 3, node(None, 4, None));
    let mut values = Stack::new(walk(&tree));
    assert!(values.by_ref().eq([1, 2, 3, 4]));
    assert_eq!((values.next(), values.depth()), (None, 0));
}

#[coro::coroutine]
fn ackermann(m: u64, n: u64) -> impl Coroutine<Reply, Yield = Request<'static>, Return = u64> {
    match (m, n) {
        (0, n) => n + 1,
        (m, 0) => yield_from!(call(ackermann(m - 1, 1))),
        (m, n) => {
            let inner = yield_from!(call(ackermann(m, n - 1)));
            yield_from!(call(ackermann(m - 1, inner)))
        }
    }
}

#[test]
fn calls_in_calls() {
    let mut c = Stack::new(ackermann(2, 50));
    assert_eq!(c.prime(), Err(Stop::Returned(103)));
    let mut c = Stack::new(ackermann(3, 5));
    assert_eq!(c.send(()), Err(Stop::Returned(253)));
}

/// Sums of products, of numbers and parentheses: frames that call each other, and what they return differs.
#[coro::coroutine]
fn sum<'a>(
    text: &'a str,
) -> impl Coroutine<Reply, Yield = Request<'a, &'a str>, Return = (i64, &'a str)> {
    let mut rest = text;
    let mut total = 0;
    loop {
        let factors = yield_from!(call(product(rest)));
        total += factors.0.iter().product::<i64>();
        match factors.1.strip_prefix('+') {
            Some(more) => rest = more,
            None => return (total, factors.1),
        }
    }
}

#[coro::coroutine]
fn product<'a>(
    text: &'a str,
) -> impl Coroutine<Reply, Yield = Request<'a, &'a str>, Return = (Vec<i64>, &'a str)> {
    let mut rest = text;
    let mut factors = Vec::new();
    loop {
        if let Some(inside) = rest.strip_prefix('(') {
            let (value, after) = yield_from!(call(sum(inside)));
            factors.push(value);
            rest = after.strip_prefix(')').unwrap_or(after);
        } else {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            co_yield!(give(&rest[..end]));
            factors.push(rest[..end].parse().unwrap_or(0));
            rest = &rest[end..];
        }
        match rest.strip_prefix('*') {
            Some(more) => rest = more,
            None => return (factors, rest),
        }
    }
}

#[test]
fn mutual_recursion_with_returns_of_several_types() {
    let mut tokens = Iter::new(Stack::new(sum("2*(3+4*(5+6))+7")));
    assert_eq!(tokens.by_ref().collect::<String>(), "234567");
    assert_eq!(tokens.into_return(), Some((101, "")));

    let deep = "(".repeat(100_000) + "8" + &")".repeat(100_000);
    let mut c = Stack::new(sum(&deep));
    assert_eq!(c.prime(), Ok(Some("8")));
    assert_eq!(c.depth(), 200_002);
    assert_eq!(c.send(()), Err(Stop::Returned((8, ""))));
}

/// Counts how often a frame is resumed.
struct Counted<C>(C, Rc<Cell<u32>>);

impl<R, C: Coroutine<R>> Coroutine<R> for Counted<C> {
    type Yield = C::Yield;
    type Return = C::Return;
    type Throw = C::Throw;
    fn prime(&mut self) -> Result<Option<C::Yield>, Stop<C::Return, C::Throw>> {
        self.1.set(self.1.get() + 1);
        self.0.prime()
    }
    fn resume(
        &mut self,
        input: Resume<R, C::Throw>,
    ) -> Result<C::Yield, Stop<C::Return, C::Throw>> {
        self.1.set(self.1.get() + 1);
        self.0.resume(input)
    }
    fn status(&self) -> Status {
        self.0.status()
    }
    fn location(&self) -> Option<&'static Location<'static>> {
        self.0.location()
    }
}

#[coro::coroutine]
fn deep(
    n: u32,
    steps: Rc<Cell<u32>>,
) -> impl Coroutine<Reply<u32>, Yield = Request<'static, u32, u32, String>, Return = u32, Throw = String>
{
    if n > 1 {
        return 1 + yield_from!(call(Counted(deep(n - 1, steps.clone()), steps)));
    }
    let mut total = 0;
    loop {
        match co_yield!(give(total)).sent() {
            0 => return 1,
            n => total += n,
        }
    }
}

#[test]
fn a_million_frames() {
    let steps = Rc::new(Cell::new(0));
    let mut c = Stack::new(Counted(deep(MILLION, steps.clone()), steps.clone()));
    assert_eq!(c.prime(), Ok(Some(0)));
    assert_eq!((c.depth(), steps.take()), (1_000_000, MILLION)); // one for each frame
    assert_eq!(c.send(3), Ok(3));
    assert_eq!(c.send(4), Ok(7));
    assert_eq!(steps.take(), 2); // one for each resume
    assert_eq!(c.send(0), Err(Stop::Returned(MILLION)));
    assert_eq!((c.depth(), steps.take()), (0, MILLION));
    assert_eq!(c.status(), Status::Finished);
}

#[test]
fn a_million_frames_are_thrown_through_closed_and_dropped() {
    let start = || {
        let mut c = Stack::new(deep(MILLION, Rc::default()));
        assert_eq!(c.send(2), Ok(2));
        c
    };
    assert_eq!(start().throw("out".into()), Err(Stop::Raised("out".into())));
    let mut c = start();
    assert_eq!((c.close(), c.close()), (Ok(None), Ok(None)));
    let c = start();
    assert_eq!(c.depth(), 1_000_000);
    drop(c);
}

#[coro::coroutine]
fn nested(n: u32) -> BoxCoroutine<'static, u32, u32, u32, String> {
    if n > 0 {
        return 1 + yield_from!(nested(n - 1));
    }
    co_yield!(co_yield!(0))
}

#[coro::coroutine]
fn countdown(n: u32) -> Box<dyn Iterator<Item = u32>> {
    co_yield!(n);
    if n > 0 {
        yield_from!(countdown(n - 1));
    }
}

/// The thread of a test has 2 MiB, which unoptimised frames fill quickly.
#[test]
fn boxes_recurse_to_ten_thousand() {
    let run = || {
        let mut c = nested(10_000);
        assert_eq!(c.prime(), Ok(Some(0)));
        assert_eq!(c.send(5), Ok(5));
        assert_eq!(c.send(7), Err(Stop::Returned(10_007)));
        let mut c = nested(10_000);
        c.prime().unwrap();
        assert_eq!(c.throw("out".into()), Err(Stop::Raised("out".into())));
        let mut c = nested(10_000);
        c.prime().unwrap();
        assert_eq!(c.close(), Ok(None));
        let mut all = countdown(10_000);
        assert_eq!(all.nth(9_999), Some(1));
        assert!(all.eq([0]));
    };
    let thread = std::thread::Builder::new().stack_size(256 << 20);
    thread.spawn(run).unwrap().join().unwrap();
}

type Script = &'static str;

/// A frame at each level `n..=0`; the innermost gives what it is sent. The letter of a level says what its frame does with
/// what is raised in it: `c` catches and returns, `r` raises it again, `x` raises another error, `y` yields and raises
/// it again when resumed, `k` calls a frame that gives, `-` nothing.
#[coro::coroutine]
fn level(
    script: Script,
    log: Log,
) -> impl Coroutine<Reply<i32>, Yield = Request<'static, i32, i32, String>, Return = i32, Throw = String>
{
    let _local = log.guard(&script[..1]);
    let n = i32::try_from(script.len()).unwrap_or(0);
    let result = co_try!({
        if n > 1 {
            yield_from!(call(level(&script[1..], log.clone())))
        } else {
            let mut sent = 0;
            while sent >= 0 {
                sent = co_yield!(give(sent)).sent();
            }
            sent
        }
    });
    let interrupt = match result {
        Ok(value) => return value * 10,
        Err(interrupt) => interrupt,
    };
    log.say(match &interrupt {
        Interrupt::Thrown(e) => format!("{n} got {e}"),
        Interrupt::Close => format!("{n} got close"),
    });
    match &script[..1] {
        "c" => return n,
        "x" => co_raise!(format!("from {n}")),
        "k" => {
            let sent = yield_from!(call(level("-", log.clone())));
            log.say(format!("{n} called, {sent}"));
            return n;
        }
        "y" => {
            let sent = co_yield!(give(n)).sent();
            log.say(format!("{n} resumed with {sent}"));
        }
        _ => {}
    }
    co_raise!(interrupt)
}

fn at_the_bottom(script: Script) -> (Stack<'static, i32, i32, i32, String>, Log) {
    let log = Log::new();
    let mut c = Stack::new(level(script, log.clone()));
    assert_eq!(c.send(5), Ok(5));
    assert_eq!(c.depth(), script.len());
    (c, log)
}

#[test]
fn a_throw_goes_to_the_innermost_and_unwinds() {
    let raised = |e: &str| Err(Stop::Raised(e.to_string()));
    for (script, answer, said) in [
        ("---", raised("e"), "1 got e, --, 2 got e, --, 3 got e, --"),
        ("-cr", Ok(Err(20)), "1 got e, -r, 2 got e, -c, --"),
        (
            "cx-",
            Err(Stop::Returned(3)),
            "1 got e, --, 2 got e, -x, 3 got from 2, -c",
        ),
        (
            "x--",
            raised("from 3"),
            "1 got e, --, 2 got e, --, 3 got e, -x",
        ),
        ("--c", Ok(Err(100)), "1 got e, -c, --, --"),
        ("-y-", Ok(Ok(2)), "1 got e, --, 2 got e"),
        ("-k-", Ok(Ok(0)), "1 got e, --, 2 got e"),
    ] {
        let (mut c, log) = at_the_bottom(script);
        let expected = match answer {
            Ok(Ok(given)) => Ok(given),
            Ok(Err(returned)) => Err(Stop::Returned(returned)),
            Err(stop) => Err(stop),
        };
        assert_eq!(c.throw("e".into()), expected, "{script}");
        assert_eq!(log.line(), said, "{script}");
        assert_eq!(c.status().is_finished(), expected.is_err());
    }
}

#[test]
fn after_a_catch_it_goes_on() {
    let (mut c, log) = at_the_bottom("-y-");
    assert_eq!(c.throw("e".into()), Ok(2));
    assert_eq!(c.depth(), 2);
    log.take();
    assert_eq!(c.send(8), Err(Stop::Raised("e".into())));
    assert_eq!(log.line(), "2 resumed with 8, -y, 3 got e, --");

    let (mut c, log) = at_the_bottom("-k-");
    assert_eq!(c.throw("e".into()), Ok(0));
    assert_eq!((c.depth(), c.send(3)), (3, Ok(3)));
    assert_eq!(c.send(-1), Err(Stop::Returned(20)));
    assert_eq!(
        log.line(),
        "1 got e, --, 2 got e, --, 2 called, -10, -k, --"
    );
}

#[test]
fn a_close_goes_to_the_innermost_and_unwinds() {
    for (script, answer, said) in [
        (
            "---",
            Ok(None),
            "1 got close, --, 2 got close, --, 3 got close, --",
        ),
        // What a frame returns to a close is dropped, and the close goes on; the first frame's is the answer.
        (
            "--c",
            Ok(None),
            "1 got close, -c, 2 got close, --, 3 got close, --",
        ),
        (
            "c-c",
            Ok(Some(3)),
            "1 got close, -c, 2 got close, --, 3 got close, -c",
        ),
        // An error takes the place of the close; the frames below are still being closed.
        (
            "--x",
            Err(CloseError::Raised("from 1".into())),
            "1 got close, -x, 2 got from 1, --, 3 got from 1, --",
        ),
        (
            "-cx",
            Ok(None),
            "1 got close, -x, 2 got from 1, -c, 3 got close, --",
        ),
        (
            "cxx",
            Ok(Some(3)),
            "1 got close, -x, 2 got from 1, -x, 3 got from 2, -c",
        ),
        // A yield, also one of a frame that is called meanwhile, is an ignored close.
        (
            "-y-",
            Err(CloseError::Ignored(2)),
            "1 got close, --, 2 got close",
        ),
        (
            "-k-",
            Err(CloseError::Ignored(0)),
            "1 got close, --, 2 got close",
        ),
    ] {
        let (mut c, log) = at_the_bottom(script);
        assert_eq!(c.close(), answer, "{script}");
        assert_eq!(log.line(), said, "{script}");
        let suspended = matches!(answer, Err(CloseError::Ignored(_)));
        assert_eq!(c.status().is_suspended(), suspended, "{script}");
    }
}

#[test]
fn after_an_ignored_close_it_goes_on() {
    let (mut c, log) = at_the_bottom("-y-");
    assert_eq!(c.close(), Err(CloseError::Ignored(2)));
    log.take();
    assert_eq!(c.send(8), Err(Stop::Closed)); // re-raised by the middle frame
    assert_eq!(log.line(), "2 resumed with 8, -y, 3 got close, --");

    // The frame that was called while closing returns; the one that called it is no longer being closed.
    let (mut c, _) = at_the_bottom("-k-");
    assert_eq!(c.close(), Err(CloseError::Ignored(0)));
    assert_eq!(c.send(-1), Err(Stop::Returned(20)));
}

/// The same script through `yield_from!` of boxes: the stack must do what delegation does.
#[coro::coroutine]
fn delegating(script: Script, log: Log) -> BoxCoroutine<'static, i32, i32, i32, String> {
    let _local = log.guard(&script[..1]);
    let n = i32::try_from(script.len()).unwrap_or(0);
    let result = co_try!({
        if n > 1 {
            yield_from!(delegating(&script[1..], log.clone()))
        } else {
            let mut sent = 0;
            while sent >= 0 {
                sent = co_yield!(sent);
            }
            sent
        }
    });
    let interrupt = match result {
        Ok(value) => return value * 10,
        Err(interrupt) => interrupt,
    };
    log.say(match &interrupt {
        Interrupt::Thrown(e) => format!("{n} got {e}"),
        Interrupt::Close => format!("{n} got close"),
    });
    match &script[..1] {
        "c" => return n,
        "x" => co_raise!(format!("from {n}")),
        "k" => {
            let sent = yield_from!(delegating("-", log.clone()));
            log.say(format!("{n} called, {sent}"));
            return n;
        }
        "y" => {
            let sent = co_yield!(n);
            log.say(format!("{n} resumed with {sent}"));
        }
        _ => {}
    }
    co_raise!(interrupt)
}

#[test]
fn it_does_what_delegation_does() {
    fn run(
        mut c: impl Coroutine<i32, Yield = i32, Return = i32, Throw = String>,
        log: &Log,
        calls: &str,
    ) -> Vec<String> {
        for call in calls.chars() {
            let answer = match call {
                'p' => format!("{:?}", c.prime()),
                's' => format!("{:?}", c.send(4)),
                'e' => format!("{:?}", c.send(-1)),
                't' => format!("{:?}", c.throw("e".into())),
                _ => format!("{:?}", c.close()),
            };
            log.say(format!("{call}: {answer}, {}", c.status()));
        }
        drop(c);
        log.take()
    }
    let mut scripts = vec![String::new()];
    for _ in 0..4 {
        let longer: Vec<_> = scripts
            .iter()
            .flat_map(|s| "crxyk-".chars().map(move |letter| format!("{s}{letter}")))
            .collect();
        scripts.extend(longer);
        scripts.sort();
        scripts.dedup();
    }
    scripts.retain(|s| !s.is_empty());
    assert_eq!(scripts.len(), 6 + 36 + 216 + 1296);
    for script in scripts {
        let script: Script = script.leak();
        for calls in [
            "pse", "t", "k", "pt", "stsec", "cs", "pccce", "stcte", "sctscts", "sk", "secp",
            "pttttt",
        ] {
            let (a, b) = (Log::new(), Log::new());
            let stacked = run(Stack::new(level(script, a.clone())), &a, calls);
            let delegated = run(delegating(script, b.clone()), &b, calls);
            assert_eq!(stacked, delegated, "{script} {calls}");
        }
    }
}

#[test]
fn drops_innermost_first() {
    let (c, log) = at_the_bottom("cxyr-");
    drop(c);
    assert_eq!(log.line(), "--, -r, -y, -x, -c");
    drop(Stack::new(level("-", log.clone())));
    assert_eq!(log.line(), "");
}

#[test]
fn status_and_places() {
    let mut c = Stack::new(level("---", Log::new()));
    assert_eq!(
        (c.status(), c.location(), c.depth()),
        (Status::Created, None, 1)
    );
    assert_eq!(c.traceback().count(), 0);
    assert_eq!(
        format!("{c:?}"),
        "Stack { status: Created, depth: 1, location: None }"
    );
    assert_eq!(c.prime(), Ok(Some(0)));
    assert_eq!(c.prime(), Ok(None));
    assert_eq!(c.status(), Status::Suspended);
    let lines: Vec<u32> = c.traceback().map(Location::line).collect();
    assert_eq!(lines[0], lines[1]); // both at the call
    assert_eq!(Some(lines[2]), c.location().map(Location::line)); // the innermost at its own yield
    assert_eq!(lines[2], lines[1] + 4);
    assert!(c.location().unwrap().file().ends_with("stack.rs"));
    assert_eq!(c.send(-1), Err(Stop::Returned(-1000)));
    assert_eq!(
        (c.status(), c.location(), c.depth()),
        (Status::Finished, None, 0)
    );
    assert_eq!(c.prime(), Err(Stop::Exhausted));
    assert_eq!(c.throw("late".into()), Err(Stop::Raised("late".into())));
}

#[coro::coroutine]
fn panics(log: Log, n: u32) -> impl Coroutine<Reply, Yield = Request<'static>> {
    let _local = log.guard("p");
    if n == 0 {
        co_yield!(give(()));
        panic!("in the innermost");
    }
    yield_from!(call(panics(log.clone(), n - 1)));
}

#[test]
fn a_panic_finishes_all_frames() {
    let log = Log::new();
    let mut c = Stack::new(panics(log.clone(), 2));
    assert_eq!(c.next(), Some(()));
    assert_eq!(panic_of(|| c.next()).0, "in the innermost");
    assert_eq!(log.line(), "-p, -p, -p");
    assert_eq!((c.status(), c.next()), (Status::Finished, None));
}

#[coro::coroutine]
fn calls_a_started_one() -> impl Coroutine<Reply, Yield = Request<'static>> {
    let mut sub = panics(Log::new(), 0);
    sub.prime().unwrap();
    yield_from!(call(sub));
}

#[test]
fn a_started_frame_is_refused() {
    let (text, place) = panic_of(|| Stack::new(calls_a_started_one()).next());
    assert_eq!(text, "a frame that is called must not have been started");
    assert!(place.contains("stack.rs"), "{place}");
}

/// Frames that return the next frame: a loop calls it in place of the one before, so that tail calls take no room.
enum Next {
    Frame(BoxCoroutine<'static, Reply, Request<'static, usize>, Next>),
    Value(bool),
}

#[coro::coroutine]
fn even(n: u32) -> BoxCoroutine<'static, Reply, Request<'static, usize>, Next> {
    if n == 0 {
        Next::Value(true)
    } else {
        Next::Frame(odd(n - 1))
    }
}

#[coro::coroutine]
fn odd(n: u32) -> BoxCoroutine<'static, Reply, Request<'static, usize>, Next> {
    if n == 0 {
        Next::Value(false)
    } else {
        Next::Frame(even(n - 1))
    }
}

#[coro::coroutine]
fn is_even(n: u32) -> impl Coroutine<Reply, Yield = Request<'static, usize>, Return = bool> {
    let mut next = even(n);
    loop {
        match yield_from!(call(next)) {
            Next::Frame(frame) => next = frame,
            Next::Value(value) => return value,
        }
    }
}

#[test]
fn tail_calls() {
    let mut c = Stack::new(is_even(100_001));
    assert_eq!(c.prime(), Err(Stop::Returned(false)));
}

#[coro::coroutine]
fn mixed(
    values: Vec<u32>,
) -> impl Coroutine<Reply<u32>, Yield = Request<'static, u32, u32>, Return = u32> {
    yield_from!(values.into_iter().map(give)); // an iterator
    let mut sub = Stack::new(deep(2, Rc::default())); // a stack of its own
    let first = co_yield!(give(sub.prime().ok().flatten().unwrap_or(9))).sent();
    let sum = sub.send(first).unwrap_or(0);
    sum + yield_from!(inline(sum)) // a frame that shares this one's place
}

#[coro::coroutine]
fn inline(
    n: u32,
) -> impl Coroutine<Reply<u32>, Yield = Request<'static, u32, u32>, Return = u32> + std::fmt::Debug
{
    let sent = co_yield!(give(n)).sent();
    sent + yield_from!(call(inline_leaf()))
}

#[coro::coroutine]
fn inline_leaf() -> impl Coroutine<Reply<u32>, Yield = Request<'static, u32, u32>, Return = u32> {
    co_yield!(give(1000)).sent()
}

#[test]
fn beside_ordinary_delegation() {
    let mut c = Stack::new(mixed(vec![7, 8]));
    assert_eq!(c.prime(), Ok(Some(7)));
    assert_eq!(c.send(1), Ok(8));
    assert_eq!(c.send(1), Ok(0));
    assert_eq!(c.send(30), Ok(30));
    assert_eq!((c.depth(), c.send(5)), (1, Ok(1000)));
    assert_eq!((c.depth(), c.send(6)), (2, Err(Stop::Returned(41))));
    assert!(format!("{:?}", inline(1)).contains("Created"));
}

/// Without a stack: "add() is not executed; it has to be explicitly executed".
#[test]
fn by_hand() {
    let mut c = inline(3);
    assert_eq!(format!("{:?}", c.prime()), "Ok(Some(Yield(3)))");
    assert_eq!(format!("{:?}", c.send(Reply::from(4))), "Ok(Call)");
    assert!(
        panic_of(|| c.send(Reply::from(4)))
            .0
            .contains("has not returned")
    );
    assert!(c.status().is_finished());
}
