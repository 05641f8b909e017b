//! A reference that does not live as long as what is promised.

use coro::prelude::*;

#[coro::coroutine]
fn words<'a, 'b>(left: &'a str, right: &'b str) -> impl Iterator<Item = &'a str> + use<'a, 'b> {
    co_yield!(left);
    co_yield!(right);
}

fn main() {
    drop(words("a", "b"));
}
