//! Parts read or moved out of an owned value that is held across a yield, whatever its type is.

use coro::prelude::*;
use std::rc::Rc;

struct Shelf {
    number: u32,
    books: Vec<u32>,
    label: Box<(u32, String)>,
}

fn shelf() -> Shelf {
    Shelf {
        number: 1,
        books: vec![2],
        label: Box::new((3, "four".to_owned())),
    }
}

struct View<'s>(&'s [u32]);

/// `self` by value is a reference, of which nothing can be taken: a copy is.
impl<'a> IntoIterator for &'a View<'_> {
    type Item = u32;
    type IntoIter = Box<dyn Iterator<Item = u32> + 'a>;

    #[coro::coroutine]
    fn into_iter(self) -> Box<dyn Iterator<Item = u32> + 'a> {
        for &x in self.0 {
            co_yield!(x);
        }
    }
}

trait Walk {
    fn walk(self) -> impl Iterator<Item = u32>;
}

impl Walk for &Shelf {
    #[coro::coroutine]
    fn walk(self) -> impl Iterator<Item = u32> {
        let number = self.number;
        let first = self.books.first().copied().unwrap_or(number);
        co_yield!(first);
        co_yield!(self.number);
        let inner = self.label.0;
        co_yield!(inner);
    }
}

impl Walk for &mut Shelf {
    #[coro::coroutine]
    fn walk(self) -> impl Iterator<Item = u32> {
        let number = self.number;
        self.books.push(number);
        co_yield!(number);
        let inner = self.label.0;
        self.number += inner;
        co_yield!(self.number);
    }
}

impl Walk for Rc<Shelf> {
    #[coro::coroutine]
    fn walk(self) -> impl Iterator<Item = u32> {
        let number = self.number;
        co_yield!(number);
        let inner = self.label.0;
        co_yield!(inner + self.number);
    }
}

impl Walk for Shelf {
    #[coro::coroutine]
    fn walk(self) -> impl Iterator<Item = u32> {
        let number = self.number;
        co_yield!(number);
        for book in self.books {
            co_yield!(book);
        }
        let text = self.label.1;
        co_yield!(self.label.0);
        co_yield!(text.len().try_into().unwrap());
    }
}

#[test]
fn of_whatever_self_is() {
    assert!((&View(&[1, 2])).into_iter().eq([1, 2]));
    let mut owned = shelf();
    assert!((&owned).walk().eq([2, 1, 3]));
    assert!((&mut owned).walk().eq([1, 4]));
    assert_eq!((owned.number, owned.books), (4, vec![2, 1]));
    assert!(Rc::new(shelf()).walk().eq([1, 4]));
    assert!(shelf().walk().eq([1, 2, 3, 4]));
}
