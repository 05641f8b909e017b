//! What borrows across a yield, what is forgotten so that it may, and what is moved out in part.

use coro::prelude::*;

/// What borrows is forgotten before what it borrows from is moved into the state.
#[coro::coroutine]
fn borrowed_and_idle(
    cell: std::rc::Rc<std::cell::OnceCell<String>>,
) -> impl Iterator<Item = usize> {
    let inside = cell.get().unwrap();
    let len = inside.len();
    co_yield!(len);
}

#[test]
fn idle_borrows() {
    assert_eq!(
        borrowed_and_idle(std::rc::Rc::new("ab".to_string().into())).next(),
        Some(2)
    );
}

#[coro::coroutine]
fn two_of(rest: &mut std::ops::Range<u32>) -> impl Iterator<Item = u32> {
    yield_from!(rest.take(2));
}

#[test]
fn part_of_a_borrowed_iterator() {
    let mut rest = 1..5;
    assert_eq!(two_of(&mut rest).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(rest, 3..5);
}

struct Stack<T> {
    items: Vec<T>,
    _rest: String,
}

impl<T> Stack<T> {
    #[coro::coroutine]
    fn boxed(self: Box<Self>) -> Box<dyn Iterator<Item = T>>
    where
        T: 'static,
    {
        for x in self.items {
            co_yield!(x);
        }
    }
}

/// A part is moved out of a box.
#[test]
fn partial_move_out_of_a_box() {
    let stack = Stack {
        items: vec!['a', 'b'],
        _rest: String::new(),
    };
    assert_eq!(Box::new(stack).boxed().collect::<String>(), "ab");
}
