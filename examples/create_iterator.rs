//! "How Python coroutines work": an iterator with a `send` method, first as a class with a state number,
//! then as a coroutine that behaves the same.

mod support;

use coro::prelude::*;
use support::{print, printed};

/// Python's exception, with what the iterator returned, if this is the first time that it is raised.
#[derive(Debug)]
struct StopIteration(Option<&'static str>);

/// The class of the text: the state by hand.
#[derive(Default)]
struct HandWritten {
    state: u32,
}

impl HandWritten {
    fn send(&mut self, input: bool) -> Result<&'static str, StopIteration> {
        match self.state {
            0 => {
                self.state += 1;
                Ok("one")
            }
            1 => {
                self.state += 1;
                if input {
                    Ok("two")
                } else {
                    self.send(false) // Go to state 2.
                }
            }
            2 => {
                self.state += 1;
                Ok("three")
            }
            3 => {
                self.state += 1;
                Err(StopIteration(Some("four")))
            }
            _ => Err(StopIteration(None)),
        }
    }
}

impl Iterator for HandWritten {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        self.send(false).ok()
    }
}

/// The same as a coroutine.
#[coro::coroutine]
fn create_iterator() -> impl Coroutine<bool, Yield = &'static str, Return = &'static str> {
    let input = co_yield!("one");
    if input {
        co_yield!("two");
    }
    co_yield!("three");
    "four"
}

fn hand_written() {
    let mut iterator = HandWritten::default();

    print(iterator.send(false).unwrap());
    print(iterator.send(true).unwrap());
    print(iterator.send(false).unwrap());
    if let Err(StopIteration(Some(si))) = iterator.send(false) {
        print(si);
    }

    print("Now, let's use it through iterable and with for loop.");

    for j in HandWritten::default() {
        print(j);
    }
}

fn generator() {
    let mut iterator = create_iterator();

    print(next(&mut iterator).unwrap());
    print(iterator.send(true).unwrap());
    print(next(&mut iterator).unwrap());
    if let Err(Stop::Returned(si)) = next(&mut iterator) {
        print(si);
    }

    print("Now, let's use it through iterable and with for loop.");

    let mut iterable = create_iterator();
    for j in std::iter::from_fn(|| next(&mut iterable).ok()) {
        print(j);
    }
}

pub(crate) fn main() {
    let expected = [
        "one",
        "two",
        "three",
        "four",
        "Now, let's use it through iterable and with for loop.",
        "one",
        "three",
    ];
    hand_written();
    assert_eq!(printed(), expected);
    generator();
    assert_eq!(printed(), expected);
}
