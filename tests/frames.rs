//! What a pinned coroutine is as a value: it moves, it is sent, and its yields reach nobody but whoever resumes it.

use coro::prelude::*;
use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;

#[coro::coroutine(pinned)]
fn letters(text: String) -> impl Coroutine<usize, Yield = char, Return = usize> {
    let letters: Vec<&str> = text.split("").filter(|letter| !letter.is_empty()).collect();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        at += co_yield!(letter.parse().unwrap());
    }
    letters.len()
}

/// The frame stays where it is; what is moved is the handle.
#[test]
fn moves_while_it_is_suspended() {
    let (mut a, mut b) = (letters("abcd".into()), letters("xyz".into()));
    assert_eq!((a.send(1), b.send(2)), (Ok('b'), Ok('z')));
    std::mem::swap(&mut a, &mut b);
    assert_eq!(b.send(2), Ok('d'));
    let mut boxed = Box::new(a);
    assert_eq!(boxed.send(1), Err(Stop::Returned(3)));
    let mut many = vec![b];
    many.reserve(100);
    assert_eq!(many[0].send(1), Err(Stop::Returned(4)));
}

/// `Send` and `Unpin` need not be asked for, and follow from what is in the frame.
#[test]
fn goes_to_another_thread() {
    fn assert<T: Send + Unpin>(value: T) -> T {
        value
    }
    let mut c = assert(letters("abc".into()));
    assert_eq!(c.send(1), Ok('b'));
    let mut c = std::thread::spawn(move || {
        assert_eq!(c.send(1), Ok('c'));
        c
    })
    .join()
    .unwrap();
    assert_eq!(c.send(1), Err(Stop::Returned(3)));
}

/// Of one body in another, each of its own types, each yield goes to whoever resumes that body.
#[coro::coroutine(pinned)]
fn outer(text: String) -> impl Coroutine<u8, Yield = Vec<char>> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut open: Vec<_> = words.iter().map(|word| letters((*word).into())).collect();
    let mut row: Vec<char> = Vec::new();
    loop {
        for inner in &mut open {
            row.extend(inner.send(1).ok());
        }
        let step = co_yield!(std::mem::take(&mut row));
        open.truncate(usize::from(step));
    }
}

#[test]
fn yields_reach_their_own_resumer() {
    let mut c = outer("abc xyz".into());
    assert_eq!(c.prime(), Ok(Some(vec!['b', 'y'])));
    assert_eq!(c.send(9), Ok(vec!['c', 'z']));
    assert_eq!(c.send(1), Ok(vec![]));
    assert_eq!(c.send(0), Ok(vec![]));
}

/// A future that a macro awaits is not seen by the attribute; it is by whoever resumes.
#[test]
fn a_foreign_future_is_a_clear_panic() {
    macro_rules! wait {
        ($future:expr) => {
            $future.await
        };
    }
    #[coro::coroutine(pinned)]
    fn waits(text: String) -> impl Coroutine<Yield = usize, Return = usize> {
        for word in text.split(' ') {
            co_yield!(word.len());
        }
        // One that is ready is no more than a call; one that is not, nobody would wake.
        let ready = wait!(std::future::ready(text.len()));
        if ready > 0 {
            return ready;
        }
        let never: Infallible = wait!(std::future::pending());
        match never {}
    }
    let mut c = waits("a bcd".into());
    assert_eq!((c.send(()), c.send(())), (Ok(3), Err(Stop::Returned(5))));
    fn waits_in_vain(mut c: impl Coroutine<Yield = usize, Return = usize, Throw = Infallible>) {
        c.prime().unwrap();
        let panic = catch_unwind(AssertUnwindSafe(|| c.send(()))).unwrap_err();
        let text = panic.downcast_ref::<&str>().expect("a message");
        assert!(text.contains("a coroutine cannot `.await`"), "{text}");
        assert_eq!(c.status(), Status::Finished);
        assert_eq!(c.send(()), Err(Stop::Exhausted));
    }
    waits_in_vain(waits(String::new()));
    // The step of an enum may be an async block, too, if a macro may return from it.
    #[coro::coroutine]
    fn steps(text: String) -> impl Coroutine<Yield = usize, Return = usize> {
        co_yield!(text.len());
        let never: Infallible = wait!(std::future::pending());
        match never {}
    }
    waits_in_vain(steps(String::new()));
}

/// A frame that is dropped while what it borrows is in use drops the borrow first.
#[test]
fn drops_borrower_before_what_it_borrows() {
    struct Says<'a>(&'static str, &'a mpsc::Sender<&'static str>);
    impl Drop for Says<'_> {
        fn drop(&mut self) {
            self.1.send(self.0).unwrap();
        }
    }
    #[coro::coroutine(pinned)]
    fn borrows(said: &mpsc::Sender<&'static str>) -> impl Coroutine<Yield = usize, Throw = ()> {
        let owner = Says("owner", said);
        let borrower = Says("borrower", owner.1);
        let both = [&owner, &borrower];
        co_yield!(both.len());
        let caught = co_try!({
            let _inner = Says("inner", both[0].1);
            co_yield!(both.len());
        });
        both[1].1.send("caught").unwrap();
        co_yield!(usize::from(caught.is_err()));
    }
    let (said, heard) = mpsc::channel();
    let all = || heard.try_iter().collect::<Vec<_>>();
    let mut c = borrows(&said);
    drop(c);
    assert_eq!(all(), [""; 0]);
    c = borrows(&said);
    c.prime().unwrap();
    drop(c);
    assert_eq!(all(), ["borrower", "owner"]);
    c = borrows(&said);
    c.prime().unwrap();
    assert_eq!(c.throw(()), Err(Stop::Raised(())));
    assert_eq!(all(), ["borrower", "owner"]);
    c = borrows(&said);
    assert_eq!((c.send(()), c.throw(())), (Ok(2), Ok(1)));
    assert_eq!(all(), ["inner", "caught"]);
    assert_eq!(c.close(), Ok(None));
    assert_eq!(all(), ["borrower", "owner"]);
}

/// Without `impl Debug` of what is in the frame: the status and the line.
#[test]
fn debug_shows_where_it_stands() {
    #[coro::coroutine(pinned)]
    fn shown() -> impl Coroutine<Yield = u8> + std::fmt::Debug {
        let numbers = [1, 2];
        for number in &numbers {
            co_yield!(*number);
        }
    }
    let mut c = shown();
    assert_eq!(
        format!("{c:?}"),
        "Coroutine { status: Created, location: None, .. }"
    );
    c.prime().unwrap();
    let place = c.location().unwrap();
    assert_eq!(place.file(), file!());
    let expected = format!("Coroutine {{ status: Suspended, location: {place}, .. }}");
    assert_eq!(format!("{c:?}"), expected);
    c.close().unwrap();
    assert_eq!(
        format!("{c:?}"),
        "Coroutine { status: Finished, location: None, .. }"
    );
}
