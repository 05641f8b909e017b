//! Fields moved out of a value that is held across yields.

use coro::prelude::*;

struct Shelf {
    label: String,
    books: Vec<String>,
    width: u32,
}

impl Shelf {
    #[coro::coroutine]
    fn into_books(self) -> impl Iterator<Item = String> {
        for book in self.books {
            co_yield!(book);
        }
        co_yield!(self.label);
    }

    #[coro::coroutine]
    fn widths(self) -> impl Iterator<Item = u32> {
        let width = self.width;
        co_yield!(width);
        co_yield!(self.width + 1);
        co_yield!(self.books.into_iter().map(|b| b.len() as u32).sum());
        co_yield!(self.label.len() as u32);
    }
}

fn shelf() -> Shelf {
    Shelf {
        label: "A".into(),
        books: vec!["one".into(), "two".into()],
        width: 7,
    }
}

#[test]
fn fields_of_an_owned_self() {
    assert_eq!(
        shelf().into_books().collect::<Vec<_>>(),
        ["one", "two", "A"]
    );
    assert_eq!(shelf().widths().collect::<Vec<_>>(), [7, 8, 6, 1]);
}

#[coro::coroutine]
fn pair(pair: (String, Option<u32>)) -> impl Coroutine<(), Yield = String, Return = Option<u32>> {
    let first = pair.0;
    co_yield!(first);
    pair.1
}

#[test]
fn fields_of_a_tuple() {
    let mut c = pair(("x".into(), Some(3)));
    assert_eq!(c.prime(), Ok(Some("x".into())));
    assert_eq!(c.send(()), Err(Stop::Returned(Some(3))));
}
