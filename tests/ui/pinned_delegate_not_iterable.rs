//! Nothing can be delegated to a string, by a frame neither.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn letters() -> impl Coroutine<Yield = char> {
    yield_from!(String::new());
}

fn main() {
    drop(letters());
}
