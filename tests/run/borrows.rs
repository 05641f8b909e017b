//! What borrows across a yield, and what is forgotten so that it may.

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
