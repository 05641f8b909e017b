//! A reference and a box to a coroutine answer as it does, also where it has an answer of its own.
#![cfg(feature = "alloc")]
use core::panic::Location;
use coro_core::{CloseError, Coroutine, Resume, Status, Stop};

/// Each call is answered by its own number.
struct Own;

impl Coroutine<u8> for Own {
    type Yield = u8;
    type Return = u8;
    type Throw = u8;

    fn prime(&mut self) -> Result<Option<u8>, Stop<u8, u8>> {
        Ok(Some(1))
    }
    fn resume(&mut self, _: Resume<u8, u8>) -> Result<u8, Stop<u8, u8>> {
        Ok(2)
    }
    fn status(&self) -> Status {
        Status::Suspended
    }
    fn location(&self) -> Option<&'static Location<'static>> {
        None
    }
    fn send(&mut self, _: u8) -> Result<u8, Stop<u8, u8>> {
        Ok(3)
    }
    fn throw(&mut self, _: u8) -> Result<u8, Stop<u8, u8>> {
        Ok(4)
    }
    fn close(&mut self) -> Result<Option<u8>, CloseError<u8, u8>> {
        Ok(Some(5))
    }
}

fn answers(mut c: impl Coroutine<u8, Yield = u8, Return = u8, Throw = u8>) {
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.resume(Resume::Close), Ok(2));
    assert_eq!(c.send(0), Ok(3));
    assert_eq!(c.throw(0), Ok(4));
    assert_eq!(c.close(), Ok(Some(5)));
    assert_eq!((c.status(), c.location()), (Status::Suspended, None));
}

#[test]
fn through_references_and_boxes() {
    answers(Own);
    answers(&mut Own);
    answers(&mut &mut Own);
    answers(Own.boxed());
    answers(&mut Own.boxed());
}
