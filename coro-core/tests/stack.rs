//! `Stack` with frames that are written by hand: the contract of `Coroutine`, the call as a delegate, and the order of drops.
#![cfg(feature = "alloc")]
#[allow(unreachable_pub)]
#[path = "support/frames.rs"]
mod frames;

use coro_core::stack::{Call, Reply, Request, Stack, call, give};
use coro_core::{CloseError, Coroutine, Resume, Status, Stop};
use frames::echo;
use std::cell::RefCell;
use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, Location, catch_unwind};
use std::rc::Rc;

const DEPTHS: [u32; 3] = [1, 2, 1_000_000];

type Echoes = Stack<'static, i32, i32, i32, String>;

fn suspended(depth: u32) -> Echoes {
    let mut c = Stack::new(echo(depth));
    assert_eq!(c.send(5), Ok(5));
    c
}

fn finished(depth: u32) -> Echoes {
    let mut c = suspended(depth);
    assert!(c.send(-1).is_err());
    c
}

#[test]
fn created() {
    for n in DEPTHS {
        let new = || Stack::new(echo(n));
        assert_eq!(
            (new().status(), new().location(), new().depth()),
            (Status::Created, None, 1)
        );
        let mut c = new();
        assert_eq!((c.prime(), c.prime()), (Ok(Some(0)), Ok(None)));
        assert_eq!((c.status(), c.depth()), (Status::Suspended, n as usize));
        assert_eq!(new().send(3), Ok(3));
        let mut c = new();
        assert_eq!(c.throw("e".into()), Err(Stop::Raised("e".into())));
        assert_eq!((c.status(), c.depth()), (Status::Finished, 0));
        let mut c = new();
        assert_eq!(c.resume(Resume::Close), Err(Stop::Closed));
        assert_eq!((c.status(), c.close()), (Status::Finished, Ok(None)));
    }
}

#[test]
fn suspended_and_finished() {
    for n in DEPTHS {
        let mut c = suspended(n);
        assert!(c.location().is_some());
        assert_eq!(c.traceback().count(), n as usize);
        assert_eq!(c.send(7), Ok(7));
        assert_eq!(c.send(-1), Err(Stop::Returned(-i32::try_from(n).unwrap())));
        assert_eq!(c.status(), Status::Finished);

        let mut c = suspended(n);
        assert_eq!(c.throw("e".into()), Err(Stop::Raised("e".into())));
        assert_eq!((c.status(), c.location()), (Status::Finished, None));
        let mut c = suspended(n);
        assert_eq!(c.resume(Resume::Close), Err(Stop::Closed));
        assert_eq!(suspended(n).close(), Ok(None));
        drop(suspended(n));

        let mut c = finished(n);
        assert_eq!(c.prime(), Err(Stop::Exhausted));
        assert_eq!(c.send(1), Err(Stop::Exhausted));
        assert_eq!(c.throw("e".into()), Err(Stop::Raised("e".into())));
        assert_eq!(c.resume(Resume::Close), Err(Stop::Exhausted));
        assert_eq!(c.close(), Ok(None));
    }
}

#[test]
fn a_panic_finishes_it() {
    for n in DEPTHS {
        let mut c = suspended(n);
        assert!(catch_unwind(AssertUnwindSafe(|| c.send(99))).is_err());
        assert_eq!((c.status(), c.depth()), (Status::Finished, 0));
        assert_eq!(c.send(1), Err(Stop::Exhausted));
    }
}

/// A frame that calls the next, gives at the innermost, and says when it is dropped and what it was resumed with.
struct Speaker {
    level: u32,
    at: Status,
    sub: Option<Call<'static, u32>>,
    answer: fn(u32) -> Option<Stop<u32, Infallible>>,
    log: Rc<RefCell<Vec<String>>>,
}

impl Speaker {
    fn new(
        level: u32,
        answer: fn(u32) -> Option<Stop<u32, Infallible>>,
        log: &Rc<RefCell<Vec<String>>>,
    ) -> Self {
        let (at, sub, log) = (Status::Created, None, log.clone());
        Self {
            level,
            at,
            sub,
            answer,
            log,
        }
    }
}

impl Coroutine<Reply> for Speaker {
    type Yield = Request<'static>;
    type Return = u32;
    type Throw = Infallible;
    fn prime(&mut self) -> Result<Option<Request<'static>>, Stop<u32, Infallible>> {
        self.at = Status::Suspended;
        if self.level == 0 {
            return Ok(Some(give(())));
        }
        self.sub = Some(call(Self::new(self.level - 1, self.answer, &self.log)));
        self.sub.as_mut().unwrap().prime()
    }
    fn resume(
        &mut self,
        input: Resume<Reply, Infallible>,
    ) -> Result<Request<'static>, Stop<u32, Infallible>> {
        self.log.borrow_mut().push(format!(
            "{} {}",
            self.level,
            if matches!(input, Resume::Close) {
                "closed"
            } else {
                "sent"
            }
        ));
        if matches!(input, Resume::Close) {
            return match (self.answer)(self.level) {
                Some(stop) => Err(stop),
                None => Ok(give(())),
            };
        }
        match self.sub.take() {
            Some(mut sub) => sub.resume(input),
            None => Err(Stop::Returned(10)),
        }
    }
    fn status(&self) -> Status {
        self.at
    }
    fn location(&self) -> Option<&'static Location<'static>> {
        self.sub.as_ref()?.location()
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.log.borrow_mut().push(format!("-{}", self.level));
    }
}

type Speakers = (Stack<'static, (), (), u32>, Rc<RefCell<Vec<String>>>);

fn speakers(answer: fn(u32) -> Option<Stop<u32, Infallible>>) -> Speakers {
    let log = Rc::default();
    let mut c = Stack::new(Speaker::new(2, answer, &log));
    assert_eq!(c.prime(), Ok(Some(())));
    assert_eq!(c.depth(), 3);
    (c, log)
}

#[test]
fn order_of_drops() {
    let (c, log) = speakers(|_| None);
    drop(c);
    assert_eq!(log.take(), ["-0", "-1", "-2"]);
    let (mut c, log) = speakers(|_| None);
    assert_eq!(c.send(()), Err(Stop::Returned(10)));
    assert_eq!(log.take(), ["0 sent", "-0", "1 sent", "-1", "2 sent", "-2"]);
}

#[test]
fn answers_to_a_close() {
    let (mut c, log) = speakers(|_| Some(Stop::Closed));
    assert_eq!(c.close(), Ok(None));
    let unwound = ["0 closed", "-0", "1 closed", "-1", "2 closed", "-2"];
    assert_eq!(log.take(), unwound);
    let (mut c, log) = speakers(|level| Some(Stop::Returned(level + 5)));
    assert_eq!(c.close(), Ok(Some(7))); // the first frame's; the others' are dropped
    assert_eq!(log.take(), unwound);
    let (mut c, log) = speakers(|level| (level != 1).then_some(Stop::Closed));
    assert_eq!(c.close(), Err(CloseError::Ignored(())));
    assert_eq!((c.status(), c.depth()), (Status::Suspended, 2));
    assert_eq!(log.take(), ["0 closed", "-0", "1 closed"]);
}

#[test]
fn a_call_is_a_coroutine_by_itself() {
    type Echo = Call<'static, i32, i32, i32, String>;
    let new = || -> Echo { call(echo(1)) };
    let mut c = new();
    assert_eq!((c.status(), c.location()), (Status::Created, None));
    assert_eq!(format!("{:?}", c.prime()), "Ok(Some(Call))");
    assert!(matches!(c.prime(), Ok(None)));
    assert_eq!(c.status(), Status::Suspended);
    assert!(
        c.location()
            .is_some_and(|line| line.file().ends_with("stack.rs"))
    );
    assert!(format!("{c:?}").starts_with("Call(suspended, "));
    assert_eq!(c.throw("e".into()).unwrap_err(), Stop::Raised("e".into()));
    assert!(matches!(c.prime(), Err(Stop::Exhausted)));
    assert_eq!(c.resume(Resume::Close).unwrap_err(), Stop::Exhausted);
    for mut c in [new(), {
        let mut c = new();
        c.prime().unwrap();
        c
    }] {
        assert_eq!(c.resume(Resume::Close).unwrap_err(), Stop::Closed);
        assert_eq!(c.close().unwrap(), None);
    }
}

fn panic_of<T>(run: impl FnOnce() -> T) -> String {
    let payload = catch_unwind(AssertUnwindSafe(run)).err().unwrap();
    payload.downcast_ref::<&str>().map_or_else(
        || payload.downcast_ref::<String>().unwrap().clone(),
        ToString::to_string,
    )
}

#[test]
fn misuse_panics() {
    const STARTED: &str = "a frame that is called must not have been started";
    let started = || {
        let mut frame = echo(1);
        frame.prime().unwrap();
        frame
    };
    assert_eq!(panic_of(|| call(started())), STARTED);
    assert_eq!(panic_of(|| Stack::new(started())), STARTED);
    let mut c: Call<'_, i32, i32, i32, String> = call(echo(1));
    assert_eq!(
        panic_of(|| c.send(Reply::from(1))),
        "the called frame has not returned"
    );
    assert_eq!(c.status(), Status::Finished);
}

#[test]
fn a_stack_is_an_iterator_and_boxes() {
    fn three() -> Stack<'static, (), i32> {
        struct Three(i32);
        impl Coroutine<Reply> for Three {
            type Yield = Request<'static, i32>;
            type Return = ();
            type Throw = Infallible;
            fn prime(&mut self) -> Result<Option<Self::Yield>, Stop<(), Infallible>> {
                self.resume(Resume::Send(Reply::from(()))).map(Some)
            }
            fn resume(
                &mut self,
                _: Resume<Reply, Infallible>,
            ) -> Result<Self::Yield, Stop<(), Infallible>> {
                self.0 += 1;
                if self.0 > 3 {
                    Err(Stop::Returned(()))
                } else {
                    Ok(give(self.0))
                }
            }
            fn status(&self) -> Status {
                if self.0 == 0 {
                    Status::Created
                } else {
                    Status::Suspended
                }
            }
            fn location(&self) -> Option<&'static Location<'static>> {
                None
            }
        }
        Stack::new(Three(0))
    }
    let mut c = three();
    assert!(c.by_ref().eq([1, 2, 3]));
    assert_eq!((c.next(), c.next()), (None, None));
    let mut c = three();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert!(c.eq([2, 3]));
    assert!(three().boxed().iter().eq([1, 2, 3]));
    assert_eq!(
        format!("{:?}", three()),
        "Stack { status: Created, depth: 1, location: None }"
    );
    assert!(format!("{:?}", suspended(3)).contains("depth: 3, location: "));
}
